// A timer FreshBooks has is also changed in the web app and on the phone. Three of it are known: as
// FreshBooks had it when last seen, as it has it now, and as ours is. What changed there since is
// taken over, unless the same thing was changed here meanwhile: then ours stays and is sent.
import type { RemoteTimer } from '../../../shared/running-timers.ts';
import { isSameWork, segmentsOf, workOf } from './next-step.ts';
import { pausedAt, resumedAt, runningSince, type Segments } from './segments.ts';
import type { TimerRow } from './timer-row.ts';

/** @returns the row with `now` as what FreshBooks has */
export function followed(row: TimerRow, now: RemoteTimer): TimerRow {
  const before = row.remote;
  if (!before) return { ...row, remote: now };
  return {
    ...row,
    work: followsWork(row, before, now) ? workOf(now) : row.work,
    segments: followedSegments(row.segments, segmentsOf(before), segmentsOf(now)),
    remote: now,
  };
}

function followsWork(row: TimerRow, before: RemoteTimer, now: RemoteTimer): boolean {
  return !isSameWork(now, before) && isSameWork(row.work, before);
}

function followedSegments(ours: Segments, before: Segments, now: Segments): Segments {
  if (isSame(before, now)) return ours;
  if (isSame(ours, before)) return now;
  // Ours has its own history; only the turn that was taken there is taken here, too.
  const wasRunning = runningSince(before) !== null;
  const runsSinceMs = runningSince(now);
  if (wasRunning && runsSinceMs === null) {
    return pausedAt(ours, now.at(-1)?.endMs ?? 0);
  }
  return !wasRunning && runsSinceMs !== null ? resumedAt(ours, runsSinceMs) : ours;
}

function isSame(a: Segments, b: Segments): boolean {
  return (
    a.length === b.length &&
    a.every(({ startMs, endMs }, index) => {
      const other = b[index];
      return startMs === other?.startMs && endMs === other.endMs;
    })
  );
}
