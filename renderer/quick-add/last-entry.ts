// The entry that "continue" goes on with.
import type { LoggedEntry } from '../../shared/snapshot.ts';

/**
 * @param entries newest first
 * @returns the one begun last that stands and can be named; null where there is none
 */
export function lastEntry(entries: readonly LoggedEntry[]): LoggedEntry | null {
  return (
    entries.find(
      ({ state, pending, projectId, clientId, serviceId, note }) =>
        state !== 'refused' &&
        pending !== 'delete' &&
        (projectId !== null || clientId !== null || serviceId !== null || note.trim() !== ''),
    ) ?? null
  );
}
