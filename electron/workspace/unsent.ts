// How many entries FreshBooks does not have for certain, by what stands in their way.
import type { OutboxSlice } from '../../shared/snapshot.ts';
import type { OutboxRow } from './outbox-rows.ts';

export function countUnsent(rows: readonly OutboxRow[]): Omit<OutboxSlice, 'nextTryAtMs' | 'undo'> {
  const count = (...states: readonly OutboxRow['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).length;
  return {
    waiting: count('waiting', 'sending'),
    unsure: count('unsure'),
    refused: count('refused'),
  };
}
