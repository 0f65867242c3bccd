// Instants and the clock on the wall, joined by a time zone, without Temporal: this runs in the
// page at every keystroke. What it answers is held against zoned-day.ts by a test.
import { type Day, utcMidnight } from './day.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export interface WallClock {
  readonly day: Day;
  /** Whole minutes since midnight as the clock shows them, 0…1439. */
  readonly minuteOfDay: number;
}

/**
 * What a clock on the wall shows.
 * @param instantMs milliseconds since the epoch, UTC
 * @param timeZone IANA name; UTC where nobody knows it
 */
export function wallClockAt(instantMs: number, timeZone: string): WallClock {
  const shown = instantMs + offsetMs(instantMs, timeZone);
  const midnight = Math.floor(shown / DAY_MS) * DAY_MS;
  return {
    day: new Date(midnight).toISOString().slice(0, 10) as Day,
    minuteOfDay: Math.floor((shown - midnight) / MINUTE_MS),
  };
}

export function dayAt(instantMs: number, timeZone: string): Day {
  return wallClockAt(instantMs, timeZone).day;
}

/**
 * The instant at which the clock shows this. A time skipped by a clock change moves forward by
 * what was skipped, and of a doubled one it is the first, as in zoned-day.ts.
 * @param minuteOfDay may lie outside of the day: 1500 is one in the morning of the next
 */
export function instantOf(day: Day, minuteOfDay: number, timeZone: string): number {
  const shown = utcMidnight(day) + minuteOfDay * MINUTE_MS;
  // No zone changes its clock twice within two days, so these are the only offsets there can be.
  const before = offsetMs(shown - DAY_MS, timeZone);
  const after = offsetMs(shown + DAY_MS, timeZone);
  const early = shown - before;
  if (before === after || offsetMs(early, timeZone) === before) return early;
  const late = shown - after;
  // Shown by neither: skipped, and counted on from before the change.
  return offsetMs(late, timeZone) === after ? late : early;
}

function offsetMs(instantMs: number, timeZone: string): number {
  const whole = Math.floor(instantMs / 1000) * 1000;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(whole))
    parts[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = makeFormatter(timeZone) ?? makeFormatter('UTC') ?? new Intl.DateTimeFormat();
  formatters.set(timeZone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
