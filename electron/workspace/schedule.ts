// The workspace's only timer. It is set for the next thing to do, whatever that is, and for
// nothing when there is nothing: an app that never closes must not wake the computer for fun.
import type { Timers } from '../../shared/timers.ts';

/** While nobody is looking, no timer of the workspace fires more often than this. */
const HIDDEN_REST_MS = 60_000;
/** Something that stays due must not turn into a busy loop. */
const VISIBLE_REST_MS = 1000;

export interface ScheduleWorld {
  readonly clock: () => number;
  readonly timers: Timers;
  /** Instants at which something is due, milliseconds since the epoch; null for never. */
  readonly dues: () => readonly (number | null)[];
  readonly onDue: () => void;
}

export class Schedule {
  private readonly world: ScheduleWorld;
  private timer: { readonly handle: unknown; readonly due: number } | null = null;
  private visible = false;
  private stopped = false;

  constructor(world: ScheduleWorld) {
    this.world = world;
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.setAnew();
  }

  /** Counts from now, whatever the timer that was set has counted. */
  setAnew(): void {
    this.disarm();
    this.arm();
  }

  /** To be called whenever what is due may have changed. */
  arm(): void {
    const dues = this.stopped ? [] : this.world.dues().filter((due) => due !== null);
    const due = Math.min(...dues);
    if (this.timer?.due === due) return;
    this.disarm();
    if (dues.length === 0) return;
    const rest = this.visible ? VISIBLE_REST_MS : HIDDEN_REST_MS;
    const delayMs = Math.max(due - this.world.clock(), rest);
    const handle = this.world.timers.set(() => {
      this.timer = null;
      this.world.onDue();
      this.arm();
    }, delayMs);
    this.timer = { handle, due };
  }

  stop(): void {
    this.stopped = true;
    this.disarm();
  }

  private disarm(): void {
    if (this.timer) this.world.timers.clear(this.timer.handle);
    this.timer = null;
  }
}
