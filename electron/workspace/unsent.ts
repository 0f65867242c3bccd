// What FreshBooks does not have for certain, by what stands in its way.
import type { ConnectionId } from '../../shared/ids.ts';
import type { OutboxSlice } from '../../shared/snapshot.ts';
import type { OutboxRow } from './outbox-row.ts';
import { type LastAct, lastActs, undoable } from './undo.ts';

/** What becomes of unsent entries by themselves: the workspace's rhythm. */
interface Tries {
  readonly isHeldUp: (id: ConnectionId) => boolean;
  readonly nextTryAtMs: () => number | null;
}

/**
 * @param rows of logins that are there; those of others are nobody's to look at
 * @param answers what else can be taken back
 */
export function outboxSlice(
  rows: readonly OutboxRow[],
  answers: readonly LastAct[],
  tries: Tries,
  nowMs: number,
): OutboxSlice {
  return {
    ...countUnsent(rows),
    heldUp: rows.some((row) => isWaiting(row) && tries.isHeldUp(row.connectionId)),
    nextTryAtMs: tries.nextTryAtMs(),
    undo: undoable([...lastActs(rows), ...answers], nowMs),
  };
}

export function countUnsent(
  rows: readonly OutboxRow[],
): Pick<OutboxSlice, 'waiting' | 'unsure' | 'refused' | 'conflicts'> {
  const count = (of: OutboxRow['state']) => rows.filter(({ state }) => state === of).length;
  return {
    waiting: rows.filter(isWaiting).length,
    unsure: count('unsure'),
    refused: count('refused'),
    conflicts: count('conflict'),
  };
}

function isWaiting({ state }: OutboxRow): boolean {
  return state === 'waiting' || state === 'sending';
}
