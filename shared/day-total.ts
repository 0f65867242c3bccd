// The time worked on a day, by one rule for the icon and for the page.
import type { Day } from './day.ts';
import type { LoggedEntry } from './snapshot.ts';

/**
 * A new entry that FreshBooks refused is left out: it is on no timesheet until the person has
 * mended it. One whose change was refused is still on it.
 */
export function secondsOn(entries: readonly LoggedEntry[], day: Day): number {
  return entries
    .filter((entry) => entry.day === day && !isRefusedAddition(entry))
    .reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
}

function isRefusedAddition({ state, pending }: LoggedEntry): boolean {
  return state === 'refused' && (pending ?? 'add') === 'add';
}
