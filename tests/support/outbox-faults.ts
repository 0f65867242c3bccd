// What can go wrong at one call to FreshBooks, put between the workspace and the double of it.

import { failed } from '../../shared/result.ts';
import type { BooksMethod } from './books-double.ts';
import type { WorkspaceBench } from './workspace-bench.ts';

export const FAULTS = [
  'offline',
  'lost, not carried out',
  'lost, carried out',
  'lost, carried out late',
  'killed, not carried out',
  'killed, carried out',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Within what is waited for one that may still come. */
const LATE_MS = 20_000;

/** Reads that are lost changed nothing, so they are as good as offline. */
const METHODS = ['createTimeEntry', 'changeTimeEntry', 'deleteTimeEntry', 'timeEntry'] as const;
const READS: readonly BooksMethod[] = ['timeEntry'];

export interface SpoiltBooks {
  /** Calls since the beginning. */
  readonly calls: number;
  /** Whether a call was met by a kill that nobody has taken notice of yet. */
  wasKilled(): boolean;
}

/** @param faultAt what meets the call of that number, counted from zero */
export function spoil(
  bench: WorkspaceBench,
  faultAt: (call: number, isRead: boolean) => Fault | null,
): SpoiltBooks {
  let calls = 0;
  let killed = false;
  const books: Record<string, unknown> = bench.books as never;
  for (const method of METHODS) {
    const work = books[method] as (...args: readonly unknown[]) => Promise<unknown>;
    books[method] = async (...args: readonly unknown[]) => {
      const isRead = READS.includes(method);
      const fault = faultAt(calls, isRead);
      calls += 1;
      if (fault === null) return work(...args);
      if (fault === 'offline') return failed({ code: 'offline' });
      if (fault.endsWith('late')) bench.clock.timers.set(() => void work(...args), LATE_MS);
      else if (!fault.endsWith('not carried out')) await work(...args);
      if (fault.startsWith('killed')) {
        killed = true;
        bench.kill();
        return new Promise(() => {});
      }
      if (isRead) return failed({ code: 'offline' });
      return failed({ code: 'outcome-unknown' });
    };
  }
  return {
    get calls() {
      return calls;
    },
    wasKilled() {
      const was = killed;
      killed = false;
      return was;
    },
  };
}
