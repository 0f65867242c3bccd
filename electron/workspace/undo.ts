// The last act can be taken back for ten seconds, before or after it was sent. Nothing is held back
// for that: what was sent is taken back by one more request.
import type { Undoable } from '../../shared/snapshot.ts';
import type { Act, OutboxRow } from './outbox-row.ts';

const OFFERED_MS = 10_000;
/** A press at the last moment still has to get here. */
const TAKEN_MS = 12_000;

/** @returns the last act, while it is to be offered */
export function undoable(rows: readonly OutboxRow[], nowMs: number): Undoable | null {
  // One made before the clock was set back lies in the future, and is not the last.
  const acts = rows.flatMap((row) =>
    row.act && isWithin(row.act, OFFERED_MS, nowMs) ? [{ row, act: row.act }] : [],
  );
  const last = acts.reduce<(typeof acts)[number] | null>(
    (latest, one) => (latest === null || one.act.atMs >= latest.act.atMs ? one : latest),
    null,
  );
  if (last === null) return null;
  const { row, act } = last;
  return { id: actId(row, act), what: act.what, key: row.key, untilMs: act.atMs + OFFERED_MS };
}

/** @returns the row whose act has that id and can still be taken back */
export function findUndoable(
  rows: readonly OutboxRow[],
  id: string,
  nowMs: number,
): OutboxRow | null {
  const row = rows.find((one) => one.act !== null && actId(one, one.act) === id);
  return row?.act && isWithin(row.act, TAKEN_MS, nowMs) ? row : null;
}

/** Names one act of one entry: taking back its adding must not take back its deleting. */
function actId({ key }: OutboxRow, { what }: Act): string {
  return `${what}-${key}`;
}

/** A clock set back in between must not offer it for hours. */
function isWithin({ atMs }: Act, ms: number, nowMs: number): boolean {
  return Math.abs(nowMs - atMs) <= ms;
}
