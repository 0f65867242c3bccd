// A timer FreshBooks has is also changed in the web app and on the phone. Three of it are known: as
// FreshBooks had it when last seen, as it has it now, and as ours is. What changed there since is
// taken over, unless the same thing was changed here meanwhile: then ours stays and is sent.
import type { RemoteTimer } from '../../../shared/running-timers.ts';
import { isSameWork, segmentsOf, workOf } from './next-step.ts';
import { pausedAt, resumedAt, runningSince, type Segments } from './segments.ts';
import type { TimerRow } from './timer-row.ts';

/**
 * @param seenMs when this was found, milliseconds since the epoch
 * @returns the row with `now` as what FreshBooks has
 */
export function followed(row: TimerRow, now: RemoteTimer, seenMs: number): TimerRow {
  const before = row.remote;
  if (!before) return { ...row, remote: now };
  const segments = followedSegments(row.segments, segmentsOf(before), segmentsOf(now));
  const isResumed = runningSince(row.segments) === null && runningSince(segments) !== null;
  return {
    ...row,
    work: followsWork(row, before, now) ? workOf(now) : row.work,
    segments,
    // While it was paused nobody watched who was here.
    inputMs: isResumed ? Math.max(row.inputMs, seenMs) : row.inputMs,
    remote: now,
  };
}

function followsWork(row: TimerRow, before: RemoteTimer, now: RemoteTimer): boolean {
  return !isSameWork(now, before) && isSameWork(row.work, before);
}

function followedSegments(ours: Segments, before: Segments, now: Segments): Segments {
  if (isSame(before, now)) return ours;
  if (isSame(ours, before)) return now;
  // Ours has its own history; only the turn that was taken there is taken here, too. One that was
  // sent from here, and whose answer was lost, bears an instant of ours; one that lies before we
  // resumed it here is not the last word.
  const wasRunning = runningSince(before) !== null;
  const runsSinceMs = runningSince(now);
  if (wasRunning && runsSinceMs === null) {
    const endMs = now.at(-1)?.endMs ?? 0;
    const isBehindUs = endMs <= (runningSince(ours) ?? 0);
    const isOurs = ours.some((stretch) => stretch.endMs === endMs);
    return isOurs || isBehindUs ? ours : pausedAt(ours, endMs);
  }
  if (wasRunning || runsSinceMs === null) return ours;
  const isOurs = ours.some(({ startMs }) => startMs === runsSinceMs);
  return isOurs ? ours : resumedAt(ours, runsSinceMs);
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
