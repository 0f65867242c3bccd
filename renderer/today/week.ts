// The week as seven bars, by the same rule for a day's total as the icon's.
import { addDays, type Day, weekday } from '../../shared/day.ts';
import { secondsOn } from '../../shared/day-total.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';

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

export function billableSecondsOn(entries: readonly LoggedEntry[], day: Day): number {
  return secondsOn(
    entries.filter(({ billable }) => billable),
    day,
  );
}

function kindOf(day: Day, seconds: number, today: Day): WeekDay['kind'] {
  if (seconds > 0) return 'logged';
  // Days written YYYY-MM-DD sort as text.
  if (day > today) return 'ahead';
  return day < today && weekday(day) <= 5 ? 'hole' : 'free';
}
