// The icon in a real tray, clicked with a real pointer.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANOTHER_PROGRAM,
  type AnotherProgram,
  startAnotherProgram,
} from '../../support/app/another-program.ts';
import {
  focusedTitle,
  isTrayMenuOpen,
  pictureOfScreen,
  pressKeys,
} from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import { ROOT } from '../../support/app/running-app.ts';
import { button, quickLine } from '../../support/app/screens.ts';
import { type TrayIcon, trayIconOf } from '../../support/app/tray.ts';
import { hasKeyboard, isShown, openPopover, windowIs } from '../../support/app/window.ts';
import { countShowings, windowPlace } from '../../support/app/window-place.ts';

const PICTURES = join(ROOT, 'test-output/desktop');

let installation: Installation;
let other: AnotherProgram;
let icon: TrayIcon;

/** Shown, and the next key is for it. */
async function windowHasKeyboard(): Promise<void> {
  await windowIs(installation.app, 'shown');
  await expect.poll(focusedTitle).toBe('Traybooks');
}

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  installation = await Installation.make();
  other = await startAnotherProgram();
  icon = await trayIconOf(await installation.start());
});

afterAll(async () => {
  await other.close();
  await installation.close();
});

describe('the tray icon', () => {
  it('opens the popover by the icon, inside the work area', async () => {
    const { app, page } = installation;
    await page.keyboard.press('Escape');
    await windowIs(app, 'hidden');
    await icon.click();
    await windowIs(app, 'shown');
    const { bounds, workArea } = await windowPlace(app);
    expect(bounds).toMatchObject({ width: 380, height: 720 });
    expect(bounds.x).toBeGreaterThanOrEqual(workArea.x);
    expect(bounds.y).toBeGreaterThanOrEqual(workArea.y);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(workArea.x + workArea.width);
    expect(bounds.y + bounds.height).toBeLessThanOrEqual(workArea.y + workArea.height);
    // Just below the icon, and over or under it: not somewhere else on the screen.
    expect(bounds.y - (icon.place.y + icon.place.height)).toBeLessThanOrEqual(16);
    expect(icon.place.x).toBeGreaterThan(bounds.x);
    expect(icon.place.x).toBeLessThan(bounds.x + bounds.width);
    await pictureOfScreen(join(PICTURES, 'popover-by-icon.png'));
  });

  it('keeps the window through a click elsewhere while setting up', async () => {
    const { app } = installation;
    const showings = await countShowings(app);
    await other.click();
    await expect.poll(focusedTitle).toBe(ANOTHER_PROGRAM);
    // The app knows that it lost the keyboard, and has had its chance to hide.
    await expect.poll(() => hasKeyboard(app)).toBe(false);
    expect(await isShown(app)).toBe(true);
    expect(await showings.soFar()).toEqual([]);
  });

  it('hides the popover with a second click, without a flicker', async () => {
    const { app } = installation;
    const showings = await countShowings(app);
    await icon.click();
    await windowIs(app, 'hidden');
    expect(await showings.soFar()).toEqual(['hide']);
  });

  it('hides the popover with a second click when connected, too', async () => {
    const { app } = installation;
    await openPopover(app);
    await installation.connect();
    const showings = await countShowings(app);
    await icon.click();
    await windowIs(app, 'hidden');
    expect(await showings.soFar()).toEqual(['hide']);
    await icon.click();
    await windowIs(app, 'shown');
    await pictureOfScreen(join(PICTURES, 'popover-connected.png'));
    await icon.click();
    await windowIs(app, 'hidden');
    expect(await showings.soFar()).toEqual(['hide', 'show', 'hide']);
  });

  it('is not needed to hide: Escape does, and a click elsewhere once connected', async () => {
    const { app } = installation;
    await icon.click();
    await windowHasKeyboard();
    await pressKeys('Escape');
    await windowIs(app, 'hidden');
    await icon.click();
    await windowHasKeyboard();
    await other.click();
    await windowIs(app, 'hidden');
  });

  it('offers a menu with everything', async () => {
    const { app, page } = installation;
    await icon.openMenu();
    await pictureOfScreen(join(PICTURES, 'tray-menu.png'));
    await pressKeys('Escape');
    await expect.poll(isTrayMenuOpen).toBe(false);

    await icon.choose(1);
    await windowHasKeyboard();
    await button(page, 'Refresh').waitFor();
    await pressKeys('Escape');
    await windowIs(app, 'hidden');

    await icon.choose(2);
    await windowHasKeyboard();
    await quickLine(page).waitFor();
    expect((await windowPlace(app)).bounds).toMatchObject({ width: 600, height: 372 });
    await pressKeys('Escape');
    await windowIs(app, 'hidden');

    const asked = installation.sandbox.requests.length;
    await icon.choose(4);
    await expect.poll(() => installation.sandbox.requests.length).toBeGreaterThan(asked);
    expect(await isShown(app)).toBe(false);

    await icon.choose(5);
    await windowHasKeyboard();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect((await windowPlace(app)).bounds).toMatchObject({ width: 380, height: 720 });
    await pictureOfScreen(join(PICTURES, 'settings.png'));
  });
});
