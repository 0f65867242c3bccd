// Running timers in memory, as FreshBooks keeps them: segments sharing an id, and an entry in
// the end.
import type { Business, TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { TimeEntryId, TimerId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { RemoteTimer, RunningTimers, TimerStart } from '../../shared/running-timers.ts';

export type TimersMethod = `timers.${keyof RunningTimers}`;

const GONE = failed({ code: 'not-found', thing: 'timer' });

export interface TimersDouble extends RunningTimers {
  /** What FreshBooks holds, newest first; tests add to it what was started elsewhere. */
  running: readonly RemoteTimer[];
  /** In the web app or on the phone. @throws when there is no such timer */
  logElsewhere(id: TimerId, draft: TimeEntryDraft): TimeEntry;
}

type Call = <Value>(
  method: TimersMethod,
  business: Business,
  work: () => Result<Value>,
) => Promise<Result<Value>>;

/** What it shares with the rest of the double. */
export interface TimersDoubleWorld {
  readonly read: Call;
  readonly write: Call;
  /** Puts a new entry where entries are listed. */
  readonly store: (draft: TimeEntryDraft, id: number) => TimeEntry;
  readonly find: (id: TimeEntryId) => TimeEntry | undefined;
  readonly newId: () => number;
}

export function timersDouble(world: TimersDoubleWorld): TimersDouble {
  const { read, write, newId } = world;
  const find = (id: TimerId) => double.running.find((timer) => timer.id === id);

  function put(changed: RemoteTimer): void {
    const isRunning = changed.segments.some(({ durationSeconds }) => durationSeconds === null);
    double.running = double.running.map((timer) =>
      timer.id === changed.id ? { ...changed, isRunning } : timer,
    );
  }

  function begin({ startedAtMs, timeZone: _, ...work }: TimerStart): RemoteTimer {
    const segment = { id: newId() as TimeEntryId, startedAtMs, durationSeconds: null };
    const id = newId() as TimerId;
    const timer: RemoteTimer = { ...work, id, isRunning: true, segments: [segment] };
    double.running = [timer, ...double.running];
    return timer;
  }

  /** As FreshBooks does: the first segment's id stays with the entry. */
  function logged(timer: RemoteTimer, draft: TimeEntryDraft): TimeEntry {
    double.running = double.running.filter((other) => other.id !== timer.id);
    return world.store(draft, timer.segments[0]?.id ?? newId());
  }

  const double: TimersDouble = {
    running: [],
    logElsewhere(id, draft) {
      const timer = find(id);
      if (!timer) throw new Error(`No timer has the id ${id}.`);
      return logged(timer, draft);
    },
    list: (business) => read('timers.list', business, () => ok(double.running)),
    start: (business, start) => write('timers.start', business, () => ok(begin(start))),
    pause: (business, { id }, atMs) =>
      write('timers.pause', business, () => {
        const timer = find(id);
        if (!timer) return GONE;
        const segments = timer.segments.map((segment) =>
          segment.durationSeconds === null
            ? { ...segment, durationSeconds: Math.round((atMs - segment.startedAtMs) / 1000) }
            : segment,
        );
        put({ ...timer, segments });
        return ok();
      }),
    resume: (business, { id }, atMs) =>
      write('timers.resume', business, () => {
        const timer = find(id);
        if (!timer) return GONE;
        if (timer.isRunning) return ok();
        const open = { id: newId() as TimeEntryId, startedAtMs: atMs, durationSeconds: null };
        put({ ...timer, segments: [...timer.segments, open] });
        return ok();
      }),
    change: (business, { id }, { work, startedAtMs }) =>
      write('timers.change', business, () => {
        const timer = find(id);
        const [first, ...later] = timer?.segments ?? [];
        if (!timer || !first) return GONE;
        const start = startedAtMs ?? first.startedAtMs;
        const earlierSeconds = (first.startedAtMs - start) / 1000;
        const moved = {
          ...first,
          startedAtMs: start,
          durationSeconds:
            first.durationSeconds === null ? null : first.durationSeconds + earlierSeconds,
        };
        put({ ...timer, ...work, segments: [moved, ...later] });
        return ok();
      }),
    log: (business, timer, draft) =>
      write('timers.log', business, () => {
        const present = find(timer.id);
        if (present) return ok(logged(present, draft));
        const ids = timer.segments.map(({ id }) => id);
        const found = ids.map(world.find).find((one) => one !== undefined);
        return found ? ok(found) : GONE;
      }),
    discard: (business, id) =>
      write('timers.discard', business, () => {
        double.running = double.running.filter((timer) => timer.id !== id);
        return ok();
      }),
  };
  return double;
}
