// A timer from the icon's menu, the popover and the command line, and what the tray says of it.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isTrayMenuOpen, moveTo, pictureOfScreen, pressKeys } from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import { ROOT } from '../../support/app/running-app.ts';
import { type TrayIcon, trayIconOf } from '../../support/app/tray.ts';
import { listenToTray, type TrayWords } from '../../support/app/tray-words.ts';
import { isShown, openPopover, windowIs } from '../../support/app/window.ts';

const run = promisify(execFile);
const PICTURES = join(ROOT, 'test-output/desktop');

/** A busy machine needs a few seconds for what takes one. */
const SOON = { timeout: 15_000 };

let home: Installation;
let icon: TrayIcon;
let tray: TrayWords;
let scratch: string;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  scratch = await mkdtemp(join(tmpdir(), 'traybooks-icons-'));
  home = await Installation.make();
  await home.start();
  icon = await trayIconOf(home.app);
  await home.connect();
  tray = await listenToTray(home.app);
  await home.page.keyboard.press('Escape');
  await windowIs(home.app, 'hidden');
});
afterAll(() => home.close());

/** The icon as it is drawn on the panel now. */
async function pictureOfIcon(name: string): Promise<string> {
  const { x, y, width, height } = icon.place;
  const [screen, file] = [join(scratch, 'screen.png'), join(PICTURES, `tray-${name}.png`)];
  await pictureOfScreen(screen);
  await run('convert', [screen, '-crop', `${width}x${height}+${x}+${y}`, '+repage', file]);
  const pixels = join(scratch, `${name}.rgb`);
  await run('convert', [file, '-depth', '8', pixels]);
  return (await readFile(pixels)).toString('base64');
}

async function status() {
  return JSON.parse((await home.call('--status', '--json')).stdout);
}

function entriesNoted(note: string) {
  return home.sandbox.backstage
    .timeEntries()
    .filter((entry) => entry.note === note && entry.active && entry.durationSeconds !== null);
}

describe('a timer', () => {
  it('started on the command line is in the tray, by shape and in words', async () => {
    await moveTo(10, 600);
    const idle = await pictureOfIcon('idle');
    const started = await home.call('--start', 'clinic tray-shape started 2m ago');
    expect(started).toMatchObject({ exitCode: 0, stderr: '' });
    expect(started.stdout).toMatch(/^Started: .*Clinic website.*tray-shape, 0:02 so far\.$/);
    await expect.poll(tray.toolTip, SOON).toMatch(/^Clinic website · 0:02 · /);
    await expect.poll(() => pictureOfIcon('running'), SOON).not.toBe(idle);
    expect(await status()).toMatchObject({
      timer: { state: 'running', project: 'Clinic website', note: 'tray-shape' },
    });
  });

  it('is paused from the icon’s menu, which then offers to resume it', async () => {
    await icon.choose(3);
    await expect.poll(async () => (await status()).timer.state, SOON).toBe('paused');
    await expect.poll(tray.toolTip, SOON).toMatch(/^Clinic website · 0:0\d paused/);
    await icon.openMenu();
    await pictureOfScreen(join(PICTURES, 'tray-menu-timer.png'));
    await pressKeys('Escape');
    await expect.poll(isTrayMenuOpen, SOON).toBe(false);
  });

  it('is not drawn again while nothing changes', async () => {
    const drawn = await tray.timesDrawn();
    await home.call('--status');
    await home.call('--status', '--json');
    expect(await tray.timesDrawn()).toBe(drawn);
  });

  it('is resumed from the icon’s menu, without a window', async () => {
    await icon.choose(3);
    await expect.poll(async () => (await status()).timer.state, SOON).toBe('running');
    expect(await isShown(home.app)).toBe(false);
  });

  it('is known not to be watched in vain: this desktop tells when its person is away', async () => {
    const told = await home.page.evaluate(() => window.traybooks.call('snapshot.read'));
    expect(told).toMatchObject({ ok: true, value: { timer: { idleSignal: 'works' } } });
  });

  it('is in the popover, and stopped and logged there by its key', async () => {
    await openPopover(home.app);
    const bar = home.page.getByRole('region', { name: 'Timer' });
    await bar.waitFor();
    expect(await bar.innerText()).toContain('tray-shape');
    await pictureOfScreen(join(PICTURES, 'popover-timer.png'));
    await home.page.keyboard.press('Shift+P');
    await bar.waitFor({ state: 'detached' });
    await expect.poll(() => entriesNoted('tray-shape').length, SOON).toBe(1);
    await home.page.keyboard.press('Escape');
    await windowIs(home.app, 'hidden');
  });

  it('is started, paused, resumed and stopped by scripts', async () => {
    // Less than a second is not worth an entry, and scripts are fast.
    const start = await home.call('--start', 'clinic by-script started 1m ago');
    expect(start).toMatchObject({ exitCode: 0 });
    expect(await home.call('--pause')).toMatchObject({ exitCode: 0, stdout: 'Paused.' });
    expect(await status()).toMatchObject({ timer: { state: 'paused' } });
    expect(await home.call('--resume')).toMatchObject({ exitCode: 0, stdout: 'Running.' });
    expect(await home.call('--stop')).toMatchObject({ exitCode: 0 });
    expect(await status()).toMatchObject({ timer: null });
    await expect.poll(() => entriesNoted('by-script').length, SOON).toBe(1);
    await expect.poll(tray.toolTip, SOON).toMatch(/^Traybooks/);
  });

  it('gives way to another shape when FreshBooks cannot be reached', async () => {
    const before = await pictureOfIcon('before-offline');
    await home.goOffline();
    await icon.choose(4);
    await expect.poll(tray.toolTip, SOON).toMatch(/offline/);
    await expect.poll(() => pictureOfIcon('offline'), SOON).not.toBe(before);
  });
});
