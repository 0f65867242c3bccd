// The week as seven bars, and today as two figures.
import { addDays, type Day, weekday } from '../../../shared/day.ts';
import type { LoggedEntry } from '../../../shared/snapshot.ts';

export interface WeekDay {
  readonly day: Day;
  readonly seconds: number;
  /** `hole`: a working day that passed without an entry. `free`: nothing was expected. */
  readonly kind: 'logged' | 'hole' | 'free' | 'ahead';
  readonly isToday: boolean;
}

export function weekDays(
  entries: readonly LoggedEntry[],
  weekStart: Day,
  today: Day,
): readonly WeekDay[] {
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const day = addDays(weekStart, offset);
    const seconds = secondsOn(entries, day);
    return { day, seconds, kind: kindOf(day, seconds, today), isToday: day === today };
  });
}

/** What FreshBooks refused counts too: the work was done, only the record needs mending. */
export function secondsOn(entries: readonly LoggedEntry[], day: Day): number {
  return total(entries.filter((entry) => entry.day === day));
}

export function billableSecondsOn(entries: readonly LoggedEntry[], day: Day): number {
  return total(entries.filter((entry) => entry.day === day && entry.billable));
}

function total(entries: readonly LoggedEntry[]): number {
  return entries.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
}

function kindOf(day: Day, seconds: number, today: Day): WeekDay['kind'] {
  if (seconds > 0) return 'logged';
  // Days written YYYY-MM-DD sort as text.
  if (day > today) return 'ahead';
  return day < today && weekday(day) <= 5 ? 'hole' : 'free';
}
