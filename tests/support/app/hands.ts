// Hands on a real desktop: keys, clicks on the tray, pictures of the screen.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** @param keys as xdotool writes them, e.g. `ctrl+shift+t` */
export async function pressKeys(keys: string): Promise<void> {
  await run('xdotool', ['key', '--clearmodifiers', keys]);
}

export async function typeText(text: string): Promise<void> {
  await run('xdotool', ['type', '--delay', '8', text]);
}

/** @param button 1 left, 3 right */
export async function clickAt(x: number, y: number, button = 1): Promise<void> {
  await run('xdotool', ['mousemove', String(x), String(y), 'click', String(button)]);
}

export async function moveTo(x: number, y: number): Promise<void> {
  await run('xdotool', ['mousemove', String(x), String(y)]);
}

export interface OnScreen {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A docked icon has a name and a class; the panel's own bare windows have neither. */
const DOCKED = /"[^"]+": \("[^"]+" "[^"]+"\)\s+(\d+)x(\d+)\+-?\d+\+-?\d+\s+\+(-?\d+)\+(-?\d+)/;

/** Where the icon is in the tray; null when no tray took it in. */
export async function findTrayIcon(): Promise<OnScreen | null> {
  for (const panel of await windows(['search', '--class', 'trayer'])) {
    const { stdout } = await run('xwininfo', ['-tree', '-id', panel]);
    const docked = DOCKED.exec(stdout)?.slice(1).map(Number);
    if (!docked) continue;
    const [width = 0, height = 0, x = 0, y = 0] = docked;
    return { x, y, width, height };
  }
  return null;
}

/** A menu of the tray goes by the same name as the icon, which is always there. */
export async function isTrayMenuOpen(): Promise<boolean> {
  return (await windows(['search', '--onlyvisible', '--name', '^electron$'])).length > 1;
}

/** Title of the window that has the keyboard; empty when none has. */
export async function focusedTitle(): Promise<string> {
  const { stdout } = await run('xdotool', ['getwindowfocus', 'getwindowname']).catch(() => ({
    stdout: '',
  }));
  return stdout.trim();
}

/** Whether a window with this title can be seen. */
export async function isOnScreen(title: string): Promise<boolean> {
  return (await windows(['search', '--onlyvisible', '--name', `^${title}$`])).length > 0;
}

export async function pictureOfScreen(file: string): Promise<void> {
  await run('import', ['-window', 'root', file]);
}

async function windows(args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run('xdotool', args).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter(Boolean);
}
