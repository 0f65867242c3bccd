// When the edited entry began: by what is typed, and by its own time of day where nothing is.
import type { Day } from '../../shared/day.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import { instantOf, wallClockAt } from '../../shared/wall-clock.ts';
import { minutesMeant } from './time-of-day.ts';

/** Saved a moment later, it may end by then; the page's clock is a minute old at most. */
const AHEAD_MS = 60_000;
const NOON = 12 * 60;

export interface StartOnDay {
  readonly entry: LoggedEntry;
  /** The day it is put on. */
  readonly day: Day;
  readonly durationSeconds: number;
  /** IANA name; the entry's. */
  readonly timeZone: string;
  readonly nowMs: number;
}

/**
 * The same time of day, unless it would end ahead of now, made longer or put on another day: then
 * the work has just ended, and began earlier on its day.
 */
export function startKept(given: StartOnDay): number {
  const { entry, day, timeZone } = given;
  const sameTimeMs =
    day === entry.day ? entry.startedAtMs : instantOf(day, minuteOf(given), timeZone);
  const latestMs = latestStartMs(given);
  if (sameTimeMs <= latestMs) return sameTimeMs;
  const earlierMs = Math.floor(latestMs / 1000) * 1000;
  return Math.min(sameTimeMs, Math.max(earlierMs, instantOf(day, 0, timeZone)));
}

/**
 * Of the two halves of a day that `1:30` may be in, the one that is over by now, and of those the
 * one nearest to when the entry began.
 * @param isTwelveHours the clock in this place has halves
 * @returns null for what is no time of day
 */
export function startTyped(text: string, isTwelveHours: boolean, given: StartOnDay): number | null {
  const at = (minute: number) => instantOf(given.day, minute, given.timeZone);
  const meant = minutesMeant(text, isTwelveHours);
  const over = meant.filter((minute) => at(minute) <= latestStartMs(given) + AHEAD_MS);
  const own = minuteOf(given);
  // Six hours from both, it is more likely by day than by night.
  const [nearest] = (over.length > 0 ? over : meant).toSorted(
    (one, other) =>
      Math.abs(one - own) - Math.abs(other - own) || Math.abs(one - NOON) - Math.abs(other - NOON),
  );
  return nearest === undefined ? null : at(nearest);
}

/** So that it ends by now. Rounded up, it may end ahead of now already, and then no later. */
function latestStartMs({ entry, day, durationSeconds, nowMs }: StartOnDay): number {
  const endedAtMs = day === entry.day ? entry.startedAtMs + entry.durationSeconds * 1000 : 0;
  return Math.max(nowMs, endedAtMs) - durationSeconds * 1000;
}

/** At which the entry began, since midnight. */
function minuteOf({ entry, timeZone }: StartOnDay): number {
  return wallClockAt(entry.startedAtMs, timeZone).minuteOfDay;
}
