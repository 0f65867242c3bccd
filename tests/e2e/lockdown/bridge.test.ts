// The one door between the page and the main process, with the wrong knocks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from '../../support/app/installation.ts';
import { button } from '../../support/app/screens.ts';

let installation: Installation;

beforeAll(async () => {
  installation = await Installation.make();
  await installation.start();
  await button(installation.page, 'Connect FreshBooks').waitFor();
});

afterAll(() => installation.close());

/** Any call at all, as a page that was taken over could make it. */
function call(name: string, input?: unknown): Promise<unknown> {
  return installation.page.evaluate(
    ([command, payload]) => {
      const anyCall = window.traybooks.call as (...words: unknown[]) => Promise<unknown>;
      return anyCall(command, payload).catch((error: Error) => error.message);
    },
    [name, input],
  );
}

describe('the bridge', () => {
  it('passes no command that is not in the table', async () => {
    expect(await call('shell.run', { command: 'id' })).toBe('No such command');
    expect(await call('constructor')).toBe('No such command');
  });

  it.each([
    ['no payload where one belongs', 'time.log', undefined],
    ['a payload where none belongs', 'snapshot.read', { everything: true }],
    ['a number as text', 'business.choose', { businessId: '5' }],
    ['a flood', 'clipboard.copy', { text: 'x'.repeat(100_000) }],
    ['a setting out of range', 'settings.change', { refreshEveryMinutes: 0 }],
  ])('refuses %s', async (_what, name, input) => {
    expect(await call(name, input)).toMatchObject({ ok: false, error: { code: 'bug' } });
  });

  it('opens FreshBooks’ pages and no other address', async () => {
    const { electron } = installation.app;
    const opened = await electron.evaluateHandle(({ shell }) => {
      const addresses: string[] = [];
      shell.openExternal = async (url: string) => {
        addresses.push(url);
      };
      return addresses;
    });
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'http://my.freshbooks.com/',
      'https://my.freshbooks.com.example/',
      'https://someone@my.freshbooks.com/',
      'https://example.com/',
      'smb://my.freshbooks.com/share',
      'ms-msdt:/id',
    ]) {
      expect(await call('link.open', { url }), url).toMatchObject({ ok: false });
    }
    expect(await opened.jsonValue()).toEqual([]);
    expect(await call('link.open', { url: 'https://my.freshbooks.com/' })).toMatchObject({
      ok: true,
    });
    expect(await opened.jsonValue()).toEqual(['https://my.freshbooks.com/']);
  });

  it('is not there in frames inside the page', async () => {
    const { page } = installation;
    const found = await page.evaluate(async () => {
      const plain = document.createElement('iframe');
      const foreign = document.createElement('iframe');
      foreign.src = 'data:text/html,<p id="here">loaded</p>';
      document.body.append(plain, foreign);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const inPlain = plain.contentWindow !== null && 'traybooks' in plain.contentWindow;
      plain.remove();
      return { inPlain };
    });
    expect(found).toEqual({ inPlain: false });
    // The data: frame was refused its document by the content policy.
    const bodies = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.locator('#here').count()),
    );
    expect(bodies.every((count) => count === 0)).toBe(true);
  });

  it('does not open for another window, even one that shows our own page', async () => {
    const { electron } = installation.app;
    const answer = await electron.evaluate(async ({ app, BrowserWindow }) => {
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/dist/main/preload.cjs`, sandbox: true },
      });
      await other.loadURL('app://traybooks/index.html');
      const said: unknown = await other.webContents.executeJavaScript(
        "window.traybooks.call('snapshot.read')",
      );
      other.destroy();
      return said;
    });
    expect(answer).toEqual({ ok: false, error: { code: 'bug', detail: 'foreign sender' } });
  });
});
