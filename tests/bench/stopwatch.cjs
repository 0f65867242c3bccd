// Loaded with `-r` into our app and into the yardstick alike: the same stopwatch for both. It
// listens through what both have (an icon, a window, a global shortcut), tells what it saw on
// standard output, and takes one order a line on standard input.
const { app, BrowserWindow, globalShortcut, Tray } = require('electron');
const { createInterface } = require('node:readline');

/** `atMs` is the wall clock, which the benchmark shares; `ms` a length of time. */
const tell = (name, more = {}) =>
  process.stdout.write(`BENCH ${JSON.stringify({ name, atMs: Date.now(), ...more })}\n`);

/** What must be in the document, besides the document itself, for the page to count as drawn. */
const CONTENT = process.env.BENCH_CONTENT ?? '';
/** Where the text of the field stands again once it was read; empty where nothing reads it. */
const READ = process.env.BENCH_READ ?? '';
/** What is there once an entry is saved. */
const SAVED = process.env.BENCH_SAVED ?? '';
/** What must have the keyboard, besides the window, for the form to count as ready. */
const FIELD = process.env.BENCH_FIELD ?? '';

// Of two frames the first may have been under way already; the second shows what is there now.
const drawn = `new Promise((done) => {
  const twoFrames = () => requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
  const content = ${JSON.stringify(CONTENT)};
  const isThere = () => !content || document.querySelector(content) !== null;
  if (isThere()) return twoFrames();
  new MutationObserver((_changes, observer) => {
    if (!isThere()) return;
    observer.disconnect();
    twoFrames();
  }).observe(document, { childList: true, subtree: true });
})`;

const focused = `new Promise((done) => {
  const field = ${JSON.stringify(FIELD)};
  const isReady = () => document.hasFocus() && document.visibilityState === 'visible' &&
    (!field || document.activeElement?.matches(field));
  const frame = () => requestAnimationFrame(() =>
    isReady() ? requestAnimationFrame(() => done(true)) : frame());
  frame();
})`;

const setToolTip = Tray.prototype.setToolTip;
Tray.prototype.setToolTip = function first(...args) {
  Tray.prototype.setToolTip = setToolTip;
  setToolTip.apply(this, args);
  tell('tray-ready');
};

app.on('browser-window-created', (_event, window) => {
  const { webContents } = window;
  webContents.on('dom-ready', async () => {
    await webContents.executeJavaScript(drawn);
    tell('drawn');
  });
  window.on('hide', () => tell('hidden'));

  const register = globalShortcut.register;
  globalShortcut.register = (accelerator, action) => {
    const registered = register.call(globalShortcut, accelerator, async () => {
      const pressedAtMs = performance.now();
      // Asked before the window is shown, so that the answer cannot come too early.
      const ready = webContents.executeJavaScript(focused);
      action();
      await ready;
      tell('focused', { ms: performance.now() - pressedAtMs });
    });
    if (registered) tell('shortcut-registered');
    return registered;
  };
});

// Every firing of a timer the app set itself. The runtime's own timers do not pass here.
function countFirings() {
  const fired = [];
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
    const original = globalThis[name];
    if (!original) continue;
    globalThis[name] = (callback, ...rest) =>
      original(
        (...args) => {
          fired.push(`${name}(${rest[0] ?? ''})`);
          return callback(...args);
        },
        ...rest,
      );
  }
  globalThis.benchFirings = fired;
}
countFirings();

/**
 * Runs in the page. From a key's own time stamp to the frame that shows what came of it: looked for
 * at the beginning of each frame, taken once that frame is drawn. A page without a field gets one.
 */
function timeKeys({ fieldSelector, readSelector, savedSelector }) {
  let field = fieldSelector && document.querySelector(fieldSelector);
  if (!field) {
    field = document.body.appendChild(document.createElement('input'));
    field.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') field.value = '';
    });
  }
  field.focus();
  const isRead = () =>
    !readSelector || document.querySelector(readSelector)?.textContent === field.value;
  const isSaved = () => !savedSelector || document.querySelector(savedSelector) !== null;
  globalThis.benchKeys = { keystrokes: [], enters: [] };
  const afterFrame = new MessageChannel();
  let drawn = () => {};
  afterFrame.port1.onmessage = () => drawn();
  /** Makes ready for one key; `benchSeen` is when what came of it was drawn. */
  globalThis.benchKey = (kind) => {
    globalThis.benchSeen = new Promise((done) => {
      const isThere = kind === 'enters' ? isSaved : isRead;
      const start = ({ timeStamp }) => {
        const look = () => {
          if (!isThere()) return requestAnimationFrame(look);
          drawn = () => {
            globalThis.benchKeys[kind].push(performance.now() - timeStamp);
            done(true);
          };
          afterFrame.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      };
      document.addEventListener('keydown', start, { capture: true, once: true });
    });
  };
}

/** Lines one after another, each saved; all read alike. */
const LINES = Array.from({ length: 8 }, (_, line) => `clinic dev 1h30 kick-off number ${line}`);

function pressKey(contents, keyCode) {
  contents.sendInputEvent({ type: 'keyDown', keyCode });
  contents.sendInputEvent({ type: 'char', keyCode: keyCode === 'Return' ? '\r' : keyCode });
  contents.sendInputEvent({ type: 'keyUp', keyCode });
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const ORDERS = {
  /** Types into the focused field and tells how long each key took to be seen. */
  async 'time-keys'(contents) {
    const selectors = { fieldSelector: FIELD, readSelector: READ, savedSelector: SAVED };
    await contents.executeJavaScript(`(${timeKeys})(${JSON.stringify(selectors)})`);
    for (const line of LINES) {
      for (const key of [...line, 'Return']) {
        const kind = key === 'Return' ? 'enters' : 'keystrokes';
        await contents.executeJavaScript(`benchKey('${kind}')`);
        // A person's keys fall anywhere between two frames.
        await pause(20 + Math.random() * 20);
        pressKey(contents, key);
        await contents.executeJavaScript('benchSeen');
      }
      await pause(100);
    }
    tell('keys', await contents.executeJavaScript('benchKeys'));
  },
  /** Starts the page again with its timers counted from its first line. */
  async 'count-page-timers'(contents) {
    contents.debugger.attach();
    await contents.debugger.sendCommand('Page.enable');
    await contents.debugger.sendCommand('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${countFirings})()`,
    });
    const loaded = new Promise((done) => contents.once('dom-ready', done));
    contents.reload();
    await loaded;
    // A watched page is busier than an unwatched one.
    contents.debugger.detach();
  },
  /** Tells what fired since the last time this was asked. */
  async 'tell-firings'(contents) {
    const inMain = globalThis.benchFirings.splice(0);
    const inPage = await contents.executeJavaScript('benchFirings.splice(0)');
    tell('firings', { inMain, inPage });
  },
  async quit() {
    app.quit();
  },
};

createInterface({ input: process.stdin }).on('line', (order) => {
  ORDERS[order](BrowserWindow.getAllWindows()[0]?.webContents);
});
