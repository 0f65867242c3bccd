// What on the desktop follows the snapshot: the page, the icon's tooltip, the shortcut, the theme.
import { nativeTheme } from 'electron';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Popover } from './popover-window.ts';
import type { Shortcut } from './shortcut.ts';
import type { TrayIcon } from './tray.ts';
import { trayToolTip } from './tray-tool-tip.ts';

export function followSnapshot(
  workspace: Workspace,
  desktop: { readonly popover: Popover; readonly tray: TrayIcon; readonly shortcut: Shortcut },
): void {
  const { popover, tray, shortcut } = desktop;

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
    if (slices.invoices || slices.time) tray.setToolTip(trayToolTip(workspace.snapshot()));
  });
  applySettings(workspace.snapshot());
  tray.setToolTip(trayToolTip(workspace.snapshot()));
}
