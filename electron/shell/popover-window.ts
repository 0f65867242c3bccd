// The one window: popover, quick-add bar and settings are surfaces of the same page, because
// every further window costs a person tens of megabytes all day. It is made hidden right after
// the tray and only ever shown and hidden; closing it would mean loading the page again.
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { app, BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import type { Surface, TraybooksEvent } from '../../shared/ipc.ts';
import { EVENT_CHANNEL } from '../../shared/ipc-channels.ts';
import { PAGE_URL } from './page-file.ts';
import {
  placeByIcon,
  placeForTyping,
  placeInCorner,
  type Rectangle,
  type Size,
} from './popover-placement.ts';

const SIZES: Readonly<Record<Surface, Size>> = {
  popover: { width: 380, height: 720 },
  // The line, two rows of what was understood, five offers and a foot: none moves another.
  'log-time': { width: 600, height: 372 },
  settings: { width: 380, height: 720 },
};

/** What the page stands on while nobody sees it; see use-surface.ts. Its size is taken then, too. */
const RESTING: Surface = 'log-time';

/** Paper and ink of the design tokens, so that the first frame is not a white flash. */
const BACKGROUND = { light: '#fdfdfb', dark: '#17191b' };

/** A click on the tray icon first blurs the window, which hides it; within this time it is the same click. */
const SAME_CLICK_MS = 250;

/** Some window managers put a window that was moved while hidden elsewhere, but soon after showing it. */
const SETTLED_MS = 500;

/** A page that crashes while it loads would otherwise be loaded for ever. */
const MOST_RELOADS = 3;

/** Catching up, with FreshBooks too, keeps the thread busy that the first frames need. */
const FIRST_FRAMES_MS = 100;

export interface PopoverOptions {
  readonly clock: () => number;
  /** While true a click elsewhere does not hide the window: a sign-in sends people to the browser. */
  readonly staysOpen: () => boolean;
  /** Shown: told once it is drawn. */
  readonly onVisibility: (visible: boolean) => void;
}

export interface Popover {
  readonly contents: WebContents;
  /** Resolves once the page is there, or could not be loaded. */
  readonly loaded: Promise<void>;
  show(surface: Surface): void;
  /** @param icon bounds of the tray icon, or the point that was clicked; null when unknown */
  toggle(icon: Rectangle | null): void;
  hide(): void;
  send(event: TraybooksEvent): void;
}

export function createPopover(options: PopoverOptions): Popover {
  const window = new BrowserWindow({
    ...SIZES[RESTING],
    show: false,
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    title: 'Traybooks',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(app.getAppPath(), 'dist/main/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // The spell checker would fetch dictionaries from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });

  // Over an app in full screen too: that is where people log time from.
  if (process.platform === 'darwin') {
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  }

  let quitting = false;
  let lastIcon: Rectangle | null = null;
  let surface: Surface = 'popover';
  let shownAtMs = Number.NEGATIVE_INFINITY;
  let hiddenByBlurAtMs = Number.NEGATIVE_INFINITY;
  let telling: NodeJS.Timeout | undefined;

  // Between quitting and the end of the process there is no window left to talk to.
  const send = (event: TraybooksEvent) => {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
  };

  /** Asked first, because moving a window to where it stands holds up its showing by a frame. */
  function moveTo(bounds: Rectangle): void {
    if (!isDeepStrictEqual(window.getBounds(), bounds)) window.setBounds(bounds);
  }

  function show(wanted: Surface): void {
    if (window.isDestroyed()) return;
    surface = wanted;
    // The page draws the surface while the window manager still maps the window.
    send({ name: 'surface.shown', surface });
    moveTo(place(surface, lastIcon));
    shownAtMs = options.clock();
    window.show();
    window.focus();
    clearTimeout(telling);
    telling = setTimeout(() => {
      if (!window.isDestroyed()) options.onVisibility(true);
    }, FIRST_FRAMES_MS);
  }

  function hide(): void {
    if (window.isDestroyed() || !window.isVisible()) return;
    window.hide();
    moveTo(place(RESTING, lastIcon));
    // Without this macOS leaves the keyboard with an app that has nothing to show.
    if (process.platform === 'darwin') app.hide();
    send({ name: 'surface.hidden' });
    clearTimeout(telling);
    options.onVisibility(false);
  }

  // On X11 one showing in five ended in the corner of the screen. Nobody can have dragged it there yet.
  window.on('move', () => {
    if (!window.isVisible() || options.clock() - shownAtMs > SETTLED_MS) return;
    moveTo(place(surface, lastIcon));
  });
  window.on('blur', () => {
    // Hiding takes the keyboard away too: that is no click elsewhere.
    if (!window.isVisible()) return;
    if (options.staysOpen() || window.webContents.isDevToolsOpened()) return;
    hiddenByBlurAtMs = options.clock();
    hide();
  });
  app.on('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    hide();
  });
  // Shown before the page could listen: say it again once it does.
  window.webContents.on('did-finish-load', () => {
    if (window.isVisible()) send({ name: 'surface.shown', surface });
  });
  // All that matters is in the main process: a page that crashed is simply drawn again.
  let crashes = 0;
  window.webContents.on('render-process-gone', () => {
    crashes += 1;
    if (!quitting && crashes <= MOST_RELOADS) window.reload();
  });
  const loaded = new Promise<void>((resolve) => {
    window.webContents.once('did-stop-loading', () => resolve());
  });
  void window.loadURL(PAGE_URL);

  return {
    contents: window.webContents,
    loaded,
    show,
    hide,
    send,
    toggle(icon) {
      lastIcon = icon ?? lastIcon;
      if (window.isDestroyed()) return;
      if (window.isVisible()) return hide();
      if (options.clock() - hiddenByBlurAtMs < SAME_CLICK_MS) return;
      show('popover');
    },
  };
}

function place(surface: Surface, icon: Rectangle | null): Rectangle {
  const size = SIZES[surface];
  if (surface === 'log-time') {
    return placeForTyping(
      size,
      screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea,
    );
  }
  if (icon) return placeByIcon(icon, size, screen.getDisplayMatching(icon).workArea);
  const { bounds, workArea } = screen.getPrimaryDisplay();
  return placeInCorner(size, bounds, workArea);
}
