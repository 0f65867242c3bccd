// Instants to come or gone by as one would say them: how long still, and at what o'clock.
import { addDays, type Day } from '../../shared/day.ts';
import { formatDay, formatTimeOfDay } from '../../shared/day-words.ts';
import { formatDuration } from '../../shared/duration.ts';
import { englishLocale } from '../../shared/english-locale.ts';

const MINUTE_MS = 60_000;

/**
 * "7 h", "6 h 05 m", "20 m": never more than there really is, so the last minute is no minute.
 * @param untilMs milliseconds since the epoch
 * @param nowMs same clock
 * @returns null when the instant has come
 */
export function timeLeftWords(untilMs: number, nowMs: number): string | null {
  const left = untilMs - nowMs;
  if (left <= 0) return null;
  if (left < MINUTE_MS) return 'less than a minute';
  return formatDuration(Math.floor(left / MINUTE_MS) * 60);
}

export interface ClockPlace {
  /** IANA name; the desktop's own when left out. */
  readonly timeZone?: string;
  /** BCP 47 tag; the desktop's own when left out. */
  readonly locale?: string;
}

/**
 * "9:40 pm", "2:10 am tomorrow", "2:10 am on Fri 13 Nov", by the clock on this desktop.
 * @param atMs milliseconds since the epoch
 */
export function clockWords(atMs: number, nowMs: number, place: ClockPlace = {}): string {
  const timeZone = place.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = formatTimeOfDay(atMs, timeZone, place.locale);
  const day = dayIn(timeZone, atMs);
  const today = dayIn(timeZone, nowMs);
  if (day === today) return time;
  if (day === addDays(today, 1)) return `${time} tomorrow`;
  if (day === addDays(today, -1)) return `${time} yesterday`;
  return `${time} on ${formatDay(day, today, englishLocale(place.locale))}`;
}

/** Swedes write dates as we do, which spares the page a calendar library. */
function dayIn(timeZone: string, atMs: number): Day {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat('sv-SE', parts).format(atMs) as Day;
}
