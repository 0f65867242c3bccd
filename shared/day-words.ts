// Days and times of day as people read them.
import { type Day, utcMidnight } from './day.ts';

/** "Fri 13 Nov" in the given locale, the year only when it is not `today`'s. */
export function formatDay(day: Day, today: Day, locale?: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  return formatter(locale, 'UTC', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year,
  }).format(utcMidnight(day));
}

/** "Friday", in the given locale. */
export function weekdayName(day: Day, locale?: string): string {
  return formatter(locale, 'UTC', { weekday: 'long' }).format(utcMidnight(day));
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
