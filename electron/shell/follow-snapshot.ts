// What on the desktop follows the snapshot: the page, the icon, the shortcut, the theme.
import { nativeTheme, powerMonitor } from 'electron';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { followTray, type TrayDrawing } from './follow-tray.ts';
import type { Popover } from './popover-window.ts';
import type { Shortcut } from './shortcut.ts';

export function followSnapshot(
  workspace: Workspace,
  desktop: { readonly popover: Popover; readonly tray: TrayDrawing; readonly shortcut: Shortcut },
): void {
  const { popover, tray, shortcut } = desktop;
  const drawTray = followTray(tray, {
    clock: Date.now,
    timers: { set: setTimeout, clear: (timer) => clearTimeout(timer as NodeJS.Timeout) },
    snapshot: workspace.snapshot,
  });

  function applySettings({ settings }: Snapshot): void {
    nativeTheme.themeSource = settings.values.appearance;
    workspace.shortcutIs(shortcut.use(settings.values.logTimeShortcut));
  }

  let signingIn = false;

  /** The person is in the browser; how the sign-in ended is told here. */
  function comeBackFromBrowser({ connection }: Snapshot): void {
    const wasSigningIn = signingIn;
    signingIn = connection.signIn !== null;
    if (wasSigningIn && !signingIn) popover.show('popover');
  }

  workspace.subscribe((slices) => {
    popover.send({ name: 'snapshot.changed', slices });
    if (slices.connection) comeBackFromBrowser(workspace.snapshot());
    if (slices.settings) applySettings(workspace.snapshot());
    drawTray();
  });
  applySettings(workspace.snapshot());
  drawTray();
  // A sleep stops the wait for the next minute and not the work it counts.
  powerMonitor.on('resume', drawTray);
}
