// Welcome, connecting, waiting, connected; and the settings.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionSlice } from '../../../shared/snapshot.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import {
  type SampleName,
  sampleSnapshots,
} from '../../support/renderer-preview/sample-snapshots.ts';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const samples = sampleSnapshots(Date.now());
const open = (name: SampleName) => preview.open({ snapshot: samples[name] });

/** A login that is asked to set up a FreshBooks app of its own. */
const USED_ELSEWHERE: ConnectionSlice = samples.usedElsewhere.connection;

describe('signing in', () => {
  it('starts with sample data at one press', async () => {
    const { page, sent } = await open('signedOut');
    await page.getByRole('button', { name: 'Try with sample data' }).click();
    expect((await sent()).map(({ name }) => name)).toEqual([
      'snapshot.read',
      'sign-in.sample-data',
    ]);
  });

  it('copies each value to register', async () => {
    const { page, sent } = await open('signedOut');
    await page.getByRole('button', { name: 'Connect FreshBooks' }).click();
    await page.getByRole('button', { name: 'Copy https://localhost:47822/callback' }).click();
    await page.getByRole('button', { name: 'Copy all scopes' }).click();
    const copied = (await sent()).filter(({ name }) => name === 'clipboard.copy');
    expect(copied.map(({ input }) => input)).toEqual([
      { text: 'https://localhost:47822/callback' },
      { text: expect.stringContaining('user:profile:read user:invoices:read') },
    ]);
  });

  it('cleans what was pasted, hides the secret, and keeps both after a failure', async () => {
    const { page, sent, emit } = await open('signedOut');
    await page.getByRole('button', { name: 'Connect FreshBooks' }).click();
    const id = page.getByRole('textbox', { name: 'Client ID' });
    const secret = page.getByRole('textbox', { name: 'Client secret' });
    await id.fill(' "5bdf0e28" ');
    await secret.fill('not-a-real-secret ');
    const hidden = () =>
      secret.evaluate((input) => getComputedStyle(input).getPropertyValue('-webkit-text-security'));
    expect(await hidden()).toBe('disc');
    await page.getByRole('button', { name: 'Show what you typed' }).click();
    expect(await hidden()).toBe('none');
    await page.getByRole('button', { name: 'Continue in browser' }).click();
    const input = { clientId: '5bdf0e28', clientSecret: 'not-a-real-secret' };
    await expect
      .poll(async () => (await sent()).slice(-2))
      .toEqual([
        { name: 'sign-in.check-credentials', input },
        { name: 'sign-in.freshbooks', input },
      ]);
    await emit({ name: 'snapshot.changed', slices: samples.waitingForBrowser });
    await page.getByText('Continue in your browser').waitFor();
    await emit({ name: 'snapshot.changed', slices: samples.signInFailed });
    expect(await page.getByRole('alert').innerText()).toContain('does not know this client ID');
    expect(await secret.inputValue()).toBe('not-a-real-secret ');
  });

  it('takes the address a person was sent to, and keeps it when it does not fit', async () => {
    const { page, sent, answerNext } = await open('waitingForBrowser');
    await answerNext('sign-in.use-address', {
      ok: false,
      error: { code: 'sign-in-needed', reason: 'wrong-state' },
    });
    const field = page.getByRole('textbox', { name: 'Paste the address you were sent to' });
    await field.fill('https://localhost:47821/callback?code=a&state=b\n');
    await page.getByRole('button', { name: 'Use this address' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('belongs to another sign-in');
    expect(await field.inputValue()).toContain('code=a&state=b');
    expect((await sent()).at(-1)).toEqual({
      name: 'sign-in.use-address',
      input: { text: 'https://localhost:47821/callback?code=a&state=b' },
    });
  });

  it('counts down only while someone can see it', async () => {
    const { page, emit } = await open('waitingForBrowser');
    const left = () => page.getByText(/Waiting for/).innerText();
    await page.clock.install({ time: Date.now() });
    await emit({ name: 'surface.hidden' });
    const before = await left();
    await page.clock.runFor(5000);
    expect(await left()).toBe(before);
    await emit({ name: 'surface.shown', surface: 'popover' });
    await expect.poll(left).not.toBe(before);
  });

  it('says who and what was connected, over figures that already arrive', async () => {
    const { page, emit } = await open('exchanging');
    await page.getByText('Signing in…').waitFor();
    await emit({ name: 'snapshot.changed', slices: samples.justConnected });
    await page.getByText('Connected as Mara Lindqvist').waitFor();
    const memberships = await page.getByRole('list', { name: 'Memberships' }).innerText();
    expect(memberships).toContain('Owner');
    expect(memberships).toContain('Employee · time only');
    expect(await page.getByRole('list', { name: 'Unpaid invoices' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Open Traybooks' }).click();
    expect(await page.getByText('Connected as').count()).toBe(0);
  });

  it('cancelling a second app’s sign-in connects nothing, and keeps what was typed', async () => {
    const { page, emit } = await open('usedElsewhere');
    await page.getByRole('button', { name: 'Set up a second app' }).click();
    const id = page.getByRole('textbox', { name: 'Client ID' });
    await id.fill('5bdf0e28');
    const { signIn } = samples.waitingForBrowser.connection;
    await emit({
      name: 'snapshot.changed',
      slices: { connection: { ...USED_ELSEWHERE, signIn } },
    });
    await page.getByText('Continue in your browser').waitFor();
    await emit({ name: 'snapshot.changed', slices: { connection: USED_ELSEWHERE } });
    await page.getByRole('heading', { name: 'Connect FreshBooks' }).waitFor();
    expect(await id.inputValue()).toBe('5bdf0e28');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
    expect(await page.getByText('Connected as').count()).toBe(0);
  });

  it('connects again after a failure, which can be dismissed', async () => {
    const failed = {
      ...USED_ELSEWHERE,
      problem: { code: 'sign-in-needed', reason: 'invalid-grant' },
    } as const;
    const snapshot = { ...samples.full, connection: failed };
    const { page, emit, sent } = await preview.open({ snapshot });
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toContain('FreshBooks did not accept the code');
    await alert.getByRole('button', { name: 'Connect again' }).click();
    expect((await sent()).at(-1)).toEqual({
      name: 'sign-in.again',
      input: { connectionId: 'own' },
    });
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('Another computer uses').waitFor();
    // The same problem, told again with the next change of the connection.
    await emit({ name: 'snapshot.changed', slices: { connection: { ...failed } } });
    expect(await page.getByText('did not accept the code').count()).toBe(0);
  });

  it('forgets why connecting failed once the main process has', async () => {
    const connection = USED_ELSEWHERE;
    const { page, emit, answerNext } = await preview.open({
      snapshot: { ...samples.full, connection },
    });
    const error = { code: 'port-in-use', ports: [47821] } as const;
    await answerNext('sign-in.freshbooks', { ok: false, error });
    await page.getByRole('button', { name: 'Set up a second app' }).click();
    await page.getByRole('textbox', { name: 'Client ID' }).fill('5bdf0e28');
    await page.getByRole('textbox', { name: 'Client secret' }).fill('not-a-real-secret');
    await page.getByRole('button', { name: 'Continue in browser' }).click();
    const failed = { ...connection, problem: error };
    await emit({ name: 'snapshot.changed', slices: { connection: failed } });
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: '47821' }).waitFor();
    await emit({ name: 'snapshot.changed', slices: { connection } });
    await page.getByText('Another computer uses').waitFor();
    expect(await page.getByText('47821').count()).toBe(0);
  });

  it('asks the keychain again once it is unlocked, without another sign-in', async () => {
    const locked = { code: 'keychain-unavailable', cause: 'locked' } as const;
    const connection = { ...samples.full.connection, problem: locked };
    const { page, sent } = await preview.open({ snapshot: { ...samples.full, connection } });
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    expect((await sent()).at(-1)?.name).toBe('sync.refresh');
  });

  it('goes on without a keychain at the person’s word, with what they had typed', async () => {
    const missing = { code: 'keychain-unavailable', cause: 'missing' } as const;
    const { page, sent, emit } = await open('signedOut');
    await page.getByRole('button', { name: 'Connect FreshBooks' }).click();
    await page.getByRole('textbox', { name: 'Client ID' }).fill('5bdf0e28');
    await page.getByRole('textbox', { name: 'Client secret' }).fill('not-a-real-secret');
    const connection = { ...samples.signedOut.connection, problem: missing };
    await emit({ name: 'snapshot.changed', slices: { connection } });
    await page.getByRole('alert').getByRole('button', { name: 'Go on until I quit' }).click();
    const wanted = ['keychain.keep-until-quit', 'sign-in.freshbooks'];
    await expect
      .poll(async () =>
        (await sent()).map(({ name }) => name).filter((name) => wanted.includes(name)),
      )
      .toEqual(wanted);
  });

  it('offers to go on without a keychain for that trouble only', async () => {
    const error = { code: 'port-in-use', ports: [47821] } as const;
    const connection = { ...samples.full.connection, problem: error };
    const { page } = await preview.open({ snapshot: { ...samples.full, connection } });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('button', { name: 'Go on until I quit' }).count()).toBe(0);
  });
});

describe('settings', () => {
  async function openSettings(name: SampleName) {
    const opened = await open(name);
    await opened.emit({ name: 'surface.shown', surface: 'settings' });
    await opened.page.getByText('Appearance').waitFor();
    const lastSent = async () => (await opened.sent()).at(-1);
    return { ...opened, lastSent };
  }

  it('records a shortcut by having it pressed', async () => {
    const { page, lastSent } = await openSettings('full');
    await page.getByRole('button', { name: /Log-time shortcut/ }).click();
    await page.keyboard.press('Control+Alt+KeyL');
    expect(await lastSent()).toEqual({
      name: 'settings.change',
      input: { logTimeShortcut: 'CommandOrControl+Alt+L' },
    });
  });

  it('leaves the shortcut alone with Escape, which does not leave the settings', async () => {
    const { page, sent } = await openSettings('full');
    await page.getByRole('button', { name: /Log-time shortcut/ }).click();
    await page.keyboard.press('Escape');
    expect((await sent()).map(({ name }) => name)).not.toContain('settings.change');
    await page.getByText('Appearance').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
  });

  it('changes the appearance at once when the main process took it over', async () => {
    const { page, emit, lastSent } = await openSettings('full');
    await page.getByRole('radio', { name: 'Dark' }).click();
    expect(await lastSent()).toEqual({ name: 'settings.change', input: { appearance: 'dark' } });
    const { settings } = samples.full;
    const values = { ...settings.values, appearance: 'dark' as const };
    await emit({ name: 'snapshot.changed', slices: { settings: { ...settings, values } } });
    expect(await page.evaluate('document.documentElement.dataset.appearance')).toBe('dark');
  });

  it('says before a sign-out what becomes of unsent entries', async () => {
    const { page, lastSent } = await openSettings('full');
    await page.getByRole('button', { name: 'Sign out' }).click();
    const words = await page.getByRole('alert').innerText();
    expect(words).toContain('has not reached FreshBooks yet');
    expect(words).toContain('sent when Mara Lindqvist connects again');
    await page.getByRole('button', { name: 'Sign out anyway' }).click();
    expect(await lastSent()).toEqual({
      name: 'connection.sign-out',
      input: { connectionId: 'sample' },
    });
  });
});

describe('a command that failed', () => {
  const bug = { ok: false, error: { code: 'bug', detail: 'no handler' } } as const;
  const SAID = 'Something went wrong inside Traybooks.';
  const alertOn = (page: Page) => page.getByRole('alert').filter({ hasText: SAID });

  it('says so where a value was to be copied, and where a page was to be opened', async () => {
    const { page, answerNext } = await open('signedOut');
    await page.getByRole('button', { name: 'Connect FreshBooks' }).click();
    await answerNext('clipboard.copy', bug);
    await page.getByRole('button', { name: 'Copy https://localhost:47822/callback' }).click();
    await alertOn(page).waitFor();
    await page.getByRole('button', { name: 'Copy https://localhost:47822/callback' }).click();
    await alertOn(page).waitFor({ state: 'detached' });
    await answerNext('link.open', bug);
    await page.getByRole('button', { name: 'Open the developer page' }).click();
    await alertOn(page).waitFor();
  });

  it('says so where a sign-in was to be cancelled', async () => {
    const { page, answerNext } = await open('waitingForBrowser');
    await answerNext('sign-in.cancel', bug);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await alertOn(page).waitFor();
  });

  it('says so where another business was chosen, until that is dismissed', async () => {
    const { page, answerNext } = await open('full');
    await answerNext('business.choose', bug);
    await page.getByRole('button', { name: /Business/ }).click();
    await page.getByRole('option', { name: /Harbourside/ }).click();
    await alertOn(page).waitFor();
    await alertOn(page).getByRole('button', { name: 'Dismiss' }).click();
    await alertOn(page).waitFor({ state: 'detached' });
  });

  it('says so where a notice was to be dismissed', async () => {
    const { page, answerNext } = await open('refused');
    await answerNext('notice.dismiss', bug);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await alertOn(page).waitFor();
  });

  it('says so in the settings, for links and for signing out, even when the login is gone', async () => {
    const { page, answerNext, emit } = await open('full');
    await emit({ name: 'surface.shown', surface: 'settings' });
    await answerNext('link.open', bug);
    await page.getByRole('button', { name: 'Developer page' }).click();
    await alertOn(page).waitFor();
    await page.getByRole('button', { name: 'Open FreshBooks' }).click();
    await alertOn(page).waitFor({ state: 'detached' });
    await answerNext('connection.sign-out', bug);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out anyway' }).click();
    await alertOn(page).waitFor();
    await emit({ name: 'snapshot.changed', slices: samples.signedOut });
    await page.getByText('No FreshBooks account is connected.').waitFor();
    await alertOn(page).waitFor();
  });
});
