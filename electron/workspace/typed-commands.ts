// What can be asked in words from outside the page: the same grammar as the quick-add line, on the
// same catalog. Unclear words are asked back and nothing is saved.
import type { Day } from '../../shared/day.ts';
import { elapsedSeconds } from '../../shared/elapsed.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import type { Reading, UnclearPart } from '../../shared/quick-add/reading.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Snapshot } from '../../shared/snapshot.ts';

export interface TypedWorld {
  readonly clock: () => number;
  readonly snapshot: () => Snapshot;
  readonly logTime: (input: CommandInput<'time.log'>) => Promise<Result<unknown>>;
  readonly startTimer: (input: CommandInput<'timer.start'>) => Promise<Result<unknown>>;
}

/** Who the words were for, by name; null where they named nobody. */
export interface NamedWork {
  readonly client: string | null;
  readonly project: string | null;
  readonly service: string | null;
  readonly note: string;
  /** Null: as the service has it. */
  readonly billable: boolean | null;
}

export interface AddedEntry extends NamedWork {
  readonly day: Day;
  readonly durationSeconds: number;
}

export interface StartedTimer extends NamedWork {
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
}

/** Nothing was saved where it is unclear. */
export type Typed<Done> =
  | { readonly clear: true; readonly done: Done }
  | { readonly clear: false; readonly unclear: readonly UnclearPart[] };

/** A start and a length that end so close to now mean "until now". */
const NOW_WITHIN_MS = 60_000;

const NO_LENGTH = 'How long was it? Say for example 1h30, or 9-10:30.';

const TIMER_HAS_NO_LENGTH =
  'A timer has no length. Say when it began, for example “started 20m ago”, or add an entry.';

/** @returns once the entry cannot be lost */
export async function quickAdd(
  world: TypedWorld,
  text: string,
): Promise<Result<Typed<AddedEntry>>> {
  const { snapshot, reading } = await read(world, text);
  if (reading.unclear.length > 0) return unclear(reading.unclear);
  if (reading.durationSeconds === null) return unclear([about(text, NO_LENGTH)]);
  const entry = {
    ...workOf(reading),
    durationSeconds: reading.durationSeconds,
    day: reading.day ?? snapshot.time.today,
    startedAtMs: reading.startedAt === null ? null : Date.parse(reading.startedAt),
  };
  const logged = await world.logTime(entry);
  if (!logged.ok) return logged;
  const { day, durationSeconds } = entry;
  return ok({ clear: true, done: { ...named(reading, snapshot), day, durationSeconds } });
}

/** A timer that runs already is logged first. */
export async function startFrom(
  world: TypedWorld,
  text: string,
): Promise<Result<Typed<StartedTimer>>> {
  const { snapshot, reading } = await read(world, text);
  const says = reading.spans.some(({ part }) => part === 'duration' || part === 'range');
  // A line without a length lacks nothing here.
  const asked = reading.unclear.filter(({ part }) => says || part !== 'duration');
  if (asked.length > 0) return unclear(asked);
  const nowMs = world.clock();
  const startedAtMs = reading.startedAt === null ? null : Date.parse(reading.startedAt);
  const { durationSeconds } = reading;
  if (durationSeconds !== null && says) {
    const endsNow =
      startedAtMs !== null &&
      Math.abs(startedAtMs + durationSeconds * 1000 - nowMs) < NOW_WITHIN_MS;
    if (!endsNow) return unclear([about(text, TIMER_HAS_NO_LENGTH)]);
  }
  const started = await world.startTimer({ ...workOf(reading), startedAtMs });
  if (!started.ok) return started;
  return ok({
    clear: true,
    done: { ...named(reading, snapshot), startedAtMs: startedAtMs ?? nowMs },
  });
}

export interface Status {
  readonly connection: 'connected' | 'offline' | 'sign-in-needed' | 'not-connected';
  readonly business: string | null;
  readonly timer:
    | (NamedWork & {
        readonly state: 'running' | 'paused';
        readonly elapsedSeconds: number;
        readonly startedAtMs: number;
        readonly kept: 'freshbooks' | 'here';
      })
    | null;
  readonly today: Day;
  readonly todaySeconds: number;
  readonly waiting: number;
  readonly unsure: number;
  readonly refused: number;
}

export function status(snapshot: Snapshot, todaySeconds: number, nowMs: number): Status {
  const { businesses, outbox, time, timer } = snapshot;
  const running = timer.timer;
  return {
    connection: connectionIn(snapshot),
    business: businesses.list.find(({ id }) => id === businesses.chosen)?.name ?? null,
    timer: running && {
      ...named(running, snapshot),
      state: running.runningSinceMs === null ? 'paused' : 'running',
      elapsedSeconds: elapsedSeconds(running, nowMs),
      startedAtMs: running.startedAtMs,
      kept: running.kept,
    },
    today: time.today,
    todaySeconds,
    waiting: outbox.waiting,
    unsure: outbox.unsure,
    refused: outbox.refused,
  };
}

function connectionIn({ connection, sync }: Snapshot): Status['connection'] {
  const active = connection.connections.find(({ id }) => id === connection.active);
  if (!active) return 'not-connected';
  const { state } = active;
  if (state.status === 'needs-sign-in' && state.severity === 'hard') return 'sign-in-needed';
  return sync.error?.code === 'offline' ? 'offline' : 'connected';
}

/** The grammar is read when first needed: most days nobody types outside the page. */
async function read({ clock, snapshot }: TypedWorld, text: string) {
  const [{ contextOf }, { readQuickAdd }] = await Promise.all([
    import('../../shared/quick-add/context-of.ts'),
    import('../../shared/quick-add/read-quick-add.ts'),
  ]);
  const now = snapshot();
  return { snapshot: now, reading: readQuickAdd(text, contextOf(now, clock())) };
}

function about(text: string, why: string): UnclearPart {
  return { part: 'duration', why, choices: [], from: text.length, to: text.length };
}

function unclear(parts: readonly UnclearPart[]) {
  return ok({ clear: false, unclear: parts } as const);
}

function workOf({ clientId, projectId, serviceId, billable, note }: Reading) {
  return { clientId, projectId, serviceId, billable, note: note ?? '' };
}

function named(
  {
    clientId,
    projectId,
    serviceId,
    billable,
    note,
  }: Omit<ReturnType<typeof workOf>, 'note'> & {
    readonly note: string | null;
  },
  { catalog }: Snapshot,
): NamedWork {
  return {
    client: catalog.clients.find(({ id }) => id === clientId)?.name ?? null,
    project: catalog.projects.find(({ id }) => id === projectId)?.title ?? null,
    service: catalog.services.find(({ id }) => id === serviceId)?.name ?? null,
    note: note ?? '',
    billable,
  };
}
