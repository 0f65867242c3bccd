// P, as on a player: starts, pauses and goes on. With Shift it stops and logs. C changes it.
import type { RunningTimer } from '../../shared/snapshot.ts';
import { usePopoverKeys } from '../screens/popover/use-popover-keys.ts';
import type { TimerCommands } from './use-timer-commands.ts';

export const PLAY_KEY = 'P';
export const STOP_KEY = 'Shift+P';
export const CHANGE_KEY = 'C';

export function useTimerKeys(
  timer: RunningTimer | null,
  commands: TimerCommands,
  turnChange: () => void,
): void {
  const play = !timer
    ? commands.start
    : timer.runningSinceMs === null
      ? commands.resume
      : commands.pause;
  const none = () => undefined;
  usePopoverKeys({
    p: play,
    'shift+p': timer ? commands.stop : none,
    c: timer ? turnChange : none,
  });
}
