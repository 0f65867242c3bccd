// What FreshBooks does not have for certain, by what stands in its way.
import type { OutboxSlice } from '../../shared/snapshot.ts';
import type { OutboxRow } from './outbox-row.ts';
import { type LastAct, lastActs, undoable } from './undo.ts';

/**
 * @param rows of logins that are there; those of others are nobody's to look at
 * @param answers what else can be taken back
 */
export function outboxSlice(
  rows: readonly OutboxRow[],
  answers: readonly LastAct[],
  nextTryAtMs: number | null,
  nowMs: number,
): OutboxSlice {
  return {
    ...countUnsent(rows),
    nextTryAtMs,
    undo: undoable([...lastActs(rows), ...answers], nowMs),
  };
}

export function countUnsent(
  rows: readonly OutboxRow[],
): Pick<OutboxSlice, 'waiting' | 'unsure' | 'refused' | 'conflicts'> {
  const count = (...states: readonly OutboxRow['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).length;
  return {
    waiting: count('waiting', 'sending'),
    unsure: count('unsure'),
    refused: count('refused'),
    conflicts: count('conflict'),
  };
}
