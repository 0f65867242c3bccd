// A timer of Maya's on the clinic's website, begun Thursday 12 November 2026 at 10:00 in Toronto.
import type { Segments } from '../../electron/workspace/timer/segments.ts';
import type { TimerRow } from '../../electron/workspace/timer/timer-row.ts';
import type {
  BusinessId,
  ClientId,
  EntryKey,
  IdentityId,
  ProjectId,
  ServiceId,
  TimeEntryId,
  TimerId,
} from '../../shared/ids.ts';
import type { RemoteTimer, TimerWork } from '../../shared/running-timers.ts';

export const START = Date.UTC(2026, 10, 12, 15);

export const minutes = (count: number) => count * 60_000;
/** Minutes after the start. */
export const at = (count: number) => START + minutes(count);

export const WORK: TimerWork = {
  clientId: 30411 as ClientId,
  projectId: 7004518 as ProjectId,
  serviceId: 4810022 as ServiceId,
  internal: false,
  billable: true,
  note: 'Home page layout',
};

/** From and to in minutes after the start; null: runs on. */
export function stretches(...pairs: readonly (readonly [number, number | null])[]): Segments {
  return pairs.map(([from, to]) => ({ startMs: at(from), endMs: to === null ? null : at(to) }));
}

export function timerRow(change?: Partial<TimerRow>): TimerRow {
  return {
    key: 'timer-1' as EntryKey,
    source: 'freshbooks',
    identityId: 880214 as IdentityId,
    businessId: 5120447 as BusinessId,
    state: 'current',
    work: WORK,
    segments: stretches([0, null]),
    timeZone: 'America/Toronto',
    fromElsewhere: false,
    gaps: [],
    seenMs: START,
    inputMs: START,
    answered: null,
    overnightSeenMs: null,
    endedMs: null,
    remote: null,
    sentStart: null,
    staysHere: false,
    ...change,
  };
}

/** As FreshBooks would tell of it. */
export function remoteTimer(segments: Segments, work: Partial<TimerWork> = {}): RemoteTimer {
  return {
    ...WORK,
    ...work,
    id: 18800321 as TimerId,
    isRunning: segments.some(({ endMs }) => endMs === null),
    segments: segments.map(({ startMs, endMs }, index) => ({
      id: (91200460 + index) as TimeEntryId,
      startedAtMs: startMs,
      durationSeconds: endMs === null ? null : (endMs - startMs) / 1000,
    })),
  };
}
