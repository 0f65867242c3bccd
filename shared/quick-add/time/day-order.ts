// Is 3/4 the third of April or the fourth of March? The business's date format decides.
import { type Day, parseDay } from '../../day.ts';
import type { DayMeaning } from './time-find.ts';

/** "yyyy-mm-dd" and no format at all are read month first. */
function isDayFirst(dateFormat: string | null): boolean {
  const format = dateFormat?.toLowerCase() ?? '';
  const day = format.indexOf('d');
  const month = format.indexOf('m');
  return day !== -1 && month !== -1 && day < month;
}

/**
 * Day and month of two numbers. Where only one order exists in a calendar, it is that one.
 * @returns null when neither exists
 */
export function dayAndMonth(
  first: number,
  second: number,
  dateFormat: string | null,
): { readonly day: number; readonly month: number } | null {
  const dayFirst = { day: first, month: second };
  const monthFirst = { day: second, month: first };
  const [meant, other] = isDayFirst(dateFormat) ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return exists(meant) ? meant : exists(other) ? other : null;
}

/** Whether it is a day in the business's own order: "9-17" rather ends at five than is 17 September. */
export function isDayInOrder(first: number, second: number, dateFormat: string | null): boolean {
  const [day, month] = isDayFirst(dateFormat) ? [first, second] : [second, first];
  return exists({ day, month });
}

function exists({ day, month }: { readonly day: number; readonly month: number }): boolean {
  // Of a leap year, so that 29 February is a day.
  return calendarDay(2024, month, day) !== null;
}

export function calendarDay(year: number, month: number, day: number): Day | null {
  const padded = (number: number, length: number) => String(number).padStart(length, '0');
  return parseDay(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
}

export function certain(day: Day): DayMeaning {
  return { kind: 'day', day, isPlain: false, doubt: null };
}
