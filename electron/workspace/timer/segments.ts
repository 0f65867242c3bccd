// A timer's time: stretches of work with a start and, all but the last, an end. Every instant is a
// whole second, as FreshBooks keeps them (freshbooks-api.md §6.2), so that stretches which follow
// one another add up to the second.
import type { AwayGap, RunningTimer } from '../../../shared/snapshot.ts';

export interface Segment {
  /** Milliseconds since the epoch, a whole second; so is the end. */
  readonly startMs: number;
  /** Null on the last one of a timer that runs. */
  readonly endMs: number | null;
}

export type Segments = readonly Segment[];

export function wholeSecond(instantMs: number): number {
  return Math.floor(instantMs / 1000) * 1000;
}

/** @param atMs as everywhere here, milliseconds since the epoch */
export function startedAt(atMs: number): Segments {
  return [{ startMs: wholeSecond(atMs), endMs: null }];
}

export function firstStart(segments: Segments): number {
  return segments[0]?.startMs ?? 0;
}

/** Start of the stretch that has no end yet; null while the timer is paused. */
export function runningSince(segments: Segments): number | null {
  const last = segments.at(-1);
  return last && last.endMs === null ? last.startMs : null;
}

/** What `shared/elapsed.ts` counts with. */
export function ticking(
  segments: Segments,
): Pick<RunningTimer, 'startedAtMs' | 'bankedSeconds' | 'runningSinceMs'> {
  const closedMs = segments.map(({ startMs, endMs }) => (endMs ?? startMs) - startMs);
  return {
    startedAtMs: firstStart(segments),
    bankedSeconds: closedMs.reduce((sum, ms) => sum + ms, 0) / 1000,
    runningSinceMs: runningSince(segments),
  };
}

/** A clock that stands before the start closes it without a second of work, never with less. */
export function pausedAt(segments: Segments, atMs: number): Segments {
  return segments.map((segment) =>
    segment.endMs === null
      ? { ...segment, endMs: Math.max(segment.startMs, wholeSecond(atMs)) }
      : segment,
  );
}

export function resumedAt(segments: Segments, atMs: number): Segments {
  if (runningSince(segments) !== null) return segments;
  const startMs = Math.max(wholeSecond(atMs), segments.at(-1)?.endMs ?? 0);
  return [...segments, { startMs, endMs: null }];
}

export function withFirstStart(segments: Segments, atMs: number): Segments {
  const [first, ...rest] = segments;
  return first ? [{ ...first, startMs: wholeSecond(atMs) }, ...rest] : segments;
}

/**
 * Takes out what lies between two instants; what ran across them goes on after it.
 * @returns stretches in order; one of no length stays where it is the start of them all
 */
export function without(segments: Segments, { fromMs, toMs }: AwayGap): Segments {
  const left = segments.flatMap(({ startMs, endMs }): Segments => {
    const before = { startMs, endMs: endMs === null ? fromMs : Math.min(endMs, fromMs) };
    const after = { startMs: Math.max(startMs, toMs), endMs };
    return [
      ...(before.endMs > startMs ? [before] : []),
      ...(endMs === null || endMs > after.startMs ? [after] : []),
    ];
  });
  // A timer needs a start, also where the gap has swallowed all of it.
  const startMs = firstStart(segments);
  return left.length > 0 ? left : [{ startMs, endMs: startMs }];
}

/** The stretch around that instant becomes two that touch there. */
export function splitAt(segments: Segments, atMs: number): Segments {
  return segments.flatMap((stretch): Segments => {
    const { startMs, endMs } = stretch;
    if (startMs >= atMs || (endMs !== null && endMs <= atMs)) return [stretch];
    return [
      { startMs, endMs: atMs },
      { startMs: atMs, endMs },
    ];
  });
}

/** As if it had been paused then: all that came later is taken out. */
export function endedAt(segments: Segments, atMs: number): Segments {
  return pausedAt(without(pausedAt(segments, Number.MAX_SAFE_INTEGER), after(atMs)), atMs);
}

function after(atMs: number): AwayGap {
  return { fromMs: atMs, toMs: Number.MAX_SAFE_INTEGER };
}

/** The part of a gap in which the timer ran; null when it did not. */
export function workedDuring(segments: Segments, gap: AwayGap): AwayGap | null {
  const parts = segments
    .map(({ startMs, endMs }) => ({
      fromMs: Math.max(startMs, gap.fromMs),
      toMs: Math.min(endMs ?? gap.toMs, gap.toMs),
    }))
    .filter(({ fromMs, toMs }) => toMs > fromMs);
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last ? { fromMs: first.fromMs, toMs: last.toMs } : null;
}

/**
 * The clock was set back, and what was known moves back with it: the timer keeps its length, and
 * no stretch lies in the future.
 */
export function movedBy(segments: Segments, ms: number): Segments {
  return segments.map(({ startMs, endMs }) => ({
    startMs: startMs + ms,
    endMs: endMs === null ? null : endMs + ms,
  }));
}
