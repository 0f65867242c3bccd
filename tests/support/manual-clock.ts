// A clock and timers that stand still until a test moves them.
import type { Timers } from '../../shared/timers.ts';

export interface ManualClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** What no jump moves, ms. */
  readonly uptime: () => number;
  readonly timers: Timers;
  /** How long the timers set, and neither fired nor cleared, still have to go; ms. */
  readonly pending: readonly number[];
  /** How many timers have fired. */
  readonly fired: number;
  /** Moves on, firing what falls due on the way, in order. */
  advance(ms: number): void;
  /** The same, letting what each timer started settle before the next. */
  advanceSettling(ms: number): Promise<void>;
  /** Moves the clock alone, as a computer's sleep or setting its clock does. */
  jump(ms: number): void;
  /** Moves on to the end of the last timer set. */
  runOut(): void;
}

export function manualClock(startMs = Date.UTC(2026, 8, 3, 9)): ManualClock {
  let now = startMs;
  let jumped = 0;
  let last = 0;
  let fired = 0;
  /** In the order they were set, which sorting keeps for timers that fall due together. */
  const set = new Map<number, { readonly callback: () => void; readonly at: number }>();

  function fireNext(end: number): boolean {
    const [next] = [...set].sort(([, a], [, b]) => a.at - b.at);
    if (!next || next[1].at > end) return false;
    const [id, { callback, at }] = next;
    set.delete(id);
    // After a jump the clock is past what is due already, and does not go back for it.
    now = Math.max(now, at);
    fired += 1;
    callback();
    return true;
  }

  const clock: ManualClock = {
    now: () => now,
    uptime: () => now - jumped,
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
    advance(ms) {
      const end = now + ms;
      while (fireNext(end));
      now = end;
    },
    async advanceSettling(ms) {
      const end = now + ms;
      while (fireNext(end)) await settle();
      now = end;
      await settle();
    },
    jump(ms) {
      now += ms;
      jumped += ms;
    },
    runOut: () => clock.advance(Math.max(0, ...clock.pending)),
  };
  return clock;
}

/** Lets everything already under way run until it waits for something a test controls. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
