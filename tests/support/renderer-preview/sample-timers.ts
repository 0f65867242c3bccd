// The states a timer can be in, on the sample data.
import type { BusinessId, ClientId } from '../../../shared/ids.ts';
import type { RunningTimer, Snapshot, TimerSlice } from '../../../shared/snapshot.ts';
import { runningTimer } from '../running-timer.ts';
import { sampleSnapshots } from './sample-snapshots.ts';

const MINUTE_MS = 60_000;

/** @param nowMs milliseconds since the epoch */
export function sampleTimers(nowMs: number) {
  const { full } = sampleSnapshots(nowMs);
  const started = nowMs - 47 * MINUTE_MS - 12_000;

  function running(change: Partial<RunningTimer> = {}, slice: Partial<TimerSlice> = {}): Snapshot {
    return {
      ...full,
      timer: { ...full.timer, timer: runningTimer(started, change), ...slice },
    };
  }

  const rounds = running();
  return {
    running: running(),
    paused: running({ bankedSeconds: 65 * 60 + 12, runningSinceMs: null }),
    rounded: {
      ...rounds,
      settings: {
        ...rounds.settings,
        values: {
          ...rounds.settings.values,
          rounding: { [String(101 as BusinessId)]: { toMinutes: 15, direction: 'up' } },
        },
      },
    },
    onThisComputer: running({ kept: 'here', refusal: { code: 'not-allowed', thing: 'timers' } }),
    fromElsewhere: running({ fromElsewhere: true, note: '' }, { idleSignal: 'none' }),
    overnight: running({
      startedAtMs: nowMs - 17 * 60 * MINUTE_MS,
      runningSinceMs: nowMs - 17 * 60 * MINUTE_MS,
      leftOvernight: true,
    }),
    unnamed: running({
      projectId: null,
      serviceId: null,
      clientId: 3 as ClientId,
      note: 'A very long note about everything that was talked about in the meeting',
    }),
    away: running({}, { away: { fromMs: nowMs - 46 * MINUTE_MS, toMs: nowMs - MINUTE_MS } }),
  } satisfies Record<string, Snapshot>;
}

export type TimerSample = keyof ReturnType<typeof sampleTimers>;
