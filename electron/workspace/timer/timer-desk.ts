// The one place where a person's timer is changed: by their commands, and by what the desktop tells
// of them. Everything is on the disk before it is answered.
import type { TimeEntryDraft } from '../../../shared/books.ts';
import type { EntryKey } from '../../../shared/ids.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { RemoteTimer, TimerWork } from '../../../shared/running-timers.ts';
import type { Rounding } from '../../../shared/settings.ts';
import { dayOf } from '../../../shared/zoned-day.ts';
import type { Alongside } from '../database.ts';
import type { AwayAnswered } from './away-answered.ts';
import { type AwayAnswer, answerAway, withGapsThatCount } from './away-choice.ts';
import type { MirroredBusiness } from './mirror-world.ts';
import {
  firstStart,
  pausedAt,
  resumedAt,
  runningSince,
  startedAt,
  wholeSecond,
  withFirstStart,
} from './segments.ts';
import { entryOf, secondsUntil } from './timer-entry.ts';
import { asSeenAt, over, type TimerOwner, type TimerRow } from './timer-row.ts';
import type { TimerRows } from './timer-rows.ts';

export interface TimerLog {
  readonly key: EntryKey;
  readonly draft: TimeEntryDraft;
  /** The timer at FreshBooks that the entry closes; null where there is none. */
  readonly timer: RemoteTimer | null;
}

export interface TimerDeskWorld {
  readonly rows: TimerRows;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly roundingOf: (of: MirroredBusiness) => Rounding;
  /** Stores entries and runs `alongside` in one transaction; sending them goes on by itself. */
  readonly log: (
    of: MirroredBusiness,
    entries: readonly TimerLog[],
    alongside: Alongside,
  ) => Result<undefined>;
  /** The person did something, so they are here. */
  readonly onPresence: (atMs: number) => void;
}

export interface Resumed {
  /** What was paused is logged, and another timer runs on the same work. */
  readonly isNew: boolean;
}

interface Ended {
  readonly entries: readonly TimerLog[];
  readonly put: readonly TimerRow[];
}

const NO_TIMER = failed({ code: 'not-found', thing: 'timer' });

export class TimerDesk {
  private readonly world: TimerDeskWorld;

  constructor(world: TimerDeskWorld) {
    this.world = world;
  }

  /**
   * One that runs is logged first, in the same transaction; one of less than a second gives way.
   * @param startedAtMs milliseconds since the epoch; null for now
   * @returns `rejected` for a start in the future, for one before all of what runs, of which nothing
   *   would be left, and when the one that runs cannot be logged
   */
  start(of: MirroredBusiness, work: TimerWork, startedAtMs: number | null): Result<undefined> {
    const { rows, randomId, onPresence } = this.world;
    const nowMs = this.now();
    const atMs = wholeSecond(startedAtMs ?? nowMs);
    if (atMs > nowMs) return inFuture();
    const row: TimerRow = {
      source: of.source,
      identityId: of.identityId,
      businessId: of.businessId,
      key: randomId() as EntryKey,
      state: 'current',
      work,
      segments: startedAt(atMs),
      timeZone: of.timeZone,
      fromElsewhere: false,
      gaps: [],
      seenMs: nowMs,
      inputMs: nowMs,
      answered: null,
      overnightSeenMs: null,
      endedMs: null,
      remote: null,
      sentStart: null,
      staysHere: false,
    };
    const running = this.currentOf(of);
    // No minute is counted for both: what ran until then ends where the new one begins.
    const ended = running ? this.ended(of, running, atMs, nowMs) : ok({ entries: [], put: [] });
    if (!ended.ok) return ended;
    const { entries, put } = ended.value;
    const stored = rows.together({ put: [...put, row] }, (alongside) =>
      this.world.log(of, entries, alongside),
    );
    if (stored.ok) onPresence(nowMs);
    return stored;
  }

  /** Stops and logs it, rounded. @returns as `entryOf` */
  stop(of: MirroredBusiness): Result<undefined> {
    const row = this.currentOf(of);
    if (!row) return NO_TIMER;
    const entry = entryOf(row, this.now(), this.world.roundingOf(of));
    if (!entry.ok) return entry;
    const { entries, put } = this.logged(row, entry.value);
    return this.world.rows.together({ put }, (alongside) => this.world.log(of, entries, alongside));
  }

  pause(of: MirroredBusiness): Result<undefined> {
    return this.change(of, (row, nowMs) => ok({ ...row, segments: pausedAt(row.segments, nowMs) }));
  }

  /**
   * One that began on another day is logged, and a new one runs on the same work: an entry has one
   * day, and what is done today is none of yesterday's.
   * @returns as `start`, then
   */
  resume(of: MirroredBusiness): Result<Resumed> {
    const row = this.currentOf(of);
    const isNew = row !== null && isPausedOfAnotherDay(row, this.now());
    const resumed = isNew ? this.start(of, row.work, null) : this.goOn(of);
    return resumed.ok ? ok({ isNew }) : resumed;
  }

  private goOn(of: MirroredBusiness): Result<undefined> {
    const resumed = this.change(of, (row, nowMs) =>
      ok({
        ...row,
        segments: resumedAt(row.segments, nowMs),
        inputMs: nowMs,
        staysHere: false,
      }),
    );
    if (resumed.ok) this.world.onPresence(this.now());
    return resumed;
  }

  /** @param work null: stays as it is */
  edit(
    of: MirroredBusiness,
    work: TimerWork | null,
    startedAtMs: number | null,
  ): Result<undefined> {
    return this.change(of, (row, nowMs) => {
      const moved =
        startedAtMs === null ? ok(row) : withStart(row, wholeSecond(startedAtMs), nowMs);
      return moved.ok ? ok({ ...moved.value, work: work ?? row.work }) : moved;
    });
  }

  discard(of: MirroredBusiness): Result<undefined> {
    const row = this.currentOf(of);
    if (!row) return NO_TIMER;
    const isKnownThere = row.remote !== null || row.sentStart !== null;
    return this.world.rows.noteBefore(
      isKnownThere ? { put: [over(row, 'discarded', this.now())] } : { remove: [row.key] },
    );
  }

  /** What the oldest time away was. */
  answerAway(of: MirroredBusiness, answer: AwayAnswer): Result<undefined> {
    const { rows, randomId } = this.world;
    const row = this.currentOf(of);
    if (!row) return NO_TIMER;
    const answered = answerAway(row, answer);
    if (!answered.ok) return answered;
    const entries = answered.value.entries.map(({ work, durationSeconds, startedAtMs }) => ({
      key: randomId() as EntryKey,
      draft: { ...work, durationSeconds, startedAtMs, timeZone: row.timeZone },
      timer: null,
    }));
    const next = withGapsThatCount(answered.value.row);
    const said: AwayAnswered = {
      atMs: this.world.clock(),
      before: { segments: row.segments, gaps: row.gaps },
      after: next.segments,
      entries: entries.map(({ key }) => key),
    };
    const put = [{ ...next, answered: said }];
    return rows.together({ put }, (alongside) => this.world.log(of, entries, alongside));
  }

  overnightSeen(of: MirroredBusiness): Result<undefined> {
    return this.change(of, (row, nowMs) => ok({ ...row, overnightSeenMs: nowMs }));
  }

  private now(): number {
    return wholeSecond(this.world.clock());
  }

  private currentOf(of: TimerOwner): TimerRow | null {
    const row = this.world.rows.current(of);
    return row && asSeenAt(row, this.now());
  }

  private change(
    of: MirroredBusiness,
    changed: (row: TimerRow, nowMs: number) => Result<TimerRow>,
  ): Result<undefined> {
    const row = this.currentOf(of);
    if (!row) return NO_TIMER;
    const next = changed(row, this.now());
    return next.ok ? this.world.rows.noteBefore({ put: [withGapsThatCount(next.value)] }) : next;
  }

  private ended(of: MirroredBusiness, row: TimerRow, endMs: number, nowMs: number): Result<Ended> {
    if (secondsUntil(row, nowMs) < 1)
      return ok({ entries: [], put: [over(row, 'discarded', this.now())] });
    if (secondsUntil(row, endMs) < 1) return beforeWhatRuns();
    const entry = entryOf(row, endMs, this.world.roundingOf(of));
    return entry.ok ? ok(this.logged(row, entry.value)) : entry;
  }

  private logged(row: TimerRow, draft: TimeEntryDraft): Ended {
    const entries = [{ key: row.key, draft, timer: row.remote }];
    return { entries, put: [over(row, 'logged', this.now())] };
  }
}

function isPausedOfAnotherDay({ segments, timeZone }: TimerRow, nowMs: number): boolean {
  const isPaused = runningSince(segments) === null;
  return isPaused && dayOf(firstStart(segments), timeZone) !== dayOf(nowMs, timeZone);
}

function withStart(row: TimerRow, startedAtMs: number, nowMs: number): Result<TimerRow> {
  const [first] = row.segments;
  if (startedAtMs > nowMs) return inFuture();
  if (first?.endMs != null && startedAtMs >= first.endMs) {
    return failed({ code: 'rejected', fields: { startedAt: 'lies behind the first pause' } });
  }
  if (startedAtMs === firstStart(row.segments)) return ok(row);
  return ok({ ...row, segments: withFirstStart(row.segments, startedAtMs) });
}

function beforeWhatRuns(): Result<never> {
  const startedAt = 'lies before the timer that runs; log or discard that one first';
  return failed({ code: 'rejected', fields: { startedAt } });
}

function inFuture(): Result<never> {
  return failed({ code: 'rejected', fields: { startedAt: 'lies in the future' } });
}
