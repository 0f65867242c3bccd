// The time worked on a day, by one rule for the icon and for the page.
import type { Day } from './day.ts';
import type { LoggedEntry } from './snapshot.ts';

/** What FreshBooks refused is left out: it is on no timesheet until the person has mended it. */
export function secondsOn(entries: readonly LoggedEntry[], day: Day): number {
  return entries
    .filter((entry) => entry.day === day && entry.state !== 'refused')
    .reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
}
