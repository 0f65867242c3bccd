// A clock that moves only when a test says so, with timers that follow it.
import type { Timers } from '../../shared/timers.ts';

export interface ControlledTime {
  clock(): number;
  readonly timers: Timers;
  /** Moves the clock, running every timer that falls due on the way, in order. */
  advance(ms: number): void;
  /** Moves the clock alone, as setting a computer's clock does. */
  jump(ms: number): void;
  pendingTimers(): number;
}

export function createControlledTime(startMs = Date.UTC(2026, 8, 3, 9)): ControlledTime {
  let nowMs = startMs;
  let count = 0;
  const pending = new Map<number, { readonly atMs: number; readonly run: () => void }>();

  function nextDue(untilMs: number): number | null {
    const due = [...pending].filter(([, timer]) => timer.atMs <= untilMs);
    due.sort(([a, first], [b, second]) => first.atMs - second.atMs || a - b);
    return due[0]?.[0] ?? null;
  }

  return {
    clock: () => nowMs,
    timers: {
      set(run, delayMs) {
        count += 1;
        pending.set(count, { atMs: nowMs + delayMs, run });
        return count;
      },
      clear: (handle) => pending.delete(handle as number),
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      for (let next = nextDue(untilMs); next !== null; next = nextDue(untilMs)) {
        const timer = pending.get(next);
        pending.delete(next);
        nowMs = Math.max(nowMs, timer?.atMs ?? nowMs);
        timer?.run();
      }
      nowMs = untilMs;
    },
    jump(ms) {
      nowMs += ms;
    },
    pendingTimers: () => pending.size,
  };
}
