// A timer's time, moving each second while somebody can see it.
import { elapsedSeconds } from '../../shared/elapsed.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { useNow } from '../snapshot/use-visible.ts';

const SECOND_MS = 1000;
/** What is paused moves no more; the instant is still wanted now and then. */
const PAUSED_MS = 60_000;

/** @returns whole seconds, and the instant they hold for in milliseconds since the epoch */
export function useElapsed(timer: RunningTimer) {
  const nowMs = useNow(timer.runningSinceMs === null ? PAUSED_MS : SECOND_MS);
  return { nowMs, seconds: elapsedSeconds(timer, nowMs) };
}
