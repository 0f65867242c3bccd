// What was worked on last: what most timers go on with.
import type { LoggedEntry, Snapshot } from './snapshot.ts';

/** Entries are newest first; one that is being deleted is no work any more. */
export function lastWork({ time }: Pick<Snapshot, 'time'>): LoggedEntry | null {
  return time.entries.find(({ pending }) => pending !== 'delete') ?? null;
}
