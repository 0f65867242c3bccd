// What on the desktop follows the snapshot: the page, the icon, the shortcut, the theme, and whether
// anyone asks who is there.
import { nativeTheme, powerMonitor } from 'electron';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { Timers } from '../../shared/timers.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { followTray, type TrayDrawing } from './follow-tray.ts';
import { canTellIdleTime, watchIdle } from './idle-signal.ts';
import type { Popover } from './popover-window.ts';
import type { Shortcut } from './shortcut.ts';
import { isTimerRunning } from './tray-shape.ts';

const timers: Timers = {
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export function followSnapshot(
  workspace: Workspace,
  desktop: { readonly popover: Popover; readonly tray: TrayDrawing; readonly shortcut: Shortcut },
): void {
  const { popover, tray, shortcut } = desktop;
  const drawTray = followTray(tray, {
    clock: Date.now,
    timers,
    snapshot: workspace.snapshot,
  });

  function applySettings({ settings }: Snapshot): void {
    nativeTheme.themeSource = settings.values.appearance;
    workspace.shortcutIs(shortcut.use(settings.values.logTimeShortcut));
  }

  const watchPerson = watchIdle({
    clock: Date.now,
    timers,
    power: powerMonitor,
    canTell: canTellIdleTime(process.platform, process.env),
    input: workspace.input,
  });

  let signingIn = false;

  /** The person is in the browser; how the sign-in ended is told here. */
  function comeBackFromBrowser({ connection }: Snapshot): void {
    const wasSigningIn = signingIn;
    signingIn = connection.signIn !== null;
    if (wasSigningIn && !signingIn) popover.show('popover');
  }

  function followTimer(): void {
    drawTray();
    watchPerson(isTimerRunning(workspace.snapshot()));
  }

  workspace.subscribe((slices) => {
    popover.send({ name: 'snapshot.changed', slices });
    if (slices.connection) comeBackFromBrowser(workspace.snapshot());
    if (slices.settings) applySettings(workspace.snapshot());
    followTimer();
  });
  applySettings(workspace.snapshot());
  followTimer();
  // A sleep stops the wait for the next minute and not the work it counts.
  powerMonitor.on('resume', drawTray);
}
