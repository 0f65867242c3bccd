// What an answer, or its absence, makes of a row. The person may have changed their mind while the
// request was on its way: what is not done then goes on waiting.
import type { TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { FieldReasons } from '../../shared/errors.ts';
import { type Attempt, draftFrom, isDone, type OutboxRow } from './outbox-row.ts';
import { isSameContent } from './same-entry.ts';

/**
 * FreshBooks holds the entry as what was sent. Should it have put something else for it (it trims
 * notes), that is what the person gets: sending theirs again would change nothing.
 */
export function arrived(
  row: OutboxRow,
  sent: TimeEntryDraft,
  entry: TimeEntry,
  nowMs: number,
): OutboxRow {
  const base = draftFrom(entry, row.draft.timeZone);
  const draft = isSameContent(row.draft, sent) ? base : row.draft;
  return atRest({ ...row, remoteId: entry.id, base, draft, timer: null }, nowMs);
}

/** FreshBooks has no such entry any more, as the person wanted. */
export function wentAway(row: OutboxRow, nowMs: number): OutboxRow {
  if (row.gone) return { ...certain(row), state: 'saved', savedAtMs: nowMs };
  // Taken back while it was on its way.
  return asNew(row);
}

export function refused(
  row: OutboxRow,
  { what, draft }: Pick<Attempt, 'what' | 'draft'>,
  refusal: FieldReasons,
  nowMs: number,
): OutboxRow {
  const isStillWanted = row.gone ? what === 'delete' : isSameContent(row.draft, draft);
  if (!isStillWanted) return atRest(row, nowMs);
  return { ...certain(row), state: 'refused', refusal };
}

/**
 * What FreshBooks holds is neither what the person saw nor what we sent. From here on they choose:
 * an undo would delete, unasked, what somebody wrote elsewhere.
 */
export function inConflict(row: OutboxRow, theirs: TimeEntry | 'deleted'): OutboxRow {
  const asking = { ...certain(row), state: 'conflict', act: null } as const;
  if (theirs === 'deleted') return { ...asking, theirs };
  const draft = draftFrom(theirs, row.draft.timeZone);
  return { ...asking, theirs: draft, base: row.base ?? draft, remoteId: theirs.id };
}

/** The request did not leave; what was known before holds. */
export function notSent(row: OutboxRow, before: Attempt | null, nowMs: number): OutboxRow {
  return before === null ? atRest(row, nowMs) : { ...row, state: 'waiting', attempt: before };
}

/** Nothing of it is on its way: either all is done, or the next request may go. */
export function atRest(row: OutboxRow, nowMs: number): OutboxRow {
  const settled = certain(row);
  if (!isDone(settled)) return { ...settled, state: 'waiting' };
  return { ...settled, state: 'saved', savedAtMs: nowMs };
}

/** To be added once more, and never taken for the one it was before. */
export function asNew(row: OutboxRow): OutboxRow {
  const was = row.remoteId === null ? [] : [row.remoteId];
  const formerIds = [...row.formerIds, ...was];
  return { ...certain(row), state: 'waiting', remoteId: null, base: null, formerIds };
}

function certain(row: OutboxRow): OutboxRow {
  return { ...row, attempt: null, refusal: null, theirs: null };
}
