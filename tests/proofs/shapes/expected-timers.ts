// What the segments of timers and the rates say, by the second reading (freshbooks-api.md §4 to §6).
import { allRows } from './second-list.ts';
import { Damage, Place } from './second-reading.ts';

/** The page that is asked for, whatever it says of others. */
export function expectedTimers(body: unknown): unknown {
  return timersOf(new Place(body).member('time_entries').rows().map(segment));
}

/**
 * A started timer: what the answer holds, or what the list has under its id.
 * @param listed the body of the list, in order
 */
export function expectedStart(body: unknown, listed: unknown): unknown {
  const place = new Place(body).member('time_entry');
  const row = segment(place);
  const [told] = timersOf([row]);
  if (told) return told;
  const rows = new Place(listed).member('time_entries').rows().map(segment);
  const timers = timersOf(rows);
  const found = timers.find(({ segments }) => segments.some(({ id }) => id === row.id));
  if (!found) throw new Damage(place.path);
  return found;
}

function segment(row: Place) {
  const timer = row.member('timer').maybe((place) => place.member('id').id());
  for (const name of HANDED_BACK) row.member(name).maybe((place) => plain(place));
  row.member('local_timezone').zone();
  return {
    id: row.member('id').id(),
    timer,
    isLogged: row.member('is_logged').yes(),
    isKept: row.member('active').maybe((place) => place.yes()) ?? true,
    startedAtMs: row.member('started_at').instant(),
    durationSeconds: row.member('duration').maybe((place) => place.wholeNumber()),
    work: {
      clientId: row.member('client_id').maybe((place) => place.id()),
      projectId: row.member('project_id').maybe((place) => place.id()),
      serviceId: row.member('service_id').maybe((place) => place.id()),
      internal: row.member('internal').maybe((place) => place.yes()) ?? false,
      billable: row.member('billable').maybe((place) => place.yes()) ?? false,
      note: row.member('note').maybe((place) => place.text()) ?? '',
    },
  };
}

/** Sent back as they came, so they must be something plain. */
const HANDED_BACK = [
  'identity_id',
  'pending_client',
  'pending_project',
  'pending_task',
  'task_id',
  'billed',
  'retainer_id',
];

function plain(place: Place): void {
  if (typeof place.value === 'object') place.damage();
}

function timersOf(rows: readonly ReturnType<typeof segment>[]) {
  const running = rows.filter((row) => row.isKept && !row.isLogged && row.timer !== null);
  const byTimer = new Map(running.map((row) => [row.timer, [] as typeof running]));
  for (const row of running) byTimer.get(row.timer)?.push(row);
  return [...byTimer]
    .map(([id, own]) => {
      const inOrder = own.sort((a, b) => a.startedAtMs - b.startedAtMs || a.id - b.id);
      const newest = inOrder.at(-1);
      return {
        id,
        isRunning: own.some(({ durationSeconds }) => durationSeconds === null),
        segments: inOrder.map((row) => ({
          id: row.id,
          startedAtMs: row.startedAtMs,
          durationSeconds: row.durationSeconds,
        })),
        ...newest?.work,
      };
    })
    .sort(
      (a, b) =>
        Number(b.isRunning) - Number(a.isRunning) ||
        (b.segments.at(-1)?.startedAtMs ?? 0) - (a.segments.at(-1)?.startedAtMs ?? 0),
    );
}

const BASES: Readonly<Record<string, string>> = {
  project_rate: 'project',
  service_rate: 'service',
  team_member_rate: 'team-member',
};

export function expectedProjectRates(bodies: readonly unknown[]): unknown {
  return allRows(bodies, ['projects'], ['meta'], (row) => {
    const method = row.member('billing_method').words();
    const isFixed = row.member('project_type').words() === 'fixed_price';
    return {
      id: row.member('id').id(),
      basis: isFixed || !Object.hasOwn(BASES, method) ? 'unknown' : BASES[method],
      rate: rate(row),
    };
  });
}

export function expectedRates(body: unknown, list: string, idName: string): unknown {
  return new Place(body)
    .member(list)
    .rows()
    .map((row) => ({ id: row.member(idName).id(), rate: rate(row) }))
    .filter((row) => row.rate !== null);
}

function rate(row: Place): string | null {
  return row.member('rate').maybe((place) => {
    const text = place.text();
    return /^\d{1,12}(\.\d{1,6})?$/.test(text) ? text : place.damage();
  });
}
