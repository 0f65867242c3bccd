// A timer somebody forgot in the evening: it ran through a whole night of its business.
import { addDays } from '../../../shared/day.ts';
import { dayOf, startOfDay, timeOnDay } from '../../../shared/zoned-day.ts';

/** A night begins at midnight and ends at this hour. */
const NIGHT_ENDS_AT = 5;

/**
 * Four to six hours long, by the clocks of the zone.
 * @param runningSinceMs milliseconds since the epoch, as the others
 * @param seenMs when the person last said that they know; null for never. Whoever knows is not
 *   told again of the next night: they may mean it.
 */
export function ranThroughNight(
  runningSinceMs: number,
  seenMs: number | null,
  nowMs: number,
  timeZone: string,
): boolean {
  const lastNightEnded = lastNightEnd(nowMs, timeZone);
  const thatNightBegan = startOfDay(dayOf(lastNightEnded, timeZone), timeZone);
  return runningSinceMs <= thatNightBegan && (seenMs === null || seenMs < runningSinceMs);
}

function lastNightEnd(nowMs: number, timeZone: string): number {
  const today = dayOf(nowMs, timeZone);
  const ended = timeOnDay(today, timeZone, NIGHT_ENDS_AT);
  return ended <= nowMs ? ended : timeOnDay(addDays(today, -1), timeZone, NIGHT_ENDS_AT);
}
