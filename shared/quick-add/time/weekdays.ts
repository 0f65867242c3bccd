// Days called by the name of a weekday: mon, last fri, mon last week, the fri before last.
import { addDays, type Day, startOfWeek, weekday } from '../../day.ts';
import { certain } from './day-order.ts';
import type { DayMeaning } from './time-find.ts';
import type { Today } from './today.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** For building patterns; no groups. */
export const WEEKDAY =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';

/** The latest before today. Whose name today bears is asked about: it may be today or a week ago. */
export function namedWeekday(match: RegExpExecArray, today: Today): DayMeaning {
  const which = match[1]?.toLowerCase();
  const number = numberOf(match[2] ?? '');
  const back = (weekday(today.day) - number + 7) % 7;
  const latestDay = addDays(today.day, -back);
  const found = (day: Day, doubt: DayMeaning['doubt'] = null): DayMeaning => ({
    kind: 'day',
    day,
    isPlain: which === undefined,
    doubt,
  });
  if (which === 'next') return found(addDays(today.day, back === 0 ? 7 : 7 - back));
  if (which === 'this') {
    const start = startOfWeek(today.day, today.firstDayOfWeek);
    return found(addDays(start, (number - weekday(start) + 7) % 7));
  }
  if (back === 0 && which !== undefined) return found(addDays(today.day, -7));
  if (back === 0)
    return found(today.day, {
      why: 'That is what today is called, and the same day last week.',
      days: [today.day, addDays(today.day, -7)],
    });
  if (which === undefined || latestDay < startOfWeek(today.day, today.firstDayOfWeek))
    return found(latestDay);
  return found(latestDay, {
    why: 'There was one this week, and one last week.',
    days: [latestDay, addDays(latestDay, -7)],
  });
}

export function inLastWeek([, name = '']: RegExpExecArray, today: Today): DayMeaning {
  const start = addDays(startOfWeek(today.day, today.firstDayOfWeek), -7);
  return certain(addDays(start, (numberOf(name) - weekday(start) + 7) % 7));
}

/** A week before "last fri", which may itself be two. */
export function beforeLast([, name = '']: RegExpExecArray, today: Today): DayMeaning {
  const back = (weekday(today.day) - numberOf(name) + 6) % 7;
  const latest = addDays(today.day, -back - 1);
  const found = certain(addDays(latest, -7));
  if (latest < startOfWeek(today.day, today.firstDayOfWeek)) return found;
  const why = 'There was one this week, and one last week.';
  return { ...found, doubt: { why, days: [found.day, addDays(found.day, -7)] } };
}

function numberOf(name: string): number {
  return WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
