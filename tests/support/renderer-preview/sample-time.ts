// The states that concern logged time: a full week before, an entry in every state, and what was
// done last, on sample data.
import type { ClientId, EntryKey, ProjectId, ServiceId } from '../../../shared/ids.ts';
import { parseMoney } from '../../../shared/money.ts';
import type { LoggedEntry, Snapshot, UnbilledClient } from '../../../shared/snapshot.ts';
import { day } from '../day.ts';

function unbilled(id: number, clientName: string, part: Partial<UnbilledClient>): UnbilledClient {
  return {
    clientId: id as ClientId,
    clientName,
    seconds: 3600,
    amount: null,
    unknownRateSeconds: 0,
    ...part,
  };
}

/**
 * @param full everything there is to show, with an entry at "2026-11-13 10:45"
 * @param nowMs milliseconds since the epoch
 */
export function sampleTime(full: Snapshot, nowMs: number) {
  const [latest, second, waiting, first, ...before] = full.time.entries;
  if (!latest || !second || !waiting || !first) throw new Error('The sample has too few entries');
  const hours = (entry: LoggedEntry, part: Partial<LoggedEntry>): LoggedEntry => ({
    ...entry,
    ...part,
  });

  const withEntries = (entries: readonly LoggedEntry[]): Snapshot => ({
    ...full,
    time: { ...full.time, from: day('2026-10-12'), entries },
  });

  const weekBefore = [3, 4, 5, 6].map((date) =>
    hours(first, {
      key: `before ${date}` as EntryKey,
      day: day(`2026-11-0${date}`),
      startedAtMs: first.startedAtMs - (13 - date) * 24 * 3_600_000,
      durationSeconds: 7.5 * 3600,
    }),
  );

  return {
    week: {
      ...withEntries([...full.time.entries, ...weekBefore]),
      unbilled: {
        ...full.invoices,
        clients: [
          unbilled(1, 'Northgate Dental', {
            seconds: 9 * 3600,
            amount: parseMoney('990.00', 'CAD'),
          }),
          unbilled(2, 'Acme Labs', { seconds: 12_600, amount: parseMoney('420.00', 'EUR') }),
          unbilled(3, 'Harbour & Pine', {
            seconds: 7200,
            amount: parseMoney('110.00', 'CAD'),
            unknownRateSeconds: 3600,
          }),
          unbilled(4, 'Bramble Bakery', { seconds: 5400, unknownRateSeconds: 5400 }),
        ],
      },
    },
    everyState: withEntries([
      hours(latest, {
        state: 'conflict',
        pending: 'change',
        theirs: { ...latest, durationSeconds: 1800, note: 'Planning, cut short' },
      }),
      hours(second, {
        state: 'refused',
        pending: 'change',
        refusal: { service_id: 'is not used on this project' },
      }),
      hours(waiting, { state: 'unsure', pending: 'add' }),
      hours(first, { billed: true }),
      ...before.map((entry, index) =>
        index === 0
          ? hours(entry, {
              state: 'refused',
              pending: 'delete',
              refusal: { __root__: 'the week is locked' },
            })
          : entry,
      ),
    ]),
    undoable: {
      ...withEntries(full.time.entries),
      outbox: {
        ...full.outbox,
        nextTryAtMs: nowMs + 5 * 60_000,
        undo: { id: 'u1', what: 'added', key: latest.key, untilMs: nowMs + 3_600_000 },
      },
    },
    archivedWork: withEntries([
      hours(latest, {
        clientId: 1 as ClientId,
        projectId: 99 as ProjectId,
        serviceId: 98 as ServiceId,
      }),
    ]),
    deletedElsewhere: withEntries([
      hours(latest, {
        state: 'conflict',
        pending: 'change',
        theirs: 'deleted',
        clientId: 1 as ClientId,
        projectId: 99 as ProjectId,
        serviceId: 98 as ServiceId,
      }),
      second,
    ]),
  } satisfies Record<string, Snapshot>;
}
