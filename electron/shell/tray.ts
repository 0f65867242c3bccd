// The icon in the tray, its menu, and where it is.
import { app, Menu, screen, Tray } from 'electron';
import type { TrayDrawing } from './follow-tray.ts';
import { menuTemplate } from './menu-template.ts';
import type { Rectangle } from './popover-placement.ts';
import { trayImages } from './tray-images.ts';
import { type TrayCommand, type TrayMenuItem, trayMenu } from './tray-menu.ts';

export interface TrayActions extends Readonly<Record<TrayCommand, () => void>> {
  /** @param icon bounds of the icon, or the point that was clicked */
  readonly toggle: (icon: Rectangle) => void;
}

export function createTray(actions: TrayActions): TrayDrawing {
  const image = trayImages(app.getAppPath());
  const tray = new Tray(image('idle'));
  tray.setToolTip('Traybooks');

  let menu: Menu;
  function setMenu(items: readonly TrayMenuItem[]): void {
    menu = Menu.buildFromTemplate(menuTemplate(items, actions));
    // On macOS a set menu would open on the left click too, and the popover never.
    if (process.platform !== 'darwin') tray.setContextMenu(menu);
  }
  setMenu(trayMenu(null));
  if (process.platform === 'darwin') tray.on('right-click', () => tray.popUpContextMenu(menu));

  tray.on('click', () => {
    const known = tray.getBounds();
    // Some desktops do not tell (Linux).
    const pointer = () => ({ ...screen.getCursorScreenPoint(), width: 0, height: 0 });
    actions.toggle(known.width > 0 ? known : pointer());
  });

  return {
    setMenu,
    setIcon: (shape) => tray.setImage(image(shape)),
    // There is no place for words beside an icon elsewhere.
    setTitle(text) {
      if (process.platform === 'darwin') tray.setTitle(text, { fontType: 'monospacedDigit' });
    },
    setToolTip: (text) => tray.setToolTip(text),
  };
}
