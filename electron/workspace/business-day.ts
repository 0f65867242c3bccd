// Which zone a business lives in, and with it which day and week it is there.
import type { Business, InstantRange } from '../../shared/books.ts';
import { addDays, type Day, startOfWeek } from '../../shared/day.ts';
import { dayOf, isTimeZone, startOfDay } from '../../shared/zoned-day.ts';

/** Monday, as ISO 8601 has it, for a screen without a business. */
const USUAL_FIRST_DAY = 1;

export interface BusinessDay {
  /** IANA name. */
  readonly timeZone: string;
  readonly today: Day;
  readonly weekStart: Day;
  /** As FreshBooks counts: 0 or 7 is Sunday, 1 is Monday. */
  readonly firstDayOfWeek: number;
}

/**
 * freshbooks-api.md §8: the business's zone, else the machine's.
 * @param machineTimeZone IANA name
 */
export function businessDay(
  business: Business | null,
  nowMs: number,
  machineTimeZone: string,
): BusinessDay {
  const timeZone = usableZone(business?.timeZone) ?? usableZone(machineTimeZone) ?? 'UTC';
  const today = dayOf(nowMs, timeZone);
  const firstDayOfWeek = business?.firstDayOfWeek ?? USUAL_FIRST_DAY;
  return { timeZone, today, weekStart: startOfWeek(today, firstDayOfWeek), firstDayOfWeek };
}

/** Enough to look back at a month, and to know what somebody works on again and again. */
const PAST_WEEKS = 5;

/** The first day of the past weeks that are read along with the present one. */
export function historyFrom({ weekStart }: BusinessDay): Day {
  return addDays(weekStart, -7 * PAST_WEEKS);
}

/** From then to the end of this week, to the instant also when clocks change on the way. */
export function historyRange(day: BusinessDay): InstantRange {
  const { weekStart, timeZone } = day;
  return {
    fromMs: startOfDay(historyFrom(day), timeZone),
    toMs: startOfDay(addDays(weekStart, 7), timeZone),
  };
}

/** The instant at which `today` ends, in milliseconds since the epoch. */
export function nextMidnight({ today, timeZone }: BusinessDay): number {
  return startOfDay(addDays(today, 1), timeZone);
}

/** @returns null for a name this computer's time zone data does not know */
export function usableZone(timeZone: string | null | undefined): string | null {
  return timeZone && isTimeZone(timeZone) ? timeZone : null;
}
