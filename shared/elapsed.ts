// How long a timer has run, by one rule for the tray, the page and the workspace.
import type { RunningTimer } from './snapshot.ts';

type Ticking = Pick<RunningTimer, 'bankedSeconds' | 'runningSinceMs'>;

/**
 * Whole seconds, rounded down: a minute counts once it is over.
 * @param nowMs milliseconds since the epoch; a clock set back behind the start counts as no time
 */
export function elapsedSeconds({ bankedSeconds, runningSinceMs }: Ticking, nowMs: number): number {
  if (runningSinceMs === null) return bankedSeconds;
  return bankedSeconds + Math.max(0, Math.floor((nowMs - runningSinceMs) / 1000));
}

/** @returns milliseconds until the minutes read differently; null while nothing is counted */
export function untilNextMinute(timer: Ticking, nowMs: number): number | null {
  const { bankedSeconds, runningSinceMs } = timer;
  if (runningSinceMs === null) return null;
  const elapsedMs = bankedSeconds * 1000 + Math.max(0, nowMs - runningSinceMs);
  const untilStart = Math.max(0, runningSinceMs - nowMs);
  return untilStart + 60_000 - (elapsedMs % 60_000);
}

/** "0:47", "1:05": whole minutes, rounded down. */
export function formatElapsed(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
