/**
 * Timers in somebody else's hands: the person starts, pauses or logs one in the web app or on the
 * phone, while our app looks on.
 */
import { addEntry, isRunning, logTimer, newTimerId, timersOf } from './business/timer-book.ts';
import type { SandboxWorld } from './sandbox-world.ts';
import type { BusinessRecord, TimeEntryRecord } from './state/sample-books.ts';

export interface WebAppTimer {
  /** The first business with accounting unless told. */
  readonly businessId?: number;
  /** Epoch milliseconds; now unless told. */
  readonly startedAtMs?: number;
  readonly clientId?: number;
  readonly projectId?: number;
  readonly serviceId?: number;
  readonly note?: string;
  readonly billable?: boolean;
}

/** All answer once it is on disk. @throws for a business or timer that is not there */
export interface WebAppTimers {
  /** @returns the timer's id */
  start(timer?: WebAppTimer): Promise<number>;
  pause(timerId: number): Promise<void>;
  resume(timerId: number): Promise<void>;
  log(timerId: number): Promise<TimeEntryRecord>;
  discard(timerId: number): Promise<void>;
}

export function createWebAppTimers(world: SandboxWorld): WebAppTimers {
  const { books } = world.state;

  function businessNamed(id: number | undefined): BusinessRecord {
    const business = books.businesses.find((each) =>
      id === undefined ? each.accountId !== null : each.id === id,
    );
    if (!business) throw new Error(`There is no business ${id}.`);
    return business;
  }

  function find(timerId: number) {
    for (const business of books.businesses) {
      const timer = timersOf(books, business.id).find(({ id }) => id === timerId);
      const newest = timer?.segments.at(-1);
      if (timer && newest) return { business, timer, newest };
    }
    throw new Error(`No timer has the id ${timerId}.`);
  }

  function close(timerId: number): void {
    for (const segment of find(timerId).timer.segments) {
      const seconds = Math.floor((world.clock() - segment.startedAtMs) / 1000);
      segment.durationSeconds ??= Math.max(0, seconds);
    }
  }

  return {
    async start(asked = {}) {
      const nowMs = world.clock();
      const timerId = newTimerId(books);
      const segment = {
        ...nothingYet,
        startedAtMs: wholeSecond(asked.startedAtMs ?? nowMs),
        clientId: asked.clientId ?? null,
        projectId: asked.projectId ?? null,
        serviceId: asked.serviceId ?? null,
        note: asked.note ?? null,
        billable: asked.billable ?? true,
      };
      addEntry(books, businessNamed(asked.businessId), segment, { timerId, nowMs });
      await world.save();
      return timerId;
    },
    async pause(timerId) {
      close(timerId);
      await world.save();
    },
    async resume(timerId) {
      const nowMs = world.clock();
      const { business, timer, newest } = find(timerId);
      if (isRunning(timer)) return;
      const segment = {
        ...newest,
        startedAtMs: wholeSecond(nowMs),
        durationSeconds: null,
        localStartedAt: null,
      };
      addEntry(books, business, segment, { timerId, nowMs });
      await world.save();
    },
    async log(timerId) {
      close(timerId);
      const entry = logTimer(books, find(timerId).timer, world.timerHabits, world.clock());
      await world.save();
      return entry;
    },
    async discard(timerId) {
      for (const segment of find(timerId).timer.segments) segment.active = false;
      await world.save();
    },
  };
}

/** Time entries have no parts of a second (freshbooks-api.md §6.2). */
function wholeSecond(epochMs: number): number {
  return Math.floor(epochMs / 1000) * 1000;
}

const nothingYet = {
  identityId: null,
  isLogged: false,
  durationSeconds: null,
  localStartedAt: null,
  localTimeZone: null,
  taskId: null,
  retainerId: null,
  pendingClient: null,
  pendingProject: null,
  pendingTask: null,
  active: true,
  billed: false,
  internal: false,
} as const;
