// Bringing one's own FreshBooks app: what is pasted, what FreshBooks says about it, and what is
// said while the browser does not come back.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TraybooksError } from '../../../shared/errors.ts';
import { failed } from '../../../shared/result.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import type { PreviewPage } from '../../support/renderer-preview/preview-page.ts';
import {
  type SampleName,
  sampleSnapshots,
} from '../../support/renderer-preview/sample-snapshots.ts';

const ID = '5bdf0e28'.repeat(8);
const SECRET = 'c0ffee42'.repeat(8);
const PAIR = { clientId: ID, clientSecret: SECRET };
const REFUSED = { code: 'sign-in-needed', reason: 'invalid-client' } as const;
const CHECK = 'sign-in.check-credentials';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const samples = sampleSnapshots(Date.now());

interface Form extends PreviewPage {
  readonly id: Locator;
  readonly secret: Locator;
  readonly goOn: Locator;
  /** Names and input of what was sent about signing in. */
  readonly asked: () => Promise<readonly (readonly [string, unknown])[]>;
  readonly fill: (pair?: typeof PAIR) => Promise<void>;
}

/** By then whatever an answer set off has been drawn, or sent. */
async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))',
  );
}

async function openForm(state: SampleName = 'signedOut', dark = false): Promise<Form> {
  const opened = await preview.open({ snapshot: samples[state], dark });
  const { page, sent } = opened;
  await page.getByRole('button', { name: 'Connect FreshBooks' }).click();
  const id = page.getByRole('textbox', { name: 'Client ID' });
  const secret = page.getByRole('textbox', { name: 'Client secret' });
  return {
    ...opened,
    id,
    secret,
    goOn: page.getByRole('button', { name: 'Continue in browser' }),
    asked: async () =>
      (await sent())
        .filter(({ name }) => name.startsWith('sign-in.'))
        .map(({ name, input }) => [name, input] as const),
    async fill({ clientId, clientSecret } = PAIR) {
      await id.fill(clientId);
      await secret.fill(clientSecret);
    },
  };
}

/** As the clipboard would, with whatever it holds. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    input.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

const alertOn = (page: Page) => page.getByRole('alert');

describe('pasting credentials', () => {
  it('takes the value out of its line, over what the field held before', async () => {
    const { id } = await openForm();
    await id.fill('an old one');
    await paste(id, `  FRESHBOOKS_CLIENT_ID="${ID}"\r\n`);
    expect(await id.inputValue()).toBe(ID);
  });

  it('puts a named secret into its own field, and both at once into both', async () => {
    const { id, secret } = await openForm();
    await paste(id, `client_secret: ${SECRET}`);
    expect([await id.inputValue(), await secret.inputValue()]).toEqual(['', SECRET]);
    await paste(secret, `Client ID\n${ID}\nClient Secret\n${SECRET.toUpperCase()}`);
    expect([await id.inputValue(), await secret.inputValue()]).toEqual([ID, SECRET.toUpperCase()]);
  });

  it('has FreshBooks asked at once, once, when both look as FreshBooks makes them', async () => {
    const { page, id, secret, goOn, asked } = await openForm();
    await paste(id, ID);
    await paste(secret, SECRET);
    await page.getByText('FreshBooks knows this app').waitFor();
    expect(await asked()).toEqual([[CHECK, PAIR]]);
    await goOn.click();
    expect(await asked()).toEqual([
      [CHECK, PAIR],
      ['sign-in.freshbooks', PAIR],
    ]);
  });

  it('sends nothing that may be something else from the clipboard', async () => {
    const { id, secret, asked } = await openForm();
    await paste(id, ID);
    await paste(secret, 'correct horse battery staple');
    expect(await asked()).toEqual([]);
  });

  it('says of what cannot be a pair why, and asks nobody', async () => {
    const { page, secret, goOn, fill, asked } = await openForm();
    await fill({ clientId: ID, clientSecret: ` ${ID}` });
    await page.getByText('Both fields hold the same.').waitFor();
    expect(await goOn.getAttribute('aria-disabled')).toBe('true');
    await secret.press('Enter');
    expect(await asked()).toEqual([]);
  });
});

describe('checking credentials', () => {
  it('opens no browser for a pair FreshBooks does not know, and keeps both', async () => {
    const { page, id, secret, goOn, fill, asked, answerNext } = await openForm();
    await fill();
    await answerNext(CHECK, failed(REFUSED));
    await goOn.click();
    expect(await alertOn(page).innerText()).toContain('does not know this client ID and secret');
    expect([await id.inputValue(), await secret.inputValue()]).toEqual([ID, SECRET]);
    expect(await id.getAttribute('aria-invalid')).toBe('true');
    expect(await id.evaluate((input) => input === document.activeElement)).toBe(true);
    expect((await asked()).map(([name]) => name)).toEqual([CHECK]);
    await id.fill(`${ID}1`);
    expect(await alertOn(page).count()).toBe(0);
  });

  it('offers to swap the two', async () => {
    const { page, id, secret, goOn, fill, answerNext } = await openForm();
    await fill({ clientId: SECRET, clientSecret: ID });
    await answerNext(CHECK, failed(REFUSED));
    await goOn.click();
    await page.getByRole('button', { name: 'Swap the two' }).click();
    await page.getByText('FreshBooks knows this app').waitFor();
    expect([await id.inputValue(), await secret.inputValue()]).toEqual([ID, SECRET]);
  });

  it('asks a refused pair again only when the person presses again', async () => {
    const { page, goOn, fill, asked, answerNext } = await openForm();
    await fill();
    await answerNext(CHECK, failed(REFUSED));
    await goOn.click();
    await alertOn(page).waitFor();
    await twoFrames(page);
    expect((await asked()).map(([name]) => name)).toEqual([CHECK]);
    await goOn.click();
    await expect
      .poll(async () => (await asked()).map(([name]) => name))
      .toEqual([CHECK, CHECK, 'sign-in.freshbooks']);
  });

  it('lets a person go on who knows better', async () => {
    const { page, goOn, fill, asked, answerNext } = await openForm();
    await fill();
    await answerNext(CHECK, failed(REFUSED));
    await goOn.click();
    await page.getByRole('button', { name: 'Go on anyway' }).click();
    expect((await asked()).map(([name]) => name)).toEqual([CHECK, 'sign-in.freshbooks']);
  });

  it.each<readonly [TraybooksError, string]>([
    [{ code: 'offline' }, 'FreshBooks could not be reached'],
    [{ code: 'rate-limited', retryAfterSeconds: 30 }, 'FreshBooks asks to wait a little'],
    [{ code: 'outcome-unknown' }, 'FreshBooks did not answer'],
    [{ code: 'server-trouble', status: 502, detail: 'the body' }, 'gave no clear answer'],
  ])('goes on at one press after %j, and says so while waiting', async (error, words) => {
    const { page, goOn, fill, asked, answerNext, emit } = await openForm();
    await fill();
    await answerNext(CHECK, failed(error));
    await goOn.click();
    await expect
      .poll(async () => (await asked()).map(([name]) => name))
      .toEqual([CHECK, 'sign-in.freshbooks']);
    const { connection } = samples.waitingForBrowser;
    await emit({ name: 'snapshot.changed', slices: { connection } });
    await page.getByText('ID and secret are not checked yet').waitFor();
    expect(await page.locator('main').innerText()).toContain(words);
  });

  it('opens no browser when the person went back, or typed, while FreshBooks was asked', async () => {
    const { page, id, goOn, fill, asked, holdNext, release } = await openForm();
    await fill();
    await holdNext(CHECK);
    await goOn.click();
    await page.getByRole('button', { name: 'Asking FreshBooks…' }).waitFor();
    await id.fill(`${ID}1`);
    await release(CHECK, { ok: true, value: undefined });
    await holdNext(CHECK);
    await goOn.click();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await release(CHECK, { ok: true, value: undefined });
    await twoFrames(page);
    expect((await asked()).map(([name]) => name)).toEqual([CHECK, CHECK]);
  });

  it('needs no mouse: paste, Tab, Enter', async () => {
    const { page, id, asked, answerNext } = await openForm();
    await id.focus();
    await page.keyboard.type('5bdf0e28');
    await page.keyboard.press('Tab');
    await page.keyboard.type('a-secret');
    await answerNext(CHECK, failed(REFUSED));
    await page.keyboard.press('Enter');
    await alertOn(page).waitFor();
    expect(await id.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await asked()).map(([name]) => name))
      .toEqual([CHECK, CHECK, 'sign-in.freshbooks']);
  });
});

describe('after a sign-in failed', () => {
  it('shows the redirect URI that was used, to compare and to copy', async () => {
    const { page, sent } = await openForm('codeRefused');
    expect(await alertOn(page).innerText()).toContain('did not accept the code the browser');
    const uri = 'https://localhost:47821/callback';
    await page
      .locator('footer')
      .getByRole('button', { name: `Copy ${uri}` })
      .click();
    expect((await sent()).at(-1)).toEqual({ name: 'clipboard.copy', input: { text: uri } });
  });

  it('goes back to the fields when FreshBooks did not know the app after all', async () => {
    const { id } = await openForm('signInFailed');
    await expect.poll(() => id.evaluate((input) => input === document.activeElement)).toBe(true);
  });
});

describe('before and while the browser has the word', () => {
  it('shows beforehand what the warning looks like and why going on is safe', async () => {
    const { page, asked } = await openForm();
    await page.getByRole('img', { name: /Drawing of a browser window/ }).waitFor();
    await page.getByText('It is safe while the address begins with').waitFor();
    expect(await asked()).toEqual([]);
  });

  it('has drawing, paste box, countdown and Cancel in view at once', async () => {
    const { page } = await preview.open({ snapshot: samples.waitingForBrowser });
    const all = [
      page.getByRole('img', { name: /Drawing of a browser window/ }),
      page.getByRole('textbox', { name: 'Paste the address you were sent to' }),
      page.getByText(/^Waiting for \d:\d\d more$/),
      page.getByRole('button', { name: 'Cancel' }),
    ];
    for (const part of all) {
      const isWhole = await part.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [y + 1, y + height - 1].every((at) =>
          element.contains(document.elementFromPoint(x + width / 2, at)),
        );
      });
      expect(isWhole).toBe(true);
    }
  });

  it('shows the same while the browser is being opened', async () => {
    const { connection } = samples.waitingForBrowser;
    const signIn = connection.signIn && { ...connection.signIn, step: 'starting' as const };
    const snapshot = { ...samples.waitingForBrowser, connection: { ...connection, signIn } };
    const { page } = await preview.open({ snapshot });
    await page.getByRole('img', { name: /Drawing of a browser window/ }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
  });

  it('says after a minute why nothing may have come back, with the lists to compare', async () => {
    const snapshot = sampleSnapshots(Date.now()).waitingForBrowser;
    const { page, sent } = await preview.open({ snapshot });
    const late = page.getByText('Nothing has come back for a minute.');
    const listed = page.getByText('user:billable_items:read');
    expect([await late.count(), await listed.isVisible()]).toEqual([0, false]);
    await page.clock.install({ time: Date.now() });
    // The sample has waited for a quarter of a minute already.
    await page.clock.runFor(35_000);
    expect([await late.count(), await listed.isVisible()]).toEqual([0, false]);
    await page.clock.runFor(11_000);
    await late.waitFor({ timeout: 3000 });
    await page.getByRole('button', { name: 'see what it may be' }).click();
    await listed.waitFor();
    for (const what of ['all scopes', 'all redirect URIs', 'https://localhost:47823/callback']) {
      await page.getByRole('button', { name: `Copy ${what}` }).click();
    }
    expect((await sent()).at(-1)?.input).toEqual({ text: 'https://localhost:47823/callback' });
    expect((await sent()).at(-2)?.input).toEqual({
      text: [47821, 47822, 47823].map((port) => `https://localhost:${port}/callback`).join('\n'),
    });
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
  });

  it('lets whoever folded the lists keep them folded', async () => {
    const { page } = await preview.open({ snapshot: samples.waitingLong });
    await page.getByText('Does FreshBooks show an error page?').click();
    const listed = page.getByText('user:billable_items:read');
    await listed.waitFor({ state: 'hidden' });
    await page.clock.install({ time: Date.now() });
    // The countdown ticks, and with each tick the screen is drawn again.
    await page.clock.runFor(2_000);
    expect(await listed.isVisible()).toBe(false);
  });

  it('says nothing of scopes or warnings to those who try the sample data', async () => {
    const { page } = await preview.open({ snapshot: samples.waitingForSample });
    await page.getByRole('textbox', { name: 'Paste the address you were sent to' }).waitFor();
    expect(await page.getByRole('img').count()).toBe(0);
    expect(await page.getByText('error page').count()).toBe(0);
  });
});

describe.each([
  ['light', false],
  ['dark', true],
])('in %s, axe finds no fault', (_appearance, dark) => {
  async function faults({ page }: PreviewPage): Promise<readonly string[]> {
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.evaluate(await readFile(axe, 'utf8'));
    const results = (await page.evaluate('axe.run()')) as AxeResults;
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
  }

  it.each<readonly [string, Parameters<PreviewPage['answerNext']>[1]]>([
    ['known', { ok: true, value: undefined }],
    ['refused', failed(REFUSED)],
    ['unclear', failed({ code: 'offline' })],
  ])('with a %s pair', async (_what, answer) => {
    const form = await openForm('signedOut', dark);
    await form.fill();
    await form.answerNext(CHECK, answer);
    await form.page.getByRole('button', { name: 'Check', exact: true }).click();
    expect(await faults(form)).toEqual([]);
  });

  it('with a code refused, and with the lists unfolded while waiting', async () => {
    expect(await faults(await openForm('codeRefused', dark))).toEqual([]);
    const opened = await preview.open({ snapshot: samples.waitingLong, dark });
    await opened.page.getByRole('button', { name: 'see what it may be' }).click();
    expect(await faults(opened)).toEqual([]);
  });
});
