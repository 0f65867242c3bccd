// From times of day to minutes of a day: which half is meant, and whether midnight lies between.
import { minuteOfDay } from './clock-time.ts';
import type { ClockTime } from './time-find.ts';

const HALF_DAY = 12 * 60;
const DAY = 24 * 60;

/** Minutes since midnight of the first day; `to` beyond 1440 is on the next. */
export interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

/** "9-5" ends at five in the afternoon, "11pm-1" after midnight, "2-4pm" begins at two. */
export function minuteSpan(start: ClockTime, end: ClockTime): MinuteSpan {
  const to = minuteOfDay(end);
  const from =
    end.half !== null && start.half === null ? halfBefore(start, end) : minuteOfDay(start);
  // From nine to nine is a slip, not half a day.
  if (to >= from) return { from, to };
  // Nine to five: the end is the next time a clock without halves shows it.
  if (end.half === null && end.hour <= 12 && to + HALF_DAY > from && to + HALF_DAY <= DAY)
    return { from, to: to + HALF_DAY };
  return { from, to: to + DAY };
}

/** The half of the day of the end, unless the start would be after it. */
function halfBefore(start: ClockTime, end: ClockTime): number {
  const literal = minuteOfDay(start);
  if (start.hour > 12 || start.hour === 0) return literal;
  const to = minuteOfDay(end);
  const sameHalf = minuteOfDay({ ...start, half: end.half });
  if (sameHalf < to) return sameHalf;
  const otherHalf = minuteOfDay({ ...start, half: end.half === 'am' ? 'pm' : 'am' });
  return otherHalf;
}

/** At one to six without more, the clock may mean the morning or the afternoon. */
export function couldBeLater(...times: readonly ClockTime[]): boolean {
  const [start] = times;
  if (!start || times.some(({ isCertain }) => isCertain)) return false;
  return start.hour >= 1 && start.hour <= 6;
}
