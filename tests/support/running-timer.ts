// A timer with nothing special about it, for tests to change one thing of.
import type { ProjectId, ServiceId } from '../../shared/ids.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';

/** @param startedAtMs milliseconds since the epoch */
export function runningTimer(
  startedAtMs: number,
  change: Partial<RunningTimer> = {},
): RunningTimer {
  return {
    clientId: null,
    projectId: 11 as ProjectId,
    serviceId: 21 as ServiceId,
    billable: true,
    note: 'home page',
    startedAtMs,
    bankedSeconds: 0,
    runningSinceMs: startedAtMs,
    kept: 'freshbooks',
    refusal: null,
    fromElsewhere: false,
    leftOvernight: false,
    ...change,
  };
}
