// Whose login it is: shown before it is kept, and one of several side by side.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
/** Far from midnight, and a day before which clocks do not change, wherever this runs. */
const NOON_MS = Date.UTC(2026, 10, 13, 12);
const TOMORROW = NOON_MS + 24 * 3_600_000;

async function open(name: SampleName) {
  const opened = await preview.open({ snapshot: samples[name] });
  await opened.page.getByRole('combobox', { name: 'Log time' }).waitFor();
  const last = async () => (await opened.sent()).at(-1);
  return { ...opened, last };
}

describe('an account that was just connected', () => {
  it('is kept by opening Traybooks', async () => {
    const { page, last } = await open('justConnected');
    await page.getByRole('heading', { name: 'Connected as Mara Lindqvist' }).waitFor();
    await page.getByRole('button', { name: 'Open Traybooks' }).press('Enter');
    expect(await last()).toEqual({ name: 'sign-in.keep', input: { connectionId: 'own' } });
    expect(await page.getByText('Connected as').count()).toBe(0);
    await page.getByRole('list', { name: "Today's entries", exact: true }).waitFor();
  });

  it('is undone when it is not the one that was meant', async () => {
    const { page, last, emit } = await open('justConnected');
    await page.getByRole('button', { name: 'Not this account' }).press('Enter');
    expect(await last()).toEqual({ name: 'sign-in.undo', input: { connectionId: 'own' } });
    await emit({ name: 'snapshot.changed', slices: samples.signedOut });
    await page.getByRole('button', { name: 'Connect FreshBooks' }).waitFor();
    const said = await page.getByRole('status').innerText();
    expect(said).toContain('Mara Lindqvist is signed out, here and at FreshBooks.');
    expect(said).toContain('sign out of FreshBooks in the browser first');
  });

  it('says until when a token lives on that FreshBooks could not be told of', async () => {
    const { page, answerNext } = await preview.open({
      snapshot: sampleSnapshots(NOON_MS).justConnected,
      nowMs: NOON_MS,
    });
    const value = { revoked: false, accessEndsAtMs: TOMORROW };
    await answerNext('sign-in.undo', { ok: true, value });
    await page.getByRole('button', { name: 'Not this account' }).click();
    await page.getByText(/lives on there until .* tomorrow/).waitFor();
  });

  it('stays to be answered when undoing failed', async () => {
    const { page, answerNext } = await open('justConnected');
    const error = { code: 'keychain-unavailable', cause: 'locked' } as const;
    await answerNext('sign-in.undo', { ok: false, error });
    await page.getByRole('button', { name: 'Not this account' }).click();
    await page.getByRole('alert').filter({ hasText: 'keychain is locked' }).waitFor();
    expect(await page.getByText('Connected as Mara').isVisible()).toBe(true);
  });

  it('is only greeted when it was kept before', async () => {
    const { page, emit } = await preview.open({ snapshot: samples.exchanging });
    await emit({ name: 'snapshot.changed', slices: samples.full });
    await page.getByRole('button', { name: 'Open Traybooks' }).waitFor();
    expect(await page.getByRole('button', { name: 'Not this account' }).count()).toBe(0);
  });

  it.each([2, 12])('leaves the window as it is, with %i businesses', async (count) => {
    const [business] = samples.full.businesses.list;
    if (!business) throw new Error('The sample has no business');
    const list = Array.from({ length: count }, (_, index) => ({
      ...business,
      id: (index + 101) as typeof business.id,
      name: `Studio number ${index + 1}`,
    }));
    const { page } = await preview.open({
      snapshot: { ...samples.justConnected, businesses: { list, chosen: business.id } },
    });
    await page.getByRole('button', { name: 'Not this account' }).waitFor();
    const overflow = await page
      .locator('.body:visible')
      .evaluate((body) => body.scrollHeight - body.clientHeight);
    expect(overflow).toBe(0);
    const memberships = page.getByRole('list', { name: 'Memberships' });
    expect(await memberships.getByRole('listitem').count()).toBe(count);
    await memberships.getByText(`Studio number ${count}`, { exact: true }).scrollIntoViewIfNeeded();
    await page.getByText('Northgate Dental').first().waitFor();
  });
});

describe('several logins', () => {
  it('are switched from the popover’s header by keyboard alone', async () => {
    const { page, last } = await open('threeLogins');
    // The stand-in of the first moments gives way to the list's own button, and loses the focus.
    await page.locator('.business[aria-expanded]').waitFor();
    await page.getByRole('button', { name: 'Business: Larkfield Studio' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Jonas Weatherby' }).waitFor();
    expect(await page.getByRole('group', { name: 'Mara Lindqvist' }).count()).toBe(1);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await last()).toEqual({ name: 'connection.use', input: { connectionId: 'partner' } });
  });

  it('leave the choice among the businesses of one as it was', async () => {
    const { page, last } = await open('threeLogins');
    await page.getByRole('button', { name: /Business/ }).click();
    await page.getByRole('option', { name: /Harbourside/ }).click();
    expect(await last()).toEqual({ name: 'business.choose', input: { businessId: 102 } });
  });

  it('are within reach although nothing is known of the one in use', async () => {
    const businesses = { list: [], chosen: null };
    const { page } = await preview.open({ snapshot: { ...samples.threeLogins, businesses } });
    await page.getByRole('button', { name: 'Business: Mara Lindqvist' }).click();
    await page.getByRole('option', { name: 'Jonas Weatherby' }).waitFor();
  });

  it('say why switching failed', async () => {
    const { page, answerNext } = await open('threeLogins');
    await answerNext('connection.use', { ok: false, error: { code: 'storage-full' } });
    await page.getByRole('button', { name: /Business/ }).click();
    await page.getByRole('option', { name: 'Jonas Weatherby' }).click();
    await page.getByRole('alert').filter({ hasText: 'disk may be full' }).waitFor();
  });

  async function openSettings(name: SampleName) {
    const opened = await open(name);
    await opened.emit({ name: 'surface.shown', surface: 'settings' });
    await opened.page.getByText('Appearance').waitFor();
    return opened;
  }

  it('are listed in the settings, the one in use marked', async () => {
    const { page } = await openSettings('threeLogins');
    const rows = page.getByRole('list', { name: 'FreshBooks logins' }).getByRole('listitem');
    expect(await rows.count()).toBe(3);
    expect(await rows.nth(0).innerText()).toContain('In use');
    expect(await rows.nth(0).getAttribute('aria-current')).toBe('true');
    expect(await rows.nth(1).innerText()).not.toContain('In use');
    expect(await rows.nth(2).innerText()).toContain('sample data');
  });

  it('are used and removed from there, removed only when asked twice', async () => {
    const { page, last } = await openSettings('threeLogins');
    await page.getByRole('button', { name: 'Use Jonas Weatherby, FreshBooks' }).press('Enter');
    expect(await last()).toEqual({ name: 'connection.use', input: { connectionId: 'partner' } });
    const remove = page.getByRole('button', { name: 'Remove Mara Lindqvist, sample data' });
    await remove.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('Entries not sent yet stay');
    await page.getByRole('button', { name: 'Keep' }).press('Enter');
    expect((await last())?.name).toBe('connection.use');
    await remove.press('Enter');
    await page.getByRole('button', { name: 'Remove login' }).press('Enter');
    expect(await last()).toEqual({
      name: 'connection.sign-out',
      input: { connectionId: 'sample' },
    });
  });

  it('begin with one, to which another is added where the first was', async () => {
    const { page } = await openSettings('ownLogin');
    expect(await page.getByRole('list', { name: 'FreshBooks logins' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Add another login' }).press('Enter');
    await page.getByRole('textbox', { name: 'Client ID' }).waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
  });
});
