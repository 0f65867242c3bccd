// What FreshBooks is to be told next, so that its timer becomes what ours is. Derived from the two as
// they are and from no list of things to do: whatever was lost, cut off or done twice on the way,
// the next look finds what is left.
import type { Business } from '../../../shared/books.ts';
import type { Result } from '../../../shared/result.ts';
import type {
  RemoteTimer,
  RunningTimers,
  TimerChange,
  TimerWork,
} from '../../../shared/running-timers.ts';
import { firstStart, runningSince, type Segments, wholeSecond } from './segments.ts';

export type MirrorStep =
  | { readonly kind: 'change'; readonly change: TimerChange }
  | { readonly kind: 'pause'; readonly atMs: number }
  | { readonly kind: 'resume'; readonly atMs: number };

/**
 * One step of perhaps several. Stretches that were taken out of the middle after FreshBooks had
 * them stay there until the timer is logged: its length is then the entry's own.
 * @returns null when nothing is left that FreshBooks' timers can be told
 */
export function nextStep(
  work: TimerWork,
  segments: Segments,
  remote: RemoteTimer,
): MirrorStep | null {
  return nextChange(work, segments, remote) ?? nextTurn(segments, segmentsOf(remote));
}

export function sendStep(
  timers: RunningTimers,
  business: Business,
  remote: RemoteTimer,
  step: MirrorStep,
): Promise<Result<undefined>> {
  if (step.kind === 'change') return timers.change(business, remote, step.change);
  return timers[step.kind](business, remote, step.atMs);
}

export function isSameStep(one: MirrorStep, other: MirrorStep | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** FreshBooks' segments as ours. */
export function segmentsOf(remote: RemoteTimer): Segments {
  return remote.segments.map(({ startedAtMs, durationSeconds }) => {
    const startMs = wholeSecond(startedAtMs);
    return { startMs, endMs: durationSeconds === null ? null : startMs + durationSeconds * 1000 };
  });
}

export function isSameWork(a: TimerWork, b: TimerWork): boolean {
  return (
    a.clientId === b.clientId &&
    a.projectId === b.projectId &&
    a.serviceId === b.serviceId &&
    a.billable === b.billable &&
    a.note.trim() === b.note.trim()
  );
}

/** The part of a timer that says what for. */
export function workOf(timer: TimerWork): TimerWork {
  const { clientId, projectId, serviceId, internal, billable, note } = timer;
  return { clientId, projectId, serviceId, internal, billable, note };
}

function nextChange(work: TimerWork, segments: Segments, remote: RemoteTimer): MirrorStep | null {
  const [first] = segmentsOf(remote);
  const startedAtMs = firstStart(segments);
  const isMoved = first !== undefined && first.startMs !== startedAtMs;
  const canMove = isMoved && (first.endMs === null || startedAtMs < first.endMs);
  const isOther = !isSameWork(work, remote);
  if (!isOther && !canMove) return null;
  const change = { ...(isOther ? { work } : {}), ...(canMove ? { startedAtMs } : {}) };
  return { kind: 'change', change };
}

function nextTurn(ours: Segments, theirs: Segments): MirrorStep | null {
  const last = theirs.at(-1);
  if (!last) return null;
  const isRunning = runningSince(ours) !== null;
  const sameTurn = ours[theirs.length - 1];
  if (last.endMs === null) {
    const endMs = sameTurn ? sameTurn.endMs : isRunning ? null : (ours.at(-1)?.endMs ?? null);
    return endMs === null ? null : { kind: 'pause', atMs: Math.max(endMs, last.startMs) };
  }
  const next = ours[theirs.length];
  if (next) return { kind: 'resume', atMs: Math.max(next.startMs, last.endMs) };
  const sinceMs = runningSince(ours);
  return sinceMs === null ? null : { kind: 'resume', atMs: Math.max(sinceMs, last.endMs) };
}
