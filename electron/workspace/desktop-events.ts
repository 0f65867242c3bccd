// What the desktop tells the workspace, and what each event moves.
import type { LiveConnections } from './live-connections.ts';
import type { Rhythm } from './rhythm.ts';
import type { Timer } from './timer/open-timer.ts';
import type { Workspace } from './workspace.ts';

export interface DesktopEventsWorld {
  readonly live: LiveConnections;
  readonly rhythm: Rhythm;
  readonly timer: Timer;
}

export type DesktopEvents = Pick<Workspace, 'setVisible' | 'networkBack' | 'wokeUp' | 'input'>;

export function desktopEvents({ live, rhythm, timer }: DesktopEventsWorld): DesktopEvents {
  return {
    setVisible(visible) {
      rhythm.setVisible(visible);
      // A timer may have been started on the phone a moment ago.
      if (visible) void timer.look();
    },
    networkBack() {
      live.catchUp();
      rhythm.networkBack();
      timer.catchUp();
    },
    wokeUp() {
      live.catchUp();
      rhythm.wokeUp();
      timer.catchUp();
    },
    input: timer.input,
  };
}
