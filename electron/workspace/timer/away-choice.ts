// What the person says the time away was, and what becomes of the timer then. They are asked for one
// gap at a time, the oldest first: somebody who looked in between twice was away twice.
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { TimerWork } from '../../../shared/running-timers.ts';
import type { AwayGap } from '../../../shared/snapshot.ts';
import { endedAt, without, workedDuring } from './segments.ts';
import type { TimerRow } from './timer-row.ts';

export type AwayAnswer =
  | { readonly choice: 'keep' | 'drop' | 'drop-and-go-on' }
  | { readonly choice: 'entries'; readonly parts: readonly AwayPart[] };

export interface AwayPart {
  readonly work: TimerWork;
  readonly durationSeconds: number;
}

export interface PartEntry extends AwayPart {
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
}

export interface Answered {
  readonly row: TimerRow;
  /** What becomes an entry of its own, in order. */
  readonly entries: readonly PartEntry[];
}

/**
 * @returns `not-found` when nothing was asked, `rejected` for parts longer than the gap. What the
 *   parts do not cover is dropped: the person has just said what the rest was.
 */
export function answerAway(row: TimerRow, answer: AwayAnswer): Result<Answered> {
  const [gap, ...later] = row.gaps;
  if (!gap) return failed({ code: 'not-found', thing: 'time away' });
  switch (answer.choice) {
    case 'keep':
      return ok({ row: { ...row, gaps: later }, entries: [] });
    case 'drop':
      // Whatever they did after coming back, the timer was not meant to run any more.
      return ok({
        row: { ...row, segments: endedAt(row.segments, gap.fromMs), gaps: [] },
        entries: [],
      });
    case 'drop-and-go-on':
      return ok({ row: cutOut(row, gap), entries: [] });
    case 'entries': {
      const entries = inOrder(answer.parts, gap);
      return entries.ok ? ok({ row: cutOut(row, gap), entries: entries.value }) : entries;
    }
  }
}

/** Gaps of which nothing is left in the timer are asked about no more. */
export function withGapsThatCount(row: TimerRow): TimerRow {
  const gaps = row.gaps.map((gap) => workedDuring(row.segments, gap)).filter((gap) => gap !== null);
  return { ...row, gaps };
}

function cutOut(row: TimerRow, gap: AwayGap): TimerRow {
  return { ...row, segments: without(row.segments, gap), gaps: row.gaps.slice(1) };
}

function inOrder(parts: readonly AwayPart[], gap: AwayGap): Result<readonly PartEntry[]> {
  let startedAtMs = gap.fromMs;
  const entries = parts.map((part) => {
    const entry = { ...part, startedAtMs };
    startedAtMs += part.durationSeconds * 1000;
    return entry;
  });
  if (startedAtMs <= gap.toMs) return ok(entries);
  return failed({ code: 'rejected', fields: { parts: 'are longer than the time away' } });
}
