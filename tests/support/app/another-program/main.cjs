// Another program on the person's desktop: a window to click on, and global shortcuts that it
// holds before the app asks for them.
const { app, BrowserWindow, globalShortcut } = require('electron');

const HOLD = '--hold=';
const wanted = process.argv.filter((word) => word.startsWith(HOLD));

app.whenReady().then(() => {
  const held = wanted.map((word) => globalShortcut.register(word.slice(HOLD.length), () => {}));
  const window = new BrowserWindow({
    x: 40,
    y: 480,
    width: 260,
    height: 180,
    title: 'Another program',
    backgroundColor: '#d9d4c7',
  });
  window.once('show', () => {
    process.stdout.write(held.every(Boolean) ? 'ready\n' : 'failed\n');
  });
  window.show();
});
