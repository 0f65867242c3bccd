// The icon in the tray, its menu, and where it is.
import { join } from 'node:path';
import { app, Menu, nativeImage, screen, Tray } from 'electron';
import type { Rectangle } from './popover-placement.ts';

export interface TrayActions {
  /** @param icon bounds of the icon, or the point that was clicked */
  readonly toggle: (icon: Rectangle) => void;
  readonly open: () => void;
  readonly logTime: () => void;
  readonly refresh: () => void;
  readonly settings: () => void;
  readonly quit: () => void;
}

export interface TrayIcon {
  setToolTip(text: string): void;
  /** Null on desktops that do not tell (Linux). */
  bounds(): Rectangle | null;
}

export function createTray(actions: TrayActions): TrayIcon {
  const tray = new Tray(icon());
  tray.setToolTip('Traybooks');

  const menu = Menu.buildFromTemplate([
    { label: 'Open', click: actions.open },
    { label: 'Log time…', click: actions.logTime },
    { label: 'Refresh', click: actions.refresh },
    { type: 'separator' },
    { label: 'Settings', click: actions.settings },
    { label: 'Quit', click: actions.quit },
  ]);
  // On macOS a set menu would open on the left click too, and the popover never.
  if (process.platform === 'darwin') tray.on('right-click', () => tray.popUpContextMenu(menu));
  else tray.setContextMenu(menu);

  const bounds = (): Rectangle | null => {
    const known = tray.getBounds();
    return known.width > 0 ? known : null;
  };
  tray.on('click', () => {
    actions.toggle(bounds() ?? { ...screen.getCursorScreenPoint(), width: 0, height: 0 });
  });

  let shownToolTip = 'Traybooks';
  return {
    bounds,
    setToolTip(text) {
      // Every call reaches the desktop's bus; most changes of state leave the text as it is.
      if (text === shownToolTip) return;
      shownToolTip = text;
      tray.setToolTip(text);
    },
  };
}

/** In colour, except on macOS: elsewhere nothing tells whether the panel is light or dark. */
function icon() {
  const folder = join(app.getAppPath(), 'electron/shell/icons');
  if (process.platform === 'darwin') {
    const template = nativeImage.createFromPath(join(folder, 'trayTemplate.png'));
    template.setTemplateImage(true);
    return template;
  }
  const file = process.platform === 'win32' ? 'tray-colour.ico' : 'tray-colour.png';
  return nativeImage.createFromPath(join(folder, file));
}
