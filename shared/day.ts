// A day is a person's own calendar day in their business's time zone, written YYYY-MM-DD.
// This is the only place that turns days into instants and back: `new Date('2026-09-02')`
// is midnight in Greenwich and shows the day before to everyone west of it.
import { Temporal } from 'temporal-polyfill';

declare const dayBrand: unique symbol;
export type Day = string & { readonly [dayBrand]: 'Day' };

/**
 * By arithmetic: thousands of days are read at every refresh, and this is ten times quicker.
 * @returns null unless the text is a real calendar date written YYYY-MM-DD.
 */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysInMonth(year, month) ? (text as Day) : null;
}

/** @returns 0 for a month that does not exist */
function daysInMonth(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeapYear ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

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

/** @param count may be negative */
export function addDays(day: Day, count: number): Day {
  return Temporal.PlainDate.from(day).add({ days: count }).toString() as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/**
 * First day of the week a day lies in.
 * @param firstWeekday 0 or 7 is Sunday, 1 is Monday … 6 is Saturday, as FreshBooks counts
 */
export function startOfWeek(day: Day, firstWeekday: number): Day {
  const first = firstWeekday === 0 ? 7 : firstWeekday;
  return addDays(day, -((weekday(day) - first + 7) % 7));
}

/** Wall-clock time without a zone, `YYYY-MM-DDTHH:MM:SS`: FreshBooks' `local_started_at`. */
export function localDateTime(instantMs: number, timeZone: string): string {
  return zoned(instantMs, timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** "Fri 13 Nov" in the given locale, the year only when it is not `today`'s. */
export function formatDay(day: Day, today: Day, locale?: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  return formatter(locale, 'UTC', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year,
  }).format(startOfDay(day, 'UTC'));
}

/** "Friday", in the given locale. */
export function weekdayName(day: Day, locale?: string): string {
  return formatter(locale, 'UTC', { weekday: 'long' }).format(startOfDay(day, 'UTC'));
}

/** "9:05" or "9:05 AM", as the locale writes times. */
export function formatTimeOfDay(instantMs: number, timeZone: string, locale?: string): string {
  return formatter(locale, timeZone, { hour: 'numeric', minute: '2-digit' }).format(instantMs);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one takes longer than drawing the line it is for, and a list has many. */
function formatter(
  locale: string | undefined,
  timeZone: string,
  parts: { readonly [part in keyof Intl.DateTimeFormatOptions]: Intl.DateTimeFormatOptions[part] },
): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, parts]);
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...parts, timeZone });
  formatters.set(key, made);
  return made;
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
