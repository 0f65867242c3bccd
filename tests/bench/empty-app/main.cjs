// The yardstick: the least an Electron tray app can be. A tray icon, an empty window of the
// popover's size behind it, and a shortcut that shows it.
const { join } = require('node:path');
const { app, BrowserWindow, globalShortcut, Tray } = require('electron');

let tray;

app.whenReady().then(() => {
  tray = new Tray(join(__dirname, '../../../electron/shell/icons/idle.png'));
  tray.setToolTip('Empty');
  const window = new BrowserWindow({ width: 380, height: 640, show: false, frame: false });
  window.loadFile(join(__dirname, 'index.html'));
  globalShortcut.register('CommandOrControl+Shift+Y', () => window.show());
  window.webContents.on('before-input-event', (_event, { key }) => {
    if (key === 'Escape') window.hide();
  });
});
app.on('window-all-closed', () => {});
