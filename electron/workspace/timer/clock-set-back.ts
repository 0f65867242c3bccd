// Notices that the clock was set back while a timer ran. What nobody can set tells how much time
// really went by since the last look, so the timer keeps every second. After a start nobody knows
// that; then the last instant that is known of the timer must do (see `asSeenAt`).
import { runningSince } from './segments.ts';
import { isSmallStep, setBackBy } from './timer-row.ts';
import type { TimerRows } from './timer-rows.ts';

export interface ClockSetBackWorld {
  readonly rows: TimerRows;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Milliseconds since any beginning, which nobody can set; may stand still during sleep. */
  readonly uptime: () => number;
}

export class ClockSetBack {
  private readonly world: ClockSetBackWorld;
  private offsetMs: number | null = null;

  constructor(world: ClockSetBackWorld) {
    this.world = world;
  }

  /** To be called before anything is done with a timer. @returns whether timers were moved */
  look(): boolean {
    const { rows, clock, uptime } = this.world;
    const offsetMs = clock() - uptime();
    const backMs = this.offsetMs === null ? 0 : this.offsetMs - offsetMs;
    this.offsetMs = offsetMs;
    const current = rows.list().filter(({ state }) => state === 'current');
    // Over hours the two drift apart; looks are a minute apart only while a timer runs.
    const isRunning = current.some(({ segments }) => runningSince(segments) !== null);
    if (!isRunning || isSmallStep(backMs)) return false;
    rows.noteAfter({ put: current.map((row) => setBackBy(row, backMs)) });
    return true;
  }
}
