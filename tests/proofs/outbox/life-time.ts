// The time of one life: a clock somebody may move, and timers that need no waiting. When nothing
// is under way but a timer, time jumps to it; when a request stays unanswered, likewise, so that
// even a silent server costs moments instead of its twenty seconds.
import type { Timers } from '../../../shared/timers.ts';
import type { Time } from './messages.ts';

const TICK_MS = 2;
/** Ticks without a request under way before nothing is taken to be. */
const QUIET_TICKS = 3;

interface Timer {
  readonly callback: () => void;
  readonly at: number;
}

export class LifeTime {
  readonly timers: Timers;
  /** Real milliseconds before a request under way counts as stalled. */
  patienceMs = 150;
  /** Whether time may jump while nothing is under way. */
  hurries: () => boolean = () => false;
  private skippedMs = 0;
  private movedMs: number;
  private readonly trueAtStartMs: number;
  private readonly startedAt = performance.now();
  private readonly set = new Map<number, Timer>();
  private lastTimer = 0;
  private underWay = 0;
  private quietTicks = 0;
  private changedAt = performance.now();
  private readonly whenQuiet: (() => void)[] = [];

  constructor({ trueMs, movedMs }: Time) {
    this.trueAtStartMs = trueMs;
    this.movedMs = movedMs;
    this.timers = {
      set: (callback, ms) => {
        this.lastTimer += 1;
        this.set.set(this.lastTimer, { callback, at: this.trueMs() + ms });
        return this.lastTimer;
      },
      clear: (timer) => void this.set.delete(timer as number),
    };
    setInterval(() => this.tick(), TICK_MS);
  }

  /** What a clock nobody moves would say, milliseconds since the epoch. */
  readonly trueMs = (): number =>
    Math.floor(this.trueAtStartMs + performance.now() - this.startedAt + this.skippedMs);

  /** What the computer's clock says. */
  readonly clock = (): number => this.trueMs() + this.movedMs;

  moveClock(ms: number): void {
    this.movedMs += ms;
  }

  /** Once nothing is under way any more, time goes by, and what falls due meanwhile happens. */
  async pass(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.whenQuiet.push(resolve);
    });
    await new Promise<void>((resolve) => {
      const timer = this.timers.set(resolve, ms);
      this.skipTo(this.set.get(timer as number)?.at ?? 0);
    });
  }

  /** Counts the work as under way until it ends. */
  async whileUnderWay<T>(work: () => Promise<T>): Promise<T> {
    this.underWay += 1;
    this.changedAt = performance.now();
    try {
      return await work();
    } finally {
      this.underWay -= 1;
      this.changedAt = performance.now();
    }
  }

  private tick(): void {
    this.fireDue();
    this.quietTicks = this.underWay > 0 ? 0 : this.quietTicks + 1;
    if (this.quietTicks >= QUIET_TICKS) for (const tell of this.whenQuiet.splice(0)) tell();
    const isIdle = this.quietTicks >= QUIET_TICKS && this.hurries();
    const isStalled = this.underWay > 0 && performance.now() - this.changedAt > this.patienceMs;
    const [next] = this.inOrder();
    if (!next || !(isIdle || isStalled)) return;
    this.quietTicks = 0;
    this.changedAt = performance.now();
    this.skipTo(next[1].at);
    this.fireDue();
  }

  private skipTo(atMs: number): void {
    this.skippedMs += Math.max(0, atMs - this.trueMs());
  }

  private fireDue(): void {
    for (const [timer, { callback, at }] of this.inOrder()) {
      if (at > this.trueMs()) return;
      if (this.set.delete(timer)) callback();
    }
  }

  private inOrder(): [number, Timer][] {
    return [...this.set].sort(([, a], [, b]) => a.at - b.at);
  }
}
