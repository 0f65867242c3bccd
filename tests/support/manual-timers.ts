// Timers that fire when a test says so.

export interface ManualTimers {
  set(callback: () => void, ms: number): unknown;
  clear(timer: unknown): void;
  /** Fires everything that is set. */
  runOut(): void;
  /** The lengths of the timers set and neither fired nor cleared. */
  readonly pending: readonly number[];
}

export function manualTimers(): ManualTimers {
  const timers = new Map<unknown, { callback: () => void; ms: number }>();
  let next = 0;
  return {
    set: (callback, ms) => {
      next += 1;
      timers.set(next, { callback, ms });
      return next;
    },
    clear: (timer) => void timers.delete(timer),
    runOut: () => {
      const due = [...timers.values()];
      timers.clear();
      for (const { callback } of due) callback();
    },
    get pending() {
      return [...timers.values()].map(({ ms }) => ms);
    },
  };
}
