// What a person said the time away was can be taken back, too: the timer is then as it was before,
// the question open again, and what became entries of its own is gone. Once the timer's stretches
// have changed since, it is too late: nobody could say which of them to bring back.
import { isDeepStrictEqual } from 'node:util';
import type { EntryKey } from '../../../shared/ids.ts';
import type { AwayGap } from '../../../shared/snapshot.ts';
import type { LastAct } from '../undo.ts';
import { type Segments, splitAt } from './segments.ts';
import type { TimerRow } from './timer-row.ts';

export interface AwayAnswered {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly before: { readonly segments: Segments; readonly gaps: readonly AwayGap[] };
  /** The stretches the answer left. */
  readonly after: Segments;
  /** What the time away became. */
  readonly entries: readonly EntryKey[];
}

/** @returns the timer with the question open again; null where nothing was said that still holds */
export function unanswered(row: TimerRow): TimerRow | null {
  const { answered } = row;
  if (row.state !== 'current' || answered === null) return null;
  const { before, after } = answered;
  if (!isDeepStrictEqual(row.segments, after)) return null;
  const [gap] = before.gaps;
  const wasCut = gap !== undefined && !isDeepStrictEqual(before.segments, after);
  // FreshBooks may have paused there without our knowing. The instant of that pause is kept, or the
  // next look would take it for somebody's own, and the time after it would be lost.
  const segments = wasCut ? splitAt(before.segments, gap.fromMs) : before.segments;
  return { ...row, segments, gaps: before.gaps, answered: null };
}

export function lastAnswer(row: TimerRow): LastAct | null {
  if (row.answered === null || unanswered(row) === null) return null;
  return { what: 'away-answered', key: row.key, atMs: row.answered.atMs };
}
