// What a person did to their timer is taken back: its end, and what they said of time away.
import type { EntryKey } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { Alongside } from '../database.ts';
import { cameTooLate } from '../undo.ts';
import { unanswered } from './away-answered.ts';
import { wholeSecond } from './segments.ts';
import { asSeenAt, over, type TimerRow } from './timer-row.ts';
import type { TimerChanges, TimerRows } from './timer-rows.ts';

export interface TakingBackWorld {
  readonly rows: TimerRows;
  readonly clock: () => number;
  readonly randomId: () => string;
}

/** Stores what becomes of the entries, in one transaction with what `alongside` writes. */
type Store = (alongside: Alongside) => Result<undefined>;

/**
 * The timer is there again as it was, and one that was started in its stead goes. At FreshBooks it
 * begins anew, whatever became of the first.
 * @param key of the timer, and of the entry it became
 * @param store takes back that entry
 */
export function takeBackEnd(world: TakingBackWorld, key: EntryKey, store: Store) {
  const row = world.rows.find(key);
  const changes = row?.state === 'logged' ? backFrom(world, row) : {};
  return world.rows.together(changes, store);
}

function backFrom({ rows, clock, randomId }: TakingBackWorld, row: TimerRow): TimerChanges {
  const nowMs = wholeSecond(clock());
  const current = rows.current(row);
  const stead = current && asSeenAt(current, nowMs);
  const again: TimerRow = {
    ...asSeenAt(row, nowMs),
    key: randomId() as EntryKey,
    state: 'current',
    endedMs: null,
    remote: null,
    sentStart: null,
    staysHere: false,
  };
  const gone: TimerRow = { ...row, state: 'discarded' };
  if (!stead) return { put: [gone, again] };
  // One that runs elsewhere, too, was picked up meanwhile: it goes on there.
  if (stead.fromElsewhere) return { put: [gone, again], remove: [stead.key] };
  return { put: [gone, over(stead, 'discarded', nowMs), again] };
}

/**
 * The question about the time away is open again, and the timer as it was before the answer.
 * @param store takes back what the time away became
 * @returns `rejected` once the timer has changed since
 */
export function takeBackAnswer(
  { rows }: TakingBackWorld,
  key: EntryKey,
  store: (entries: readonly EntryKey[], alongside: Alongside) => Result<undefined>,
): Result<undefined> {
  const row = rows.find(key);
  const before = row && unanswered(row);
  if (!row || !before) return cameTooLate();
  const entries = row.answered?.entries ?? [];
  return rows.together({ put: [before] }, (alongside) => store(entries, alongside));
}
