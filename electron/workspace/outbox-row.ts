// One entry as the outbox knows it: what the person wants, what FreshBooks is known to have, and
// the request between the two whose outcome nobody knows. One row an entry keeps its order by
// itself: whatever was done to it, the next request goes from what is there to what is wanted.
import type { TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { FieldReasons } from '../../shared/errors.ts';
import type {
  BusinessId,
  ConnectionId,
  EntryKey,
  IdentityId,
  TimeEntryId,
} from '../../shared/ids.ts';
import type { RemoteTimer } from '../../shared/running-timers.ts';
import type { ConnectionSource, EntryState, LoggedEntry } from '../../shared/snapshot.ts';
import { usableZone } from './business-day.ts';
import { isSameContent } from './same-entry.ts';

/** A request that may have reached FreshBooks. */
export interface Attempt {
  readonly what: 'add' | 'change' | 'delete';
  /** What it carried; of a delete, what was to go. */
  readonly draft: TimeEntryDraft;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
}

/** What the person did last to the entry, while it can be taken back. */
export type Act =
  | { readonly what: 'added' | 'deleted' | 'timer-logged'; readonly atMs: number }
  /** `before`: what they wanted until then. */
  | { readonly what: 'changed'; readonly atMs: number; readonly before: TimeEntryDraft };

export interface OutboxRow {
  readonly key: EntryKey;
  readonly connectionId: ConnectionId;
  readonly source: ConnectionSource;
  readonly identityId: IdentityId;
  readonly businessId: BusinessId;
  /** What FreshBooks is to hold, or is no longer to hold. */
  readonly draft: TimeEntryDraft;
  /** The person wants it gone. */
  readonly gone: boolean;
  readonly state: EntryState;
  /** Null while it is certain what FreshBooks has. */
  readonly attempt: Attempt | null;
  /** Entries with the same start that FreshBooks had before the first attempt. */
  readonly knownIds: readonly TimeEntryId[];
  /** What it was at FreshBooks before it was deleted there and added once more. */
  readonly formerIds: readonly TimeEntryId[];
  /** Null while FreshBooks has no such entry. */
  readonly remoteId: TimeEntryId | null;
  /** What FreshBooks held when the person saw it last; null exactly when `remoteId` is. */
  readonly base: TimeEntryDraft | null;
  /** In a conflict: what FreshBooks holds instead of `base`. */
  readonly theirs: TimeEntryDraft | 'deleted' | null;
  /** When nothing was left to do, milliseconds since the epoch. Zero: longer ago than any list. */
  readonly savedAtMs: number | null;
  readonly refusal: FieldReasons | null;
  /** The timer at FreshBooks that this entry closes, as last seen. */
  readonly timer: RemoteTimer | null;
  readonly act: Act | null;
}

export type RowOwner = Pick<OutboxRow, 'connectionId' | 'source' | 'identityId' | 'businessId'>;

/** An entry that is nowhere yet. */
export function newRow(
  owner: RowOwner,
  entry: Pick<OutboxRow, 'key' | 'draft' | 'timer' | 'act'>,
): OutboxRow {
  return {
    ...pickOwner(owner),
    ...entry,
    gone: false,
    state: 'waiting',
    attempt: null,
    knownIds: [],
    formerIds: [],
    remoteId: null,
    base: null,
    theirs: null,
    savedAtMs: null,
    refusal: null,
  };
}

/** An entry FreshBooks listed, about to be changed. */
export function rowOfListed(
  owner: RowOwner,
  key: EntryKey,
  entry: TimeEntry,
  timeZone: string,
): OutboxRow {
  const draft = draftFrom(entry, timeZone);
  const row = newRow(owner, { key, draft, timer: null, act: null });
  return { ...row, state: 'saved', savedAtMs: 0, remoteId: entry.id, base: draft };
}

/** @param timeZone for an entry without one that this computer knows */
export function draftFrom(entry: TimeEntry, timeZone: string): TimeEntryDraft {
  return {
    startedAtMs: entry.startedAtMs,
    durationSeconds: entry.durationSeconds,
    timeZone: usableZone(entry.timeZone) ?? timeZone,
    clientId: entry.clientId,
    projectId: entry.projectId,
    serviceId: entry.serviceId,
    internal: entry.internal,
    billable: entry.billable,
    note: entry.note,
  };
}

/** What FreshBooks does not have yet. */
export function pendingOf(row: OutboxRow): LoggedEntry['pending'] {
  if (row.state === 'saved') return null;
  if (row.gone) return 'delete';
  return row.remoteId === null ? 'add' : 'change';
}

/** Whether what FreshBooks is known to have is what the person wants. */
export function isDone({ gone, remoteId, base, draft }: OutboxRow): boolean {
  if (remoteId === null || base === null) return gone;
  return !gone && isSameContent(draft, base);
}

function pickOwner({ connectionId, source, identityId, businessId }: RowOwner): RowOwner {
  return { connectionId, source, identityId, businessId };
}
