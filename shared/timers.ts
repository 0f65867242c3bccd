// Time to come, as an argument, so that no test waits for it.
export interface Timers {
  /** @param ms at most 2³¹−1, as for `setTimeout` */
  set(callback: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}
