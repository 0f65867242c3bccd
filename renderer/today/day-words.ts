// A day of the week strip in words: for those who hear it, and beside the bars.
import type { Day } from '../../shared/day.ts';
import { formatDay, weekdayName } from '../../shared/day-words.ts';
import { formatDuration } from '../../shared/duration.ts';
import { englishLocale } from '../../shared/english-locale.ts';
import type { WeekDay } from './week.ts';

/** "Thursday: 4 h 40 m, 1 h 20 m free"; the date too in a week that is not the present one. */
export function dayWords(day: WeekDay, today: Day, isThisWeek: boolean): string {
  const name = isThisWeek
    ? weekdayName(day.day, englishLocale())
    : formatDay(day.day, today, englishLocale());
  const free = day.freeSeconds > 0 ? `, ${formatDuration(day.freeSeconds)} free` : '';
  return `${name}: ${totalWords(day)}${free}`;
}

/** "Thu 12 Nov · 4 h 40 m" */
export function dayTotalWords(day: WeekDay, today: Day): string {
  return `${formatDay(day.day, today, englishLocale())} · ${totalWords(day)}`;
}

function totalWords({ kind, seconds }: WeekDay): string {
  switch (kind) {
    case 'logged':
      return formatDuration(seconds);
    case 'ahead':
      return 'still to come';
    case 'unread':
      return 'not read';
    default:
      return 'nothing logged';
  }
}
