// What a person does to an entry, as a change of its row. A request that may be on its way is never
// forgotten: its outcome is found out first, and only then the next one goes.
import type { TimeEntryDraft } from '../../shared/books.ts';
import type { EntryKey } from '../../shared/ids.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { newRow, type OutboxRow } from './outbox-row.ts';
import { asNew, atRest } from './row-outcomes.ts';
import { isSameContent } from './same-entry.ts';

/**
 * A refused one is thereby mended. One in conflict goes on asking: an editor that was open since
 * before has not shown what there is to choose from.
 */
export function changed(row: OutboxRow, draft: TimeEntryDraft, nowMs: number): OutboxRow {
  const wish = { ...row, draft, gone: false };
  if (row.state === 'conflict') return wish;
  const act = { what: 'changed', atMs: nowMs, before: row.draft } as const;
  return wanting(isSameContent(row.draft, draft) ? wish : { ...wish, act }, nowMs);
}

/** @param row in no conflict: what would be lost has to be seen first */
export function deleted(row: OutboxRow, nowMs: number): OutboxRow {
  const act = { what: 'deleted', atMs: nowMs } as const;
  return wanting({ ...row, gone: true, act }, nowMs);
}

/** Takes back what `row.act` says. */
export function undone(row: OutboxRow, nowMs: number): OutboxRow {
  const { act } = row;
  const done = { ...row, act: null };
  if (act?.what === 'changed') return wanting({ ...done, draft: act.before }, nowMs);
  if (act?.what !== 'deleted') return wanting({ ...done, gone: true }, nowMs);
  const wasDeleted = row.state === 'saved' && row.remoteId !== null;
  const back = { ...done, gone: false };
  return wasDeleted ? asNew(back) : wanting(back, nowMs);
}

/** Gives up what FreshBooks does not have; what it has, or gets late, stays as it is there. */
export function discarded(row: OutboxRow, nowMs: number): OutboxRow {
  if (row.state === 'conflict') return withTheirs(row, nowMs);
  const { base } = row;
  const wish = base === null ? { gone: true } : { gone: false, draft: base };
  return wanting({ ...row, ...wish, attempt: null, act: null }, nowMs);
}

/**
 * @param newKey for what becomes an entry of its own
 * @returns the rows to be stored together
 */
export function resolved(
  row: OutboxRow,
  take: CommandInput<'outbox.resolve'>['take'],
  newKey: () => EntryKey,
  nowMs: number,
): readonly OutboxRow[] {
  if (take === 'theirs') return [withTheirs(row, nowMs)];
  const isOneOnly = row.gone || row.theirs === 'deleted';
  if (take === 'mine' || isOneOnly) return [wanting(overTheirs(row), nowMs)];
  const { draft } = row;
  const ours = newRow(row, { key: newKey(), draft, timer: null, act: null });
  return [withTheirs(row, nowMs), ours];
}

function withTheirs(row: OutboxRow, nowMs: number): OutboxRow {
  const { theirs } = row;
  if (theirs === null) return row;
  const wish = theirs === 'deleted' ? { gone: true } : { gone: false, draft: theirs, base: theirs };
  // Read a moment ago, so it is newer than the last list.
  return { ...row, ...wish, theirs: null, state: 'saved', savedAtMs: nowMs, act: null };
}

/** The person has seen what FreshBooks holds, and wants their own all the same. */
function overTheirs(row: OutboxRow): OutboxRow {
  if (row.theirs === null) return row;
  if (row.theirs === 'deleted') return asNew(row);
  return { ...row, base: row.theirs, theirs: null, state: 'waiting' };
}

/** Longer than any list: nothing newer is known of it. */
const LONG_AGO = 0;

/** What may be on its way is found out about before anything else is sent. */
function wanting(row: OutboxRow, nowMs: number): OutboxRow {
  if (row.attempt !== null) {
    const state = row.state === 'sending' ? 'sending' : 'unsure';
    return { ...row, state, refusal: null };
  }
  return atRest(row, row.remoteId === null ? nowMs : (row.savedAtMs ?? LONG_AGO));
}
