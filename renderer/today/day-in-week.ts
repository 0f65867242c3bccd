// Where the keys lead in the week strip: a day at a time, to its ends, a week at a time, and never
// to a day whose entries were not read.
import { addDays, type Day, startOfWeek } from '../../shared/day.ts';
import type { TimeSlice } from '../../shared/snapshot.ts';

export type Reach = Pick<TimeSlice, 'weekStart' | 'from' | 'firstDayOfWeek'>;

/** @returns null for a key that leads nowhere */
export function dayByKey(key: string, day: Day, reach: Reach): Day | null {
  const next = leadingTo(key, day, reach.firstDayOfWeek);
  return next && withinReach(next, reach);
}

function leadingTo(key: string, day: Day, firstDayOfWeek: number): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'Home':
      return startOfWeek(day, firstDayOfWeek);
    case 'End':
      return addDays(startOfWeek(day, firstDayOfWeek), 6);
    case 'PageUp':
      return addDays(day, -7);
    case 'PageDown':
      return addDays(day, 7);
    default:
      return null;
  }
}

/** The first day that was read at the earliest, the last of the present week at the latest. */
function withinReach(day: Day, { from, weekStart }: Reach): Day {
  const last = addDays(weekStart, 6);
  if (day < from) return from;
  return day > last ? last : day;
}
