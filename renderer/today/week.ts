// The week as seven bars, by the same rule for a day's total as the icon's.
import { addDays, type Day } from '../../shared/day.ts';
import { freeSeconds, type Gap } from '../../shared/day-gaps.ts';
import { secondsOn } from '../../shared/day-total.ts';
import type { LoggedEntry, TimeSlice } from '../../shared/snapshot.ts';

export interface WeekDay {
  readonly day: Day;
  readonly seconds: number;
  /** Of its working hours, what nobody has logged; today's while it lasts are no loss yet. */
  readonly freeSeconds: number;
  /** `hole`: working hours passed without an entry. `free`: nothing was expected. */
  readonly kind: 'logged' | 'hole' | 'free' | 'ahead' | 'unread';
}

interface WeekToDraw extends Pick<TimeSlice, 'entries' | 'today' | 'from'> {
  /** First of its seven days. */
  readonly weekStart: Day;
  readonly gapsOn: (day: Day) => readonly Gap[];
}

export function weekDays(week: WeekToDraw): readonly WeekDay[] {
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const day = addDays(week.weekStart, offset);
    const seconds = secondsOn(week.entries, day);
    // Days written YYYY-MM-DD sort as text.
    const isWhole = day < week.today && day >= week.from;
    const free = isWhole || seconds > 0 ? freeSeconds(week.gapsOn(day)) : 0;
    return { day, seconds, freeSeconds: free, kind: kindOf(day, seconds, free, week) };
  });
}

function kindOf(
  day: Day,
  seconds: number,
  free: number,
  { today, from }: WeekToDraw,
): WeekDay['kind'] {
  if (seconds > 0) return 'logged';
  if (day > today) return 'ahead';
  if (day < from) return 'unread';
  return free > 0 ? 'hole' : 'free';
}

/** The longest bar's length at least, so that the goal has its place in every week. */
const LEAST_SCALE_SECONDS = 8 * 3600;

/** How many seconds the full height of the strip stands for. */
export function weekScale(days: readonly WeekDay[], goalMinutes: number): number {
  const lengths = days.map(({ seconds, freeSeconds: free }) => seconds + free);
  return Math.max(goalMinutes * 60 || LEAST_SCALE_SECONDS, ...lengths);
}

export function billableSecondsOn(entries: readonly LoggedEntry[], day: Day): number {
  return secondsOn(
    entries.filter(({ billable }) => billable),
    day,
  );
}

/** Of the seven days that begin there. */
export function secondsInWeek(entries: readonly LoggedEntry[], weekStart: Day): number {
  return [0, 1, 2, 3, 4, 5, 6].reduce(
    (sum, offset) => sum + secondsOn(entries, addDays(weekStart, offset)),
    0,
  );
}
