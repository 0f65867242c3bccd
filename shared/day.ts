// A day is a person's own calendar day, written YYYY-MM-DD. Counting days needs no clock and no
// zone, so this is plain arithmetic, and the page can afford it; what joins days and instants is
// in zoned-day.ts. `new Date('2026-09-02')` is neither: it is midnight in Greenwich, and shows the
// day before to everyone west of it.
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

/** @param count may be negative */
export function addDays(day: Day, count: number): Day {
  return dayNumbered(dayNumber(day) + count);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: Day): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/**
 * First day of the week a day lies in.
 * @param firstWeekday 0 or 7 is Sunday, 1 is Monday … 6 is Saturday, as FreshBooks counts
 */
export function startOfWeek(day: Day, firstWeekday: number): Day {
  const first = firstWeekday === 0 ? 7 : firstWeekday;
  return addDays(day, -((weekday(day) - first + 7) % 7));
}

const DAY_MS = 24 * 3_600_000;

/** The day's midnight in UTC, where every day has 24 hours; for counting and for `Intl` alone. */
export function utcMidnight(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** Days since 1 January 1970. */
function dayNumber(day: Day): number {
  return utcMidnight(day) / DAY_MS;
}

function dayNumbered(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as Day;
}
