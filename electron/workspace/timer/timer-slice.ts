// What is drawn of a timer.
import type { TraybooksError } from '../../../shared/errors.ts';
import type { TimerSlice } from '../../../shared/snapshot.ts';
import { ranThroughNight } from './overnight.ts';
import { runningSince, ticking } from './segments.ts';
import type { TimerRow } from './timer-row.ts';

/** What is known of it besides the row. */
export interface TimerFacts {
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** The business's; IANA name. */
  readonly timeZone: string;
  /** Why FreshBooks did not take it; null when it did, or was not asked. */
  readonly refusal: TraybooksError | null;
  readonly idleSignal: TimerSlice['idleSignal'];
  /** Of everybody who is signed in here. */
  readonly all: readonly TimerRow[];
}

/** @param row the one that is shown */
export function timerSlice(row: TimerRow | null, facts: TimerFacts): TimerSlice {
  const { nowMs, timeZone, refusal, idleSignal } = facts;
  const beside = facts.all
    .filter((one) => one.state === 'current' && runningSince(one.segments) !== null)
    .filter(({ key }) => key !== row?.key);
  // Two people of one business may both be signed in here.
  const runsFor = [...new Set(beside.map(({ businessId }) => businessId))];
  if (!row) return { timer: null, away: null, idleSignal, runsFor };
  const { work, segments, remote, fromElsewhere, overnightSeenMs } = row;
  const { clientId, projectId, serviceId, billable, note } = work;
  const sinceMs = runningSince(segments);
  return {
    timer: {
      clientId,
      projectId,
      serviceId,
      billable,
      note,
      ...ticking(segments),
      kept: remote ? 'freshbooks' : 'here',
      refusal: remote ? null : refusal,
      fromElsewhere,
      leftOvernight: sinceMs !== null && ranThroughNight(sinceMs, overnightSeenMs, nowMs, timeZone),
    },
    away: row.gaps[0] ?? null,
    idleSignal,
    runsFor,
  };
}
