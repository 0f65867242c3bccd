// The menu that belongs to no window. Electron's own would let Ctrl+R load the page again and
// Ctrl and plus zoom it, and take a draft along. macOS needs one for its editing keys.
import { Menu } from 'electron';

/** Must run before the app is ready: Electron sets its own menu then. */
export function setApplicationMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }])
      : null,
  );
}
