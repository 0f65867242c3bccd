// Days and instants, joined by a time zone. This is the only place that turns one into the other,
// and the page does without it: the main process tells it which day it is.
import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/**
 * @param instantMs milliseconds since the epoch, UTC
 * @param timeZone IANA name, e.g. "America/Toronto"
 */
export function dayOf(instantMs: number, timeZone: string): Day {
  return zoned(instantMs, timeZone).toPlainDate().toString() as Day;
}

/** First instant of a day, in milliseconds since the epoch; right on days when clocks change. */
export function startOfDay(day: Day, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
}

/** Instant of a wall-clock time on a day; a time skipped by a clock change moves forward. */
export function timeOnDay(day: Day, timeZone: string, hour: number, minute = 0): number {
  const plainTime = Temporal.PlainTime.from({ hour, minute });
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** Wall-clock time without a zone, `YYYY-MM-DDTHH:MM:SS`: FreshBooks' `local_started_at`. */
export function localDateTime(instantMs: number, timeZone: string): string {
  return zoned(instantMs, timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

const timeZones = new Map<string, boolean>();

/** Remembers its answers: making a formatter is slow, and every time entry names its zone. */
export function isTimeZone(text: string): boolean {
  const known = timeZones.get(text);
  if (known !== undefined) return known;
  const answer = isKnownToIntl(text);
  timeZones.set(text, answer);
  return answer;
}

function isKnownToIntl(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function zoned(instantMs: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone);
}
