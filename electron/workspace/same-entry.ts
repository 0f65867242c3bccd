// Whether an entry FreshBooks lists is the one we sent without hearing an answer. There is no
// idempotency key (freshbooks-api.md §6.2), so what both hold is compared.
import type { TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { TimeEntryId } from '../../shared/ids.ts';

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
