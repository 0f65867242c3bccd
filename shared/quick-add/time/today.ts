// What days and times are counted from.
import type { Day } from '../../day.ts';
import { wallClockAt } from '../../wall-clock.ts';
import type { QuickAddContext } from '../reading.ts';

export interface Today {
  readonly day: Day;
  /** Milliseconds since the epoch, a whole second. */
  readonly nowMs: number;
  readonly timeZone: string;
  readonly dateFormat: string | null;
  readonly firstDayOfWeek: number;
}

/** The widest an instant can be written as a year of four figures, with a century to count back. */
const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(9000, 0, 1);

export function todayOf({ nowMs, timeZone, dateFormat, firstDayOfWeek }: QuickAddContext): Today {
  const sane = Number.isFinite(nowMs) ? Math.min(Math.max(nowMs, EARLIEST_MS), LATEST_MS) : 0;
  const whole = Math.floor(sane / 1000) * 1000;
  return {
    day: wallClockAt(whole, timeZone).day,
    nowMs: whole,
    timeZone,
    dateFormat,
    firstDayOfWeek,
  };
}
