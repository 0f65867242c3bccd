// What a person saw when they did something to an entry: FreshBooks is compared with that before
// anything there is replaced, so a change made elsewhere is neither overwritten nor taken for theirs.
import type { TimeEntry } from '../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId } from '../../shared/ids.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { draftFrom, type OutboxRow } from './outbox-row.ts';

/** One that was settled here and listed since: the list is what they saw. */
export function asListed(row: OutboxRow, entry: TimeEntry, timeZone: string): OutboxRow {
  const draft = draftFrom(entry, timeZone);
  return { ...row, gone: false, draft, base: draft };
}

/**
 * An editor may have been open since before the last list.
 * @returns the row as it was when the editor was opened; one with something still to be sent keeps
 *   what it knows
 */
export function asSeen(
  row: OutboxRow,
  seen: NonNullable<CommandInput<'time.change'>['seen']>,
): OutboxRow {
  if (row.state !== 'saved' || row.base === null) return row;
  const { startedAtMs, durationSeconds, billable, note } = seen;
  const base = {
    ...row.base,
    startedAtMs,
    durationSeconds,
    billable,
    note,
    clientId: seen.clientId as ClientId | null,
    projectId: seen.projectId as ProjectId | null,
    serviceId: seen.serviceId as ServiceId | null,
  };
  return { ...row, draft: base, base };
}
