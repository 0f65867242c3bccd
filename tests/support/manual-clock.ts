// A clock and timers that stand still until a test moves them.

export interface ManualClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly timers: {
    set(callback: () => void, ms: number): unknown;
    clear(timer: unknown): void;
  };
  /** The lengths of the timers set and neither fired nor cleared. */
  readonly pending: readonly number[];
  /** How many timers have fired. */
  readonly fired: number;
  /** Moves on, firing what falls due in order, and letting what it started settle. */
  advance(ms: number): Promise<void>;
  /** Moves on without firing anything: the computer slept. */
  sleep(ms: number): void;
}

export function manualClock(startMs: number): ManualClock {
  let now = startMs;
  let last = 0;
  let fired = 0;
  const set = new Map<number, { callback: () => void; at: number }>();
  return {
    now: () => now,
    timers: {
      set(callback, ms) {
        last += 1;
        set.set(last, { callback, at: now + ms });
        return last;
      },
      clear: (timer) => void set.delete(timer as number),
    },
    get pending() {
      return [...set.values()].map(({ at }) => at - now);
    },
    get fired() {
      return fired;
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...set].sort(([, a], [, b]) => a.at - b.at);
        if (!next || next[1].at > end) break;
        set.delete(next[0]);
        now = Math.max(now, next[1].at);
        fired += 1;
        next[1].callback();
        await settle();
      }
      now = end;
      await settle();
    },
    sleep(ms) {
      now += ms;
    },
  };
}

/** Lets everything already under way run until it waits for something a test controls. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
