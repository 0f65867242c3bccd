// The last act can be taken back for ten seconds, before or after it was sent. Nothing is held back
// for that: what was sent is taken back by one more request.
import { failed, type Result } from '../../shared/result.ts';
import type { Undoable } from '../../shared/snapshot.ts';
import type { OutboxRow } from './outbox-row.ts';

const OFFERED_MS = 10_000;
/** A press at the last moment still has to get here. */
const TAKEN_MS = 12_000;

/** What was done, to the entry or the timer of that key, in milliseconds since the epoch. */
export type LastAct = Pick<Undoable, 'what' | 'key'> & { readonly atMs: number };

export function lastActs(rows: readonly OutboxRow[]): readonly LastAct[] {
  return rows.flatMap(({ key, act }) => (act ? [{ what: act.what, key, atMs: act.atMs }] : []));
}

/** @returns the last act, while it is to be offered */
export function undoable(acts: readonly LastAct[], nowMs: number): Undoable | null {
  const last = acts
    // One made before the clock was set back lies in the future, and is not the last.
    .filter((act) => isWithin(act, OFFERED_MS, nowMs))
    .reduce<LastAct | null>(
      (latest, act) => (latest && latest.atMs > act.atMs ? latest : act),
      null,
    );
  if (last === null) return null;
  const { what, key, atMs } = last;
  return { id: actId(last), what, key, untilMs: atMs + OFFERED_MS };
}

/** @returns the act of that id, where it can still be taken back */
export function findUndoable(acts: readonly LastAct[], id: string, nowMs: number): LastAct | null {
  return acts.find((act) => actId(act) === id && isWithin(act, TAKEN_MS, nowMs)) ?? null;
}

export function cameTooLate(): Result<never> {
  return failed({ code: 'rejected', fields: { undo: 'came too late' } });
}

/** Names one act: taking back an adding must not take back a deleting, nor one change the next. */
function actId({ what, key, atMs }: LastAct): string {
  return `${what}-${key}-${atMs}`;
}

/** A clock set back in between must not offer it for hours. */
function isWithin({ atMs }: LastAct, ms: number, nowMs: number): boolean {
  return Math.abs(nowMs - atMs) <= ms;
}
