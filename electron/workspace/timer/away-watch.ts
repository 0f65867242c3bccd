// When the person was away: from the last input to the next, whatever lay between them: idleness, a
// locked screen, sleep, a closed lid, a clock that jumped, or a program that did not run and so saw
// nothing. Those causes overlap in every order, so none of them opens or closes a gap: only input
// does, and the causes are what makes it credible that there was none.
import type { AwayGap } from '../../../shared/snapshot.ts';
import { type DesktopInput, SAMPLE_AT_LEAST_EVERY_MS } from './desktop-input.ts';

/** All in milliseconds since the epoch. */
export interface Watch {
  /** The last input that is known of. */
  readonly inputMs: number;
  /** Until then it is known whether there was any. */
  readonly watchedMs: number;
  readonly locked: boolean;
  /** Since the last input the computer slept or its screen was locked. */
  readonly absent: boolean;
  /** It cannot have seen an input before that; null where it did not sleep. */
  readonly wokeMs: number | null;
}

export interface Watched {
  readonly watch: Watch;
  /** It has just ended; null for none long enough. */
  readonly gap: AwayGap | null;
}

/** Samples come late on a busy computer; what is longer than two and a half was not watched. */
const UNWATCHED_MS = 2.5 * SAMPLE_AT_LEAST_EVERY_MS;
/** Seconds of idleness are counted down, and read a moment after the clock. */
const SAME_INPUT_MS = 2_000;

/** Somebody is here: they have just pressed start, or resume. */
export function watchFrom(atMs: number): Watch {
  return { inputMs: atMs, watchedMs: atMs, locked: false, absent: false, wokeMs: null };
}

/**
 * @param awayAfterMs a gap shorter than this is none; 0 never asks
 * @param event its instant must not lie before `watchedMs` (see `movedBy` for a clock set back)
 */
export function watched(before: Watch, event: DesktopInput, awayAfterMs: number): Watched {
  const watch = { ...before, watchedMs: event.atMs };
  switch (event.kind) {
    case 'locked':
      return { watch: { ...watch, locked: true, absent: true }, gap: null };
    case 'sleeping':
      return { watch: { ...watch, absent: true }, gap: null };
    case 'woke':
      return { watch: { ...watch, absent: true, wokeMs: event.atMs }, gap: null };
    case 'unlocked':
      return returned(before, watch, event.atMs, awayAfterMs);
    case 'sample':
      return sampled(before, watch, event, awayAfterMs);
  }
}

function sampled(
  before: Watch,
  watch: Watch,
  { atMs, idleSeconds }: Extract<DesktopInput, { kind: 'sample' }>,
  awayAfterMs: number,
): Watched {
  const inputMs = atMs - (idleSeconds ?? 0) * 1000;
  // A locked screen sees the cat, and a password being typed; the person is back when it opens.
  // Some desktops stand their idle clock still while they sleep: what lies before waking is old.
  const isOld = inputMs <= (watch.wokeMs ?? 0) || inputMs <= watch.inputMs + SAME_INPUT_MS;
  if (watch.locked || isOld) return { watch, gap: null };
  return returned(before, watch, inputMs, awayAfterMs);
}

function returned(before: Watch, watch: Watch, atMs: number, awayAfterMs: number): Watched {
  const gap = { fromMs: before.inputMs, toMs: atMs };
  const isUnwatched = watch.watchedMs - before.watchedMs > UNWATCHED_MS;
  // Between two samples of somebody at work there are inputs nobody counted.
  const surelyAwayMs =
    before.absent || isUnwatched ? atMs - gap.fromMs : before.watchedMs - gap.fromMs;
  const isLong = awayAfterMs > 0 && surelyAwayMs >= awayAfterMs;
  return { watch: { ...watchFrom(atMs), watchedMs: watch.watchedMs }, gap: isLong ? gap : null };
}
