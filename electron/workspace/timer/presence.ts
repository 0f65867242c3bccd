// Watches whether its person is there while a timer runs, and remembers on the disk since when they
// were not: the program may be ended before they are back, and asks them after the next start.
import type { AwayGap, TimerSlice } from '../../../shared/snapshot.ts';
import { type Watch, watched, watchFrom } from './away-watch.ts';
import type { DesktopInput } from './desktop-input.ts';
import { runningSince, wholeSecond, workedDuring } from './segments.ts';
import { asSeenAt, type TimerRow } from './timer-row.ts';
import type { TimerRows } from './timer-rows.ts';

export interface PresenceWorld {
  readonly rows: Pick<TimerRows, 'list' | 'noteAfter'>;
  /** A shorter absence is none; 0 never asks. */
  readonly awayAfterMs: () => number;
}

/**
 * Somebody away is sampled three times a minute, and one small write of those is enough: a kill
 * makes the last input, and the last instant that was seen, older by about a minute.
 */
const STORE_EVERY_MS = 45_000;

export class Presence {
  private readonly world: PresenceWorld;
  private watch: Watch | null = null;
  private signal: TimerSlice['idleSignal'] = 'unknown';

  constructor(world: PresenceWorld) {
    this.world = world;
  }

  idleSignal(): TimerSlice['idleSignal'] {
    return this.signal;
  }

  /** A command of the person's is an input, whatever the desktop knows of it. */
  here(atMs: number): void {
    if (this.watch) this.watch = { ...this.watch, locked: false };
    this.take({ kind: 'sample', atMs, idleSeconds: 0 });
  }

  /** @returns whether that changed what is shown; most events do not */
  input(event: DesktopInput): boolean {
    const before = this.signal;
    if (event.kind === 'sample') this.signal = event.idleSeconds === null ? 'none' : 'works';
    return this.take(event) || this.signal !== before;
  }

  private take(event: DesktopInput): boolean {
    const { rows, awayAfterMs } = this.world;
    const running = rows
      .list()
      .filter(({ state, segments }) => state === 'current' && runningSince(segments) !== null);
    if (running.length === 0) {
      this.watch = null;
      return false;
    }
    const before = notBefore(this.watch ?? fromRows(running), event.atMs);
    const { watch, gap } = watched(before, event, awayAfterMs());
    this.watch = watch;
    const gone = gap && { fromMs: wholeSecond(gap.fromMs), toMs: wholeSecond(gap.toMs) };
    let isShown = false;
    for (const row of running) {
      const seen = asSeenAt(row, wholeSecond(event.atMs));
      const missed = gone && this.missedOf(seen, gone);
      const now = {
        ...seen,
        inputMs: wholeSecond(watch.inputMs),
        gaps: missed ? [...seen.gaps, missed] : seen.gaps,
      };
      isShown ||= missed !== null || seen.segments !== row.segments;
      const isWorthIt = missed !== null || isOtherTime(row, now) || event.kind !== 'sample';
      if (isWorthIt) rows.noteAfter({ put: [now] });
    }
    return isShown;
  }

  /** The part of an absence that lies in one timer, and behind the last that was known of it. */
  private missedOf({ segments, inputMs }: TimerRow, gone: AwayGap): AwayGap | null {
    const missed = workedDuring(segments, { ...gone, fromMs: Math.max(gone.fromMs, inputMs) });
    return missed && missed.toMs - missed.fromMs >= this.world.awayAfterMs() ? missed : null;
  }
}

/** Input of whoever started them, as far as the disk remembers it. */
function fromRows(running: readonly TimerRow[]): Watch {
  const latest = (of: (row: TimerRow) => number) => Math.max(...running.map(of));
  return {
    ...watchFrom(latest(({ inputMs }) => inputMs)),
    watchedMs: latest(({ seenMs }) => seenMs),
  };
}

/** After the clock was set back, what was seen before lies as long ago as it did. */
function notBefore(watch: Watch, atMs: number): Watch {
  const back = watch.watchedMs - atMs;
  if (back <= 0) return watch;
  const { inputMs, wokeMs } = watch;
  return {
    ...watch,
    inputMs: inputMs - back,
    watchedMs: atMs,
    wokeMs: wokeMs === null ? null : wokeMs - back,
  };
}

function isOtherTime(row: TimerRow, now: TimerRow): boolean {
  const isLater = (of: (one: TimerRow) => number) => of(now) - of(row) >= STORE_EVERY_MS;
  const isSetBack = now.seenMs < row.seenMs;
  return isLater(({ inputMs }) => inputMs) || isLater(({ seenMs }) => seenMs) || isSetBack;
}
