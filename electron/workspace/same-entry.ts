// Whether an entry FreshBooks lists is the one we sent without hearing an answer. There is no
// idempotency key (freshbooks-api.md §6.2), so what both hold is compared.
import type { TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { TimeEntryId } from '../../shared/ids.ts';
import { dayOf, startOfDay } from '../../shared/zoned-day.ts';

/**
 * @param taken ids that are known to be other entries: two alike that a person really made are two
 * @returns the one to pair the draft with, or null when FreshBooks does not have it
 */
export function findSent(
  draft: TimeEntryDraft,
  listed: readonly TimeEntry[],
  taken: ReadonlySet<TimeEntryId>,
): TimeEntry | null {
  return listed.find((entry) => !taken.has(entry.id) && isSameEntry(draft, entry)) ?? null;
}

/**
 * Whether something else may start in the very same second. Work that has just ended starts at an
 * instant of its own; an entry of another day begins at nine like every other, and one that would
 * begin before today begins at midnight.
 */
export function hasUsualStart({ startedAtMs, timeZone }: TimeEntryDraft, nowMs: number): boolean {
  return startedAtMs <= startOfDay(dayOf(nowMs, timeZone), timeZone);
}

/** What FreshBooks holds with the same start before the first attempt cannot come from it. */
export function idsWithSameStart(
  draft: TimeEntryDraft,
  listed: readonly TimeEntry[],
): readonly TimeEntryId[] {
  const start = wholeSeconds(draft.startedAtMs);
  return listed
    .filter(({ startedAtMs }) => wholeSeconds(startedAtMs) === start)
    .map(({ id }) => id);
}

function isSameEntry(draft: TimeEntryDraft, entry: TimeEntry): boolean {
  return (
    wholeSeconds(draft.startedAtMs) === wholeSeconds(entry.startedAtMs) &&
    draft.durationSeconds === entry.durationSeconds &&
    draft.clientId === entry.clientId &&
    draft.projectId === entry.projectId &&
    draft.serviceId === entry.serviceId &&
    draft.note.trim() === entry.note.trim()
  );
}

/** FreshBooks drops milliseconds (freshbooks-api.md §6.2). */
function wholeSeconds(instantMs: number): number {
  return Math.floor(instantMs / 1000);
}
