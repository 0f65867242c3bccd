// Bugs nobody foresaw: written down without secrets, shown to nobody, and survived.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from '../../support/app/installation.ts';
import { button } from '../../support/app/screens.ts';

const TOKEN = 'eyJraWQiOiJmYWtlIn0.c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0';

let installation: Installation;

beforeAll(async () => {
  installation = await Installation.make();
  await installation.start();
  await button(installation.page, 'Connect FreshBooks').waitFor();
});

afterAll(() => installation.close());

function written(): Promise<string> {
  return readFile(join(installation.profile, 'logs/main.log'), 'utf8').catch(() => '');
}

describe('a bug in the main process', () => {
  it('goes to the log, masked, and no dialog is shown', async () => {
    const { electron } = installation.app;
    const dialogs = await electron.evaluateHandle(({ dialog }, token) => {
      const shown: string[] = [];
      dialog.showErrorBox = (title) => {
        shown.push(title);
      };
      setTimeout(() => {
        throw new Error(`Thrown by nobody in particular, access_token=${token}`);
      });
      void Promise.reject(new Error(`Rejected unheard, Bearer ${token}`));
      return shown;
    }, TOKEN);
    await expect.poll(written).toContain('Thrown by nobody in particular');
    await expect.poll(written).toContain('Rejected unheard');
    expect(await written()).not.toContain(TOKEN);
    expect(await dialogs.jsonValue()).toEqual([]);
    expect(await installation.page.evaluate(() => document.readyState)).toBe('complete');
  });
});

describe('a page whose process ends', () => {
  it('is drawn again', async () => {
    const { electron } = installation.app;
    const heading = () =>
      electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.querySelector("h1")?.textContent ?? ""',
        ),
      );
    expect(await heading()).toBe('Traybooks');
    const drawnAgain = electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.forcefullyCrashRenderer();
      return new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    });
    await drawnAgain;
    await expect.poll(heading).toBe('Traybooks');
  });
});
