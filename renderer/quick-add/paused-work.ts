// Whether starting a timer is only going on with the one that is paused.
import type { CommandInput } from '../../shared/ipc.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { isSameWork } from './pins.ts';

/** Nothing that was said is lost: another note, or a start of its own, is another timer. */
export function isPausedWork(
  timer: RunningTimer | null,
  { startedAtMs, note, billable, ...work }: CommandInput<'timer.start'>,
): timer is RunningTimer {
  return (
    timer !== null &&
    timer.runningSinceMs === null &&
    startedAtMs === null &&
    isSameWork(timer, work) &&
    (note === '' || note === timer.note) &&
    (billable === null || billable === timer.billable)
  );
}
