// A virtual desktop has a home of its own, so that a person's keyring, settings and browser
// profile are neither read nor touched by anything that runs in it.
// @ts-check
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What ties a program to the desktop it was started from; none of it may leak in. */
const OUTER_SESSION =
  /^(DISPLAY|XAUTHORITY|WAYLAND_.*|DBUS_.*|DESKTOP_.*|XDG_.*|GNOME_.*|GTK_.*|KDE_.*|QT_.*|SSH_AUTH_SOCK|SSH_AGENT_PID|SESSION_MANAGER)$/;

/** @returns {Promise<string>} absolute; readable by this user only, as XDG_RUNTIME_DIR must be */
export async function makeDesktopFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'traybooks-desktop-'));
  for (const name of [
    'home/.config',
    'home/.cache',
    'home/.local/share',
    'home/.local/state',
    'run',
  ]) {
    await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  }
  return folder;
}

/**
 * @param {NodeJS.ProcessEnv} outer
 * @param {string} folder from makeDesktopFolder
 * @returns {NodeJS.ProcessEnv}
 */
export function desktopEnvironment(outer, folder) {
  const home = join(folder, 'home');
  const kept = Object.entries(outer).filter(([name]) => !OUTER_SESSION.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    XDG_SESSION_TYPE: 'x11',
    LANG: outer.LANG ?? 'C.UTF-8',
    // No assistive technology runs here; without this every GTK program waits for its bus.
    NO_AT_BRIDGE: '1',
    // Drawing without a graphics card.
    LIBGL_ALWAYS_SOFTWARE: '1',
    // Lets the tour take pictures of the whole screen, which on a person's own would be theirs.
    TRAYBOOKS_VIRTUAL_DESKTOP: '1',
  };
}

/** @param {string} folder */
export async function removeDesktopFolder(folder) {
  // Programs that are just ending may still write for a moment.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
