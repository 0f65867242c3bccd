// What a session does unasked, and when, on one timer: it sleeps until the next thing is due, and
// is set for nothing when there is nothing.
import type { Timers } from '../../shared/timers.ts';
import type { Clock } from './outside-world.ts';

export interface Chore {
  /** Milliseconds since the epoch; null for never. */
  readonly dueMs: () => number | null;
  readonly run: () => Promise<void>;
}

export interface Chores {
  /** To be called whenever what is due may have changed. */
  arm(): void;
  /**
   * Does at once what is due. A timer set before the computer slept stood still with it, so it is
   * also set anew.
   */
  catchUp(): void;
  stop(): void;
}

export interface ChoresWorld {
  readonly timers: Timers;
  readonly clock: Clock;
  readonly reportBug: (error: unknown) => void;
}

/** Node runs a timer of more than 2^31 − 1 ms at once; looking earlier only sets the next. */
const LONGEST_TIMER_MS = 24 * 3_600_000;
/** Something that stays due must not turn into a busy loop. */
const SHORTEST_TIMER_MS = 1000;

export function createChores(world: ChoresWorld, chores: readonly Chore[]): Chores {
  const { timers, clock, reportBug } = world;
  let timer: { readonly handle: unknown; readonly due: number } | null = null;
  let stopped = false;

  function arm(): void {
    if (stopped) return;
    const dues = chores.map(({ dueMs }) => dueMs()).filter((due) => due !== null);
    const due = Math.min(...dues);
    if (timer?.due === due) return;
    disarm();
    if (dues.length === 0) return;
    const delayMs = Math.min(Math.max(due - clock(), SHORTEST_TIMER_MS), LONGEST_TIMER_MS);
    timer = { handle: timers.set(catchUp, delayMs), due };
  }

  function catchUp(): void {
    disarm();
    if (stopped) return;
    const isDue = ({ dueMs }: Chore) => (dueMs() ?? Number.POSITIVE_INFINITY) <= clock();
    const running = chores.filter(isDue).map(({ run }) => run());
    void Promise.all(running).catch(reportBug).finally(arm);
  }

  function disarm(): void {
    if (timer) timers.clear(timer.handle);
    timer = null;
  }

  return {
    arm,
    catchUp,
    stop() {
      stopped = true;
      disarm();
    },
  };
}
