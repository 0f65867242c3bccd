// The global shortcut, pressed on a real keyboard, also when another program was there first.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnotherProgram, startAnotherProgram } from '../../support/app/another-program.ts';
import { focusedTitle, pictureOfScreen, pressKeys } from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import { ROOT } from '../../support/app/running-app.ts';
import { button, quickLine } from '../../support/app/screens.ts';
import { isShown, openPopover, windowIs } from '../../support/app/window.ts';

const PICTURES = join(ROOT, 'test-output/desktop');
const ALSO_TAKEN = 'CommandOrControl+Alt+K';

let installation: Installation;
let other: AnotherProgram;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  other = await startAnotherProgram(['CommandOrControl+Shift+T', ALSO_TAKEN]);
  installation = await Installation.make();
  await installation.start();
  await installation.connect();
});

afterAll(async () => {
  await other.close();
  await installation.close();
});

async function recordShortcut(keys: string): Promise<void> {
  const { page } = installation;
  await page.getByRole('button', { name: /^Log-time shortcut/ }).click();
  await page.keyboard.press(keys);
}

async function shortcutOpensLogTime(keys: string): Promise<void> {
  const { app, page } = installation;
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await windowIs(app, 'hidden');
  await pressKeys(keys);
  await windowIs(app, 'shown');
  await page.locator(':focus').and(quickLine(page)).waitFor();
  await expect.poll(focusedTitle).toBe('Traybooks');
}

describe('the log-time shortcut', () => {
  it('is said to be taken when another program has it, and the app goes on', async () => {
    const { page } = installation;
    await page.getByText('Its shortcut is used by another program.').waitFor();
    await pictureOfScreen(join(PICTURES, 'shortcut-taken.png'));
    await button(page, 'Settings').click();
    await page.getByText('Another program uses these keys.').waitFor();
    await pictureOfScreen(join(PICTURES, 'shortcut-taken-settings.png'));
  });

  it('works once others are chosen in the settings', async () => {
    const { page } = installation;
    await recordShortcut('Control+Shift+Y');
    await page.getByText('Another program uses these keys.').waitFor({ state: 'detached' });
    await shortcutOpensLogTime('ctrl+shift+y');
    await pressKeys('Escape');
    await windowIs(installation.app, 'hidden');
  });

  it('keeps working when the next ones chosen cannot be had', async () => {
    const { app, page } = installation;
    await openPopover(app);
    expect(await page.getByText('used by another program').count()).toBe(0);
    await button(page, 'Settings').click();
    await recordShortcut('Control+Alt+K');
    await page.getByText(/another program uses these keys/i).waitFor();
    await shortcutOpensLogTime('ctrl+shift+y');
  });

  it('is free again for others once replaced', async () => {
    const { app, page } = installation;
    await openPopover(app);
    await button(page, 'Settings').click();
    await recordShortcut('Control+Shift+U');
    await page.getByText(/another program uses these keys/i).waitFor({ state: 'detached' });
    const isFree = await app.electron.evaluate(
      ({ globalShortcut }) => !globalShortcut.isRegistered('CommandOrControl+Shift+Y'),
    );
    expect(isFree).toBe(true);
  });

  it('survives a restart, like every setting', async () => {
    await installation.quit();
    const app = await installation.start();
    // The settings are read a moment after the window is there.
    const isRegistered = () =>
      app.electron.evaluate(({ globalShortcut }) =>
        globalShortcut.isRegistered('CommandOrControl+Shift+U'),
      );
    await expect.poll(isRegistered, { timeout: 10_000 }).toBe(true);
    await shortcutOpensLogTime('ctrl+shift+u');
    expect(await isShown(app)).toBe(true);
  });
});
