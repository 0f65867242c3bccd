// Whether an entry FreshBooks lists is the one we sent without hearing an answer. There is no
// idempotency key (freshbooks-api.md §6.2), so what both hold is compared.
import type { TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { IdentityId, TimeEntryId } from '../../shared/ids.ts';
import { dayOf, startOfDay } from '../../shared/zoned-day.ts';

export interface Sent {
  readonly draft: TimeEntryDraft;
  readonly identityId: IdentityId;
  /** Ids that are known to be other entries: two alike that a person really made are two. */
  readonly taken: ReadonlySet<TimeEntryId>;
}

/**
 * The oldest first: of two alike, the one sent later has the older one among what FreshBooks held
 * before, and could not take it if this one took the younger.
 * @returns the one to pair the draft with, or null when FreshBooks does not have it
 */
export function findSent(sent: Sent, listed: readonly TimeEntry[]): TimeEntry | null {
  const [oldest] = listed
    .filter((entry) => isCandidate(sent, entry) && isSameWork(sent.draft, entry))
    .sort((a, b) => a.id - b.id);
  return oldest ?? null;
}

/**
 * One that began in the very same second as what was sent and holds something else: it may be
 * ours, changed elsewhere before we looked. Nobody but the person can tell.
 * @param others what else was sent and not found yet: it has a claim of its own
 */
export function findPerhapsSent(
  sent: Sent,
  listed: readonly TimeEntry[],
  others: readonly TimeEntryDraft[],
): TimeEntry | null {
  const isTheirs = (entry: TimeEntry) => others.some((other) => isSameWork(other, entry));
  return (
    listed.find(
      (entry) => isCandidate(sent, entry) && hasSameStart(sent.draft, entry) && !isTheirs(entry),
    ) ?? null
  );
}

/**
 * Whether something else may start in the very same second. Work that has just ended starts at an
 * instant of its own; one that was given its start may begin on the hour like many others.
 */
export function hasUsualStart({ startedAtMs, timeZone }: TimeEntryDraft, nowMs: number): boolean {
  const isWholeMinute = startedAtMs % 60_000 < 1000;
  return isWholeMinute || startedAtMs <= startOfDay(dayOf(nowMs, timeZone), timeZone);
}

/** What FreshBooks holds with the same start before the first attempt cannot come from it. */
export function idsWithSameStart(
  draft: TimeEntryDraft,
  listed: readonly TimeEntry[],
): readonly TimeEntryId[] {
  return listed.filter((entry) => hasSameStart(draft, entry)).map(({ id }) => id);
}

/** Whether FreshBooks holds what somebody saw or wants: all that can be changed here. */
export function isSameContent(one: Comparable, other: Comparable): boolean {
  return isSameWork(one, other) && one.billable === other.billable;
}

type Comparable = Omit<TimeEntryDraft, 'timeZone' | 'internal'>;

function isCandidate({ identityId, taken }: Sent, entry: TimeEntry): boolean {
  return !taken.has(entry.id) && (entry.identityId ?? identityId) === identityId;
}

function isSameWork(one: Omit<Comparable, 'billable'>, other: Omit<Comparable, 'billable'>) {
  return (
    hasSameStart(one, other) &&
    one.durationSeconds === other.durationSeconds &&
    one.clientId === other.clientId &&
    one.projectId === other.projectId &&
    one.serviceId === other.serviceId &&
    one.note.trim() === other.note.trim()
  );
}

type Started = Pick<TimeEntryDraft, 'startedAtMs'>;

/** FreshBooks drops milliseconds (freshbooks-api.md §6.2). */
export function hasSameStart(one: Started, other: Started): boolean {
  return Math.floor(one.startedAtMs / 1000) === Math.floor(other.startedAtMs / 1000);
}
