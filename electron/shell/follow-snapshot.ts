// What on the desktop follows the snapshot: the page, the icon's tooltip, the shortcut, the theme.
import { nativeTheme } from 'electron';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Popover } from './popover-window.ts';
import type { Shortcut } from './shortcut.ts';
import { SHORTCUT_NOTICE, shortcutNotice } from './shortcut-notice.ts';
import type { TrayIcon } from './tray.ts';
import { trayToolTip } from './tray-tool-tip.ts';

export function followSnapshot(
  workspace: Workspace,
  desktop: { readonly popover: Popover; readonly tray: TrayIcon; readonly shortcut: Shortcut },
): void {
  const { popover, tray, shortcut } = desktop;

  let tried: string | null = null;

  function useShortcut(wanted: string): void {
    // Trying a taken one again with every other setting would bring a dismissed notice back.
    if (wanted === tried) return;
    tried = wanted;
    const state = shortcut.use(wanted);
    workspace.shortcutIs(state);
    const notice = shortcutNotice(state, wanted, shortcut.working(), process.platform);
    const isShown = workspace.snapshot().notices.some(({ id }) => id === SHORTCUT_NOTICE);
    if (notice) workspace.addNotice(notice);
    else if (isShown) workspace.dismissNotice(SHORTCUT_NOTICE);
  }

  function applySettings({ settings }: Snapshot): void {
    nativeTheme.themeSource = settings.values.appearance;
    useShortcut(settings.values.logTimeShortcut);
  }

  workspace.subscribe((slices) => {
    popover.send({ name: 'snapshot.changed', slices });
    if (slices.settings) applySettings(workspace.snapshot());
    if (slices.invoices || slices.time) tray.setToolTip(trayToolTip(workspace.snapshot()));
  });
  applySettings(workspace.snapshot());
  tray.setToolTip(trayToolTip(workspace.snapshot()));
}
