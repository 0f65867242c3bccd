// Which of five shapes the icon has. They differ in outline, not in colour alone: panels are small,
// of any colour, and some are drawn in one.
import type { Snapshot } from '../../shared/snapshot.ts';

export const TRAY_SHAPES = ['idle', 'running', 'waiting', 'offline', 'sign-in'] as const;

export type TrayShape = (typeof TRAY_SHAPES)[number];

/** What needs the person comes first; then what costs them money while they do not know of it. */
export function trayShape(snapshot: Snapshot): TrayShape {
  const { connection, sync } = snapshot;
  const active = connection.connections.find(({ id }) => id === connection.active);
  const ended = active?.state.status === 'needs-sign-in' && active.state.severity === 'hard';
  if (ended) return 'sign-in';
  if (isTimerRunning(snapshot)) return 'running';
  if (sync.error?.code === 'offline') return 'offline';
  return isHeldUp(snapshot) ? 'waiting' : 'idle';
}

/** Also where it runs for a business that is not shown: its minutes are being counted. */
export function isTimerRunning({ timer: { timer, runsFor } }: Snapshot): boolean {
  return runsFor.length > 0 || (timer !== null && timer.runningSinceMs !== null);
}

/** What is on its way this moment is not held up: the icon would flash at every entry. */
function isHeldUp({ outbox }: Snapshot): boolean {
  return outbox.heldUp || outbox.unsure + outbox.refused + outbox.conflicts > 0;
}
