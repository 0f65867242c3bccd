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

const NO_LENGTH = 'How long was it? Say for example 1h30, or 9-10:30.';

const TIMER_IS_NOW =
  'A timer runs now and has no length. Say when it began, for example “started 20m ago”, or add an entry.';

/** @returns once the entry cannot be lost */
export async function quickAdd(
  world: TypedWorld,
  text: string,
): Promise<Result<Typed<AddedEntry>>> {
  const { snapshot, reading, entryToLog } = await read(world, text);
  const entry = entryToLog(reading, snapshot.time.today);
  if (!entry.ok) return unclear(reading, text, NO_LENGTH);
  const logged = await world.logTime(entry.input);
  if (!logged.ok) return logged;
  const { day, durationSeconds } = entry.input;
  const done = { ...named(reading, snapshot), day: day as Day, durationSeconds };
  return ok({ clear: true, done });
}

/** A timer that runs already is logged first. */
export async function startFrom(
  world: TypedWorld,
  text: string,
): Promise<Result<Typed<StartedTimer>>> {
  const { snapshot, reading, timerToStart } = await read(world, text);
  const timer = timerToStart(reading, snapshot.time.today);
  if (!timer.ok) return unclear(reading, text, TIMER_IS_NOW);
  const started = await world.startTimer(timer.input);
  if (!started.ok) return started;
  const startedAtMs = timer.input.startedAtMs ?? world.clock();
  return ok({ clear: true, done: { ...named(reading, snapshot), startedAtMs } });
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
  /** Changed elsewhere as well; the person chooses in the popover. */
  readonly conflicts: number;
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
    conflicts: outbox.conflicts,
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
  const [{ contextOf }, { readQuickAdd }, { entryToLog, timerToStart }] = await Promise.all([
    import('../../shared/quick-add/context-of.ts'),
    import('../../shared/quick-add/read-quick-add.ts'),
    import('../../shared/quick-add/enter.ts'),
  ]);
  const now = snapshot();
  const reading = readQuickAdd(text, contextOf(now, clock()));
  return { snapshot: now, reading, entryToLog, timerToStart };
}

/** @param otherwise asked at the end of the line, where the grammar itself has no question */
function unclear(reading: Reading, text: string, otherwise: string) {
  const end = { from: text.length, to: text.length };
  const asked = { part: 'duration', why: otherwise, choices: [], ...end } as const;
  const parts = reading.unclear.length > 0 ? reading.unclear : [asked];
  return ok({ clear: false, unclear: parts } as const);
}

function named(
  work: Pick<Reading, 'clientId' | 'projectId' | 'serviceId' | 'billable' | 'note'>,
  { catalog }: Snapshot,
): NamedWork {
  const { clientId, projectId, serviceId, billable, note } = work;
  return {
    client: catalog.clients.find(({ id }) => id === clientId)?.name ?? null,
    project: catalog.projects.find(({ id }) => id === projectId)?.title ?? null,
    service: catalog.services.find(({ id }) => id === serviceId)?.name ?? null,
    note: note ?? '',
    billable,
  };
}
