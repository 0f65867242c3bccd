// Puts the parts of the timer together.
import type { EntryKey } from '../../../shared/ids.ts';
import { NO_ROUNDING } from '../../../shared/no-rounding.ts';
import type { Result } from '../../../shared/result.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { TimerSlice } from '../../../shared/snapshot.ts';
import type { Alongside, WorkspaceDatabase } from '../database.ts';
import { LateArrivals } from '../late-arrivals.ts';
import type { Outbox } from '../outbox.ts';
import { newRow } from '../outbox-row.ts';
import type { OutboxRows } from '../outbox-rows.ts';
import type { LastAct } from '../undo.ts';
import { lastAnswer } from './away-answered.ts';
import { ClockSetBack } from './clock-set-back.ts';
import type { DesktopInput } from './desktop-input.ts';
import type { MirroredBusiness, MirrorWorld } from './mirror-world.ts';
import { nextStep } from './next-step.ts';
import { Presence } from './presence.ts';
import { takeBackAnswer, takeBackEnd } from './taking-back.ts';
import {
  shownBusiness,
  type TimerCommands,
  type TimerCommandsWorld,
  timerCommands,
} from './timer-commands.ts';
import { TimerDesk, type TimerLog } from './timer-desk.ts';
import { TimerMirror } from './timer-mirror.ts';
import type { TimerRow } from './timer-row.ts';
import { TimerRows } from './timer-rows.ts';
import { timerSlice } from './timer-slice.ts';

export interface TimerWorld
  extends Omit<MirrorWorld, 'rows' | 'late' | 'entryOf' | 'isFromHere'>,
    Pick<TimerCommandsWorld, 'stored' | 'lists'> {
  readonly database: WorkspaceDatabase;
  readonly entries: OutboxRows;
  readonly outbox: Outbox;
  readonly settings: () => Settings;
  /** Milliseconds since any beginning, which nobody can set. */
  readonly uptime: () => number;
}

export interface Timer {
  /** How many stored ones could not be read. */
  readonly damaged: number;
  readonly commands: TimerCommands;
  slice(): TimerSlice;
  input(event: DesktopInput): void;
  /** Until then FreshBooks is asked by nobody but the person's own commands. */
  start(): void;
  /** Looks what runs at FreshBooks, for the business that is shown. Never rejects. */
  look(): Promise<void>;
  /** The way to FreshBooks is open again: tells what it was not told. */
  catchUp(): void;
  /** What was said of time away and can be taken back. */
  lastAnswers(): readonly LastAct[];
  /**
   * An answer about time away is taken back.
   * @param store takes back what it became, in the same transaction
   */
  takeBackAnswer(
    key: EntryKey,
    store: (entries: readonly EntryKey[], alongside: Alongside) => Result<undefined>,
  ): Result<undefined>;
  /** A stopped timer's entry is taken back. @param store stores that, in the same transaction */
  takeBackEnd(key: EntryKey, store: (alongside: Alongside) => Result<undefined>): Result<undefined>;
  close(): void;
}

export function openTimer(world: TimerWorld): Timer {
  const { clock, lists, settings, onChange, entries, outbox } = world;
  const rows = new TimerRows(world.database);
  const mirror = new TimerMirror({
    ...world,
    rows,
    late: new LateArrivals(world.uptime),
    entryOf(key) {
      const entry = entries.find(key);
      return entry && { savedAtMs: entry.state === 'saved' ? entry.savedAtMs : null };
    },
    isFromHere: (id) => entries.list().some(({ remoteId }) => remoteId === id),
  });
  const presence = new Presence({
    rows,
    awayAfterMs: () => settings().awayAfterMinutes * 60_000,
  });
  const setBack = new ClockSetBack({ rows, clock, uptime: world.uptime });
  const desk = new TimerDesk({
    rows,
    clock,
    randomId: world.randomId,
    log,
    roundingOf: ({ businessId }) => settings().rounding[String(businessId)] ?? NO_ROUNDING,
    onPresence: (atMs) => presence.here(atMs),
  });
  const taking = { rows, clock, randomId: world.randomId };
  let started = false;

  function log(of: MirroredBusiness, logs: readonly TimerLog[], alongside: Alongside) {
    return outbox.storeWith(
      alongside,
      logs.map(({ key, draft, timer }) => {
        // What time away became is taken back with the answer, never by itself.
        const act = rows.find(key) ? ({ what: 'timer-logged', atMs: clock() } as const) : null;
        return newRow(of, { key, draft, timer, act });
      }),
    );
  }

  function changed(of: MirroredBusiness): void {
    onChange();
    void mirror.keepInStep(of);
  }

  function current(): TimerRow | null {
    const of = shownBusiness(world);
    return of.ok ? rows.current(of.value) : null;
  }

  /** Whoever comes back and pauses at once is asked about the absence before any sample was due. */
  function personActs(): void {
    setBack.look();
    presence.here(clock());
  }

  /** A timer outlives signing out, and waits unseen for its person to come back. */
  function isSignedIn({ source, identityId }: TimerRow): boolean {
    return world.stored
      .list()
      .some((login) => login.source === source && login.identity.id === identityId);
  }

  function told(takenBack: Result<undefined>): Result<undefined> {
    if (!takenBack.ok) return takenBack;
    onChange();
    void look();
    return takenBack;
  }

  async function look(): Promise<void> {
    const of = shownBusiness(world);
    if (started && of.ok) await mirror.keepInStep(of.value);
  }

  return {
    damaged: rows.damaged,
    commands: timerCommands({ ...world, rows, desk, changed, personActs }),
    slice() {
      const row = current();
      return timerSlice(row, {
        nowMs: clock(),
        timeZone: lists.day().timeZone,
        refusal: mirror.refusalOf(row),
        idleSignal: presence.idleSignal(),
        all: rows.list().filter(isSignedIn),
      });
    },
    input(event) {
      const isMoved = setBack.look();
      if (presence.input(event) || isMoved) onChange();
    },
    start() {
      started = true;
    },
    look,
    catchUp() {
      const row = current();
      if (!row || row.staysHere) return;
      const isBehind = !row.remote || nextStep(row.work, row.segments, row.remote) !== null;
      if (isBehind) void look();
    },
    lastAnswers: () =>
      rows
        .list()
        .filter(isSignedIn)
        .map(lastAnswer)
        .filter((act) => act !== null),
    takeBackAnswer: (key, store) => told(takeBackAnswer(taking, key, store)),
    takeBackEnd: (key, store) => told(takeBackEnd(taking, key, store)),
    close: () => mirror.close(),
  };
}
