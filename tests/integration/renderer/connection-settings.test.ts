// Settings → Connection: calm first, everything support asks for behind one press, all of it with
// the keyboard.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionDetails, ServiceCheck } from '../../../shared/connection-details.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import { SAMPLE_CHECKS, sampleDetails } from '../../support/renderer-preview/sample-answers.ts';
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
const OF_OWN = { connectionId: 'own' };

async function openSettings({
  name = 'ownLogin',
  details = {},
}: {
  name?: SampleName;
  details?: Partial<ConnectionDetails>;
} = {}) {
  const opened = await preview.open({ snapshot: samples[name] });
  const value = { ...sampleDetails(Date.now()), ...details };
  await opened.answerNext('connection.details', { ok: true, value });
  await opened.emit({ name: 'surface.shown', surface: 'settings' });
  const panel = opened.page.getByRole('region', { name: 'Connection' });
  await panel.waitFor();
  const words = async () => (await panel.innerText()).replace(/\s+/g, ' ');
  const last = async () => (await opened.sent()).at(-1);
  const asked = async () =>
    (await opened.sent()).filter(({ name: each }) => each === 'connection.details').length;
  return { ...opened, panel, words, last, asked };
}

describe('the calm part', () => {
  it('tells whose login it is, how it is, and its businesses', async () => {
    const { page, words } = await openSettings();
    await page.getByText(/Renews in/).waitFor();
    const calm = await words();
    expect(calm).toContain('Mara Lindqvist');
    expect(calm).toContain('mara@larkfield.example · FreshBooks');
    expect(calm).toContain('Connected');
    expect(calm).toMatch(/Renews in 7 h 12 m, works until \d+:\d\d/);
    const memberships = page.getByRole('list', { name: 'Memberships' }).getByRole('listitem');
    expect(await memberships.count()).toBe(2);
    expect(calm).not.toContain('user:invoices:read');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('names what is off as the feature, and offers to connect again', async () => {
    const { page, last } = await openSettings({
      details: { missingScopes: ['user:invoices:read', 'user:time_entries:write'] },
    });
    const off = page.getByRole('region', { name: 'What is off' });
    await off.waitFor();
    expect(await off.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Unpaid invoices are off.'),
      expect.stringContaining('Logging time is off.'),
    ]);
    await off.getByRole('button', { name: 'Connect again' }).press('Enter');
    expect(await last()).toEqual({ name: 'sign-in.again', input: OF_OWN });
  });

  it('says where the login is lost on quitting', async () => {
    const keychain = { name: 'GNOME Keyring', kept: 'until-quit' } as const;
    const { page } = await openSettings({ details: { keychain } });
    await page.getByText('after you quit Traybooks you sign in again').waitFor();
  });

  it('offers to connect again where FreshBooks wants a sign-in', async () => {
    const { page, last } = await openSettings({ name: 'usedElsewhereHard' });
    await page.getByText('Wants a sign-in').waitFor();
    await page.getByRole('button', { name: 'Connect again' }).press('Enter');
    expect(await last()).toEqual({ name: 'sign-in.again', input: OF_OWN });
  });

  it('counts minutes down by the second while it is seen, and not at all while it is not', async () => {
    const { page, emit, words, answerNext } = await openSettings();
    const nowMs = Date.now();
    await page.clock.install({ time: nowMs });
    const value = { ...sampleDetails(nowMs), renewsAtMs: nowMs + 140_000 };
    await answerNext('connection.details', { ok: true, value });
    await emit({ name: 'surface.hidden' });
    await emit({ name: 'surface.shown', surface: 'settings' });
    await expect.poll(words).toContain('Renews in 2 m,');
    await page.clock.runFor(21_000);
    expect(await words()).toContain('Renews in 1 m,');
    await emit({ name: 'surface.hidden' });
    await page.locator('.quick-bar').waitFor();
    await page.clock.runFor(2_000);
    const before = await page.evaluate('document.body.innerHTML');
    await page.clock.runFor(300_000);
    expect(await page.evaluate('document.body.innerHTML')).toBe(before);
  });
});

describe('testing the connection', () => {
  const test = (page: Awaited<ReturnType<typeof openSettings>>['page']) =>
    page.getByRole('button', { name: 'Test connection' });

  it('lists each service with its time, and sums up', async () => {
    const { page, last } = await openSettings();
    await test(page).press('Enter');
    const rows = page.getByRole('list', { name: 'Connection test' }).getByRole('listitem');
    await rows.first().waitFor();
    expect(await last()).toEqual({ name: 'connection.test', input: OF_OWN });
    const texts = (await rows.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
    expect(texts).toEqual([
      'Who you are works 184 ms',
      'Invoices works 231 ms',
      'Clients works 96 ms',
      'Projects works 1.3 s',
      'Services works 88 ms',
      'Time entries works 140 ms',
    ]);
    const result = page.getByRole('status', { name: 'Result of the test' });
    expect(await result.innerText()).toBe('All 6 work.');
  });

  it('says in words what does not work, and why', async () => {
    const { page, answerNext } = await openSettings();
    const value: readonly ServiceCheck[] = SAMPLE_CHECKS.slice(0, 4).map((check) =>
      check.service === 'Invoices'
        ? { ...check, error: { code: 'scope-missing', scope: 'user:invoices:read' } }
        : check.service === 'Projects'
          ? { ...check, error: { code: 'offline' } }
          : check,
    );
    await answerNext('connection.test', { ok: true, value });
    await test(page).click();
    const list = page.getByRole('list', { name: 'Connection test' });
    await list.waitFor();
    const words = (await list.innerText()).replace(/\s+/g, ' ');
    expect(words).toContain('Invoices does not work 231 ms Unpaid invoices are off.');
    expect(words).toContain('Projects does not work 1.3 s We couldn’t reach FreshBooks.');
    await page.getByText('2 of 4 do not work.').waitFor();
  });

  it('says that it is asking, and forgets the last result meanwhile', async () => {
    const { page, holdNext, release } = await openSettings();
    await test(page).click();
    await page.getByText('All 6 work.').waitFor();
    await holdNext('connection.test');
    await test(page).click();
    await page.getByText('Asking each service…').waitFor();
    expect(await page.getByRole('list', { name: 'Connection test' }).count()).toBe(0);
    await release('connection.test', { ok: true, value: SAMPLE_CHECKS.slice(0, 1) });
    await page.getByText('It works.').waitFor();
  });

  it('says why no service could be asked', async () => {
    const { page, answerNext } = await openSettings();
    const error = { code: 'keychain-unavailable', cause: 'locked' } as const;
    await answerNext('connection.test', { ok: false, error });
    await test(page).click();
    await page.getByRole('alert').filter({ hasText: 'keychain is locked' }).waitFor();
  });
});

describe('the details', () => {
  async function openDetails(details: Partial<ConnectionDetails> = {}) {
    const opened = await openSettings({ details });
    await opened.page.getByText(/Renews in|Works until|Ended at/).waitFor();
    await opened.page.getByText('Details', { exact: true }).press('Enter');
    await opened.page.getByRole('button', { name: 'Copy diagnostics' }).waitFor();
    return opened;
  }

  it('come out with one key, with every scope, the last refresh and where secrets are', async () => {
    const { page, words } = await openDetails({
      grantedScopes: ['user:profile:read', 'user:extra:read'],
      missingScopes: ['user:invoices:read'],
      lastRenewal: { atMs: Date.now() - 2 * 3_600_000, error: { code: 'offline' } },
    });
    const scopes = page.getByRole('list', { name: 'Scopes' }).getByRole('listitem');
    const texts = (await scopes.allTextContents()).map((text) => text.trim());
    expect(texts).toEqual([
      'user:profile:read granted',
      'user:extra:read granted',
      'user:invoices:read missing',
    ]);
    const shown = await words();
    expect(shown).toContain('GNOME Keyring');
    expect(shown).toContain('https://localhost:47821/callback');
    expect(shown).toMatch(/2 h ago \(.*\), failed: We couldn’t reach FreshBooks\./);
  });

  it('say that tokens are kept in memory only, where they are', async () => {
    const { words } = await openDetails({ keychain: { name: 'Memory', kept: 'until-quit' } });
    expect(await words()).toContain('Memory, only until you quit Traybooks');
  });

  it('are copied for support, which is said, and that no secret is among them', async () => {
    const { page, last } = await openDetails();
    await page.getByRole('button', { name: 'Copy diagnostics' }).press('Enter');
    await page.getByText('Copied. Nothing secret is in it.').waitFor();
    expect(await last()).toEqual({ name: 'connection.copy-diagnostics', input: OF_OWN });
  });

  it('refresh now, and are read again however that went', async () => {
    const { page, answerNext, asked, sent } = await openDetails();
    const refresh = page.getByRole('button', { name: 'Refresh now' });
    const before = await asked();
    await refresh.press('Enter');
    await page.getByText('Refreshed.').waitFor();
    expect(await sent()).toContainEqual({ name: 'connection.renew', input: OF_OWN });
    await expect.poll(asked).toBe(before + 1);
    await answerNext('connection.renew', {
      ok: false,
      error: { code: 'rate-limited', retryAfterSeconds: 20 },
    });
    await refresh.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'slow down' }).waitFor();
    expect(await page.getByText('Refreshed.').count()).toBe(0);
    await expect.poll(asked).toBe(before + 2);
  });

  it('are read again when the login changes, and when the settings are shown again', async () => {
    const { emit, asked } = await openDetails();
    const before = await asked();
    await emit({ name: 'snapshot.changed', slices: samples.usedElsewhere });
    await expect.poll(asked).toBe(before + 1);
    await emit({ name: 'surface.hidden' });
    await emit({ name: 'surface.shown', surface: 'settings' });
    await expect.poll(asked).toBe(before + 2);
  });

  it('say why they cannot be read, and are asked for again', async () => {
    const { page, answerNext, emit } = await openSettings();
    const error = { code: 'keychain-unavailable', cause: 'locked' } as const;
    await answerNext('connection.details', { ok: false, error });
    await emit({ name: 'snapshot.changed', slices: samples.usedElsewhere });
    await page.getByText('Details', { exact: true }).press('Enter');
    const alert = page.getByRole('alert').filter({ hasText: 'keychain is locked' });
    await alert.getByRole('button', { name: 'Try again' }).press('Enter');
    await alert.waitFor({ state: 'detached' });
  });
});

describe('signing out', () => {
  const TONIGHT = Date.now() + 26 * 3_600_000;

  it.each<[string, object, RegExp]>([
    ['it was told', { revoked: true, accessEndsAtMs: null }, /signed out, here and at FreshBooks/],
    [
      'it could not be told',
      { revoked: false, accessEndsAtMs: TONIGHT },
      /could not be told: the access it gave lives on there until .+ (tomorrow|on)/,
    ],
    ['nothing is left to tell', { revoked: false, accessEndsAtMs: null }, /has run out by itself/],
  ])('says what FreshBooks knows when %s, also once the login is gone', async (_, value, said) => {
    const { page, answerNext, emit } = await openSettings();
    await answerNext('connection.sign-out', { ok: true, value });
    await page.getByRole('button', { name: 'Sign out' }).press('Enter');
    // One entry of the sample waits to be sent.
    await page.getByRole('button', { name: 'Sign out anyway' }).press('Enter');
    await emit({ name: 'snapshot.changed', slices: samples.signedOut });
    await page.getByRole('status').filter({ hasText: said }).waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await page.getByRole('status').filter({ hasText: said }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Connect FreshBooks' }).waitFor();
  });
});
