// What projects, services and time entries say, by the second reading (freshbooks-api.md §4 to §6).
import { isActive } from './expected-accounting.ts';
import { allRows } from './second-list.ts';
import { Damage, Place } from './second-reading.ts';

export function expectedProjects(bodies: readonly unknown[]): unknown {
  return allRows(bodies, ['projects'], ['meta'], (row) => {
    const id = row.member('id').id();
    const inside = row.member('services').maybe((place) => place.rows().map(service)) ?? [];
    const active = row.member('active').maybe((place) => place.yes()) ?? true;
    const complete = row.member('complete').maybe((place) => place.yes()) ?? false;
    return {
      id,
      isOpen: active && !complete,
      shown: {
        id,
        title: row.member('title').words() || `Project ${id}`,
        clientId: row.member('client_id').maybe((place) => place.id()),
        internal: row.member('internal').maybe((place) => place.yes()) ?? false,
        serviceIds: inside.filter((one) => one.isActive).map((one) => one.shown.id),
      },
    };
  })
    .filter(({ isOpen }) => isOpen)
    .map(({ shown }) => shown);
}

export function expectedServices(bodies: readonly unknown[]): readonly unknown[] {
  return allRows(bodies, ['services'], ['meta'], service)
    .filter((one) => one.isActive)
    .map(({ shown }) => shown);
}

function service(row: Place) {
  const id = row.member('id').id();
  return {
    id,
    isActive: isActive(row),
    shown: {
      id,
      name: row.member('name').words() || `Service ${id}`,
      billable: row.member('billable').maybe((place) => place.yes()) ?? false,
    },
  };
}

/** Half-open, milliseconds. */
export const SEPTEMBER = { fromMs: Date.UTC(2026, 8, 1), toMs: Date.UTC(2026, 9, 1) };

export function expectedEntries(bodies: readonly unknown[]): unknown {
  return allRows(bodies, ['time_entries'], ['meta'], entry)
    .filter((one) => one.isLogged && one.isKept)
    .map(({ shown }) => shown)
    .filter(({ startedAtMs: at }) => at >= SEPTEMBER.fromMs && at < SEPTEMBER.toMs)
    .sort((one, other) => other.startedAtMs - one.startedAtMs);
}

/** In FreshBooks' own order. */
export function expectedUnbilled(bodies: readonly unknown[]): unknown {
  return allRows(bodies, ['time_entries'], ['meta'], entry)
    .filter((one) => one.isLogged && one.isKept && one.shown.billable && !one.shown.billed)
    .map(({ shown }) => shown);
}

export function expectedEntryOrNone(body: unknown): unknown {
  const one = entry(new Place(body).member('time_entry'));
  return one.isKept ? one.shown : 'deleted';
}

export function expectedEntry(body: unknown): unknown {
  return entry(new Place(body).member('time_entry')).shown;
}

/** A deleted entry must not be brought back by changing it, and kept members must be readable. */
export function canBeChanged(body: unknown): void {
  const row = new Place(body).member('time_entry');
  if (row.member('active').maybe((place) => place.yes()) === false) throw new Damage(row.path);
  row.member('service_id').maybe((place) => place.id());
}

function entry(row: Place) {
  const id = row.member('id').id();
  const isLogged = row.member('is_logged').yes();
  const duration = row.member('duration');
  if (isLogged && duration.isMissing) duration.damage();
  return {
    id,
    isLogged,
    isKept: row.member('active').maybe((place) => place.yes()) ?? true,
    shown: {
      id,
      identityId: row.member('identity_id').maybe((place) => place.id()),
      startedAtMs: row.member('started_at').instant(),
      durationSeconds: duration.maybe((place) => place.wholeNumber()) ?? 0,
      timeZone: row.member('local_timezone').zone(),
      clientId: row.member('client_id').maybe((place) => place.id()),
      projectId: row.member('project_id').maybe((place) => place.id()),
      serviceId: row.member('service_id').maybe((place) => place.id()),
      internal: row.member('internal').maybe((place) => place.yes()) ?? false,
      billable: row.member('billable').maybe((place) => place.yes()) ?? false,
      billed: row.member('billed').maybe((place) => place.yes()) ?? false,
      note: row.member('note').maybe((place) => place.text()) ?? '',
    },
  };
}
