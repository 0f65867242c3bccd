// The page behind its walls, tried from inside: whatever a hole in the page could be used for.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_POLICY } from '../../../electron/shell/content-policy.ts';
import { Installation } from '../../support/app/installation.ts';
import { AS_ROOT } from '../../support/app/running-app.ts';
import { button } from '../../support/app/screens.ts';

let installation: Installation;

beforeAll(async () => {
  installation = await Installation.make();
  await installation.start();
  await button(installation.page, 'Connect FreshBooks').waitFor();
});

afterAll(() => installation.close());

/** Asks for a file of the page as the page would. */
function fetched(url: string) {
  return installation.app.electron.evaluate(async ({ net }, address) => {
    const answer = await net.fetch(address);
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    };
  }, url);
}

describe('the page', () => {
  it('is sent with its content policy', async () => {
    const { status, headers } = await fetched('app://traybooks/index.html');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toBe(CONTENT_POLICY);
    expect(CONTENT_POLICY).not.toContain('unsafe');
  });

  it('runs no inline script, handler or text, and applies no inline style', async () => {
    const happened = await installation.page.evaluate(async () => {
      const marks: string[] = [];
      Object.assign(window, { mark: (text: string) => marks.push(text) });
      const script = document.createElement('script');
      script.textContent = 'mark("inline script")';
      document.head.append(script);
      const element = document.createElement('div');
      element.innerHTML = '<img src="/none.png" onerror="mark(\'handler\')" style="width: 7px">';
      const style = document.createElement('style');
      style.textContent = '.from-inline-style { width: 7px }';
      element.classList.add('from-inline-style');
      document.body.append(style, element);
      const image = element.querySelector('img');
      await new Promise((resolve) => image?.addEventListener('error', resolve));
      if (getComputedStyle(element).width === '7px') marks.push('inline style');
      if (image?.style.width === '7px') marks.push('style attribute');
      for (const added of [script, element, style]) added.remove();
      return marks;
    });
    expect(happened).toEqual([]);
  });

  it('reaches no network', async () => {
    const { baseUrl } = installation.sandbox;
    const before = installation.sandbox.requests.length;
    const outcome = await installation.page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'answered',
          (error: Error) => error.message,
        ),
      baseUrl,
    );
    expect(outcome).toBe('Failed to fetch');
    expect(installation.sandbox.requests.length).toBe(before);
  });

  it('knows nothing of Node or Electron, only the bridge’s two functions', async () => {
    const found = await installation.page.evaluate(() => ({
      globals: [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        'electron',
        'ipcRenderer',
      ].filter((name) => name in window),
      bridge: Object.keys(window.traybooks).sort(),
      isFrozen: Object.isFrozen(window.traybooks),
    }));
    expect(found).toEqual({ globals: [], bridge: ['call', 'subscribe'], isFrozen: true });
  });

  it('cannot be led away', async () => {
    const { app, page } = installation;
    const left = await app.electron.evaluateHandle(({ BrowserWindow }) => {
      const places: string[] = [];
      BrowserWindow.getAllWindows()[0]?.webContents.on('did-navigate', (_event, url) =>
        places.push(url),
      );
      return places;
    });
    // A document that had to go could not finish this.
    const stayed = await page.evaluate(async () => {
      const ways: ((address: string) => void)[] = [
        (address) => {
          window.location.href = address;
        },
        (address) => {
          const link = document.createElement('a');
          link.href = address;
          document.body.append(link);
          link.click();
          link.remove();
        },
        (address) => {
          const form = document.createElement('form');
          form.action = address;
          document.body.append(form);
          form.submit();
          form.remove();
        },
      ];
      for (const address of [
        'https://example.com/',
        'file:///etc/hostname',
        'data:text/html,elsewhere',
        'app://traybooks/other.html',
      ]) {
        for (const lead of ways) {
          lead(address);
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
      }
      return window.location.href;
    });
    expect(stayed).toBe('app://traybooks/index.html');
    expect(await left.jsonValue()).toEqual([]);
    // The driver's own locators now wait for a navigation that never comes; only plain calls follow.
  });

  it('cannot open windows, nor embed pages', async () => {
    const { app, page } = installation;
    const opened = await page.evaluate(() => [
      window.open('https://example.com/') === null,
      window.open('about:blank', '_blank') === null,
    ]);
    expect(opened).toEqual([true, true]);
    const views = await page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'https://example.com/');
      document.body.append(view);
      const isOrdinary = !('getURL' in view);
      view.remove();
      return isOrdinary;
    });
    expect(views).toBe(true);
    const contents = await app.electron.evaluate(
      ({ webContents }) => webContents.getAllWebContents().length,
    );
    expect(contents).toBe(1);
  });

  it('is given no permission', async () => {
    const answers = await installation.page.evaluate(async () => {
      const names = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read'];
      const states = await Promise.all(
        names.map(
          async (name) =>
            (await navigator.permissions.query({ name } as PermissionDescriptor)).state,
        ),
      );
      const refusal = (promise: Promise<unknown>) =>
        promise.then(
          () => 'granted',
          (error: Error) => error.name,
        );
      return {
        states,
        notification: await Notification.requestPermission(),
        clipboard: await refusal(navigator.clipboard.readText()),
        location: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            ({ code }) => resolve(code),
          ),
        ),
      };
    });
    expect(answers).toEqual({
      states: Array.from({ length: 5 }, () => 'denied'),
      notification: 'denied',
      clipboard: 'NotAllowedError',
      location: 1,
    });
  });

  it.each([
    'app://traybooks/../../package.json',
    'app://traybooks/..%2f..%2fpackage.json',
    'app://traybooks/%2e%2e/%2e%2e/package.json',
    'app://traybooks/assets/..%5c..%5c..%5cpackage.json',
    'app://elsewhere/index.html',
    'app://traybooks/',
  ])('gets no file at %s', async (address) => {
    const { status, body } = await fetched(address);
    expect({ status, body }).toEqual({ status: 404, body: 'Not found' });
  });

  it(
    AS_ROOT.length > 0
      ? 'runs without Chromium’s sandbox, which Chromium refuses to root; started as an ordinary user it has one'
      : 'runs in Chromium’s sandbox',
    async () => {
      const pid = await installation.app.electron.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      );
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      const isConfined = /^Seccomp:\s+2$/m.test(status) && /^NoNewPrivs:\s+1$/m.test(status);
      expect(isConfined).toBe(AS_ROOT.length === 0);
    },
  );
});
