// What is asked of a person whose login needs them: quietly while everything works, plainly after
// that, and never as an error where something is merely off.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionSlice, ConnectionState } from '../../../shared/snapshot.ts';
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

async function open(name: SampleName) {
  const opened = await preview.open({ snapshot: samples[name] });
  await opened.page.getByRole('combobox', { name: 'Log time' }).waitFor();
  const last = async () => (await opened.sent()).at(-1);
  return { ...opened, last };
}

function inState(state: ConnectionState): ConnectionSlice {
  const { connection } = samples.ownLogin;
  return {
    ...connection,
    connections: connection.connections.map((each) => ({ ...each, state })),
  };
}

function soft(leftMs: number): ConnectionState {
  const usableUntilMs = Date.now() + leftMs;
  return { status: 'needs-sign-in', severity: 'soft', reason: 'session-ended', usableUntilMs };
}

describe('while everything still works', () => {
  it('one quiet prompt tells for how long', async () => {
    const { page, emit } = await open('ownLogin');
    const hours = 3 * 3_600_000 + 30_000;
    await emit({ name: 'snapshot.changed', slices: { connection: inState(soft(hours)) } });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const words = (await alert.innerText()).replace(/\s/g, ' ');
    expect(words).toContain('Everything works for another 3 h.');
    expect(await alert.count()).toBe(1);
    expect(await page.getByRole('list', { name: 'Unpaid invoices' }).isVisible()).toBe(true);
  });

  it('counts the minutes down for eyes only, and only while there are any', async () => {
    const { page, emit } = await open('ownLogin');
    await page.clock.install({ time: Date.now() });
    const connection = inState(soft(61 * 60_000 + 5_000));
    await emit({ name: 'snapshot.changed', slices: { connection } });
    const left = page.getByText(/Everything works for another/);
    const words = async () => (await left.innerText()).replace(/\s/g, ' ');
    await expect.poll(words).toContain('1 h 01 m');
    expect(await left.getAttribute('aria-live')).toBe('off');
    await page.clock.runFor(6_000);
    expect(await words()).toContain('1 h.');
    await emit({ name: 'surface.hidden' });
    await page.clock.runFor(600_000);
    await emit({ name: 'surface.shown', surface: 'popover' });
    await expect.poll(words).toContain('50 m.');
  });

  it('stays away once dismissed, until the login was well in between', async () => {
    const { page, emit } = await open('ownLogin');
    const show = (state: ConnectionState) =>
      emit({ name: 'snapshot.changed', slices: { connection: inState(state) } });
    await show(soft(3_600_000));
    const prompt = page.getByText('sign in again soon');
    await prompt.waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).press('Enter');
    await prompt.waitFor({ state: 'detached' });
    await show(soft(3_000_000));
    await emit({ name: 'surface.hidden' });
    await emit({ name: 'surface.shown', surface: 'popover' });
    await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
    expect(await prompt.count()).toBe(0);
    await show({ status: 'connected' });
    await show(soft(3_600_000));
    await prompt.waitFor();
  });
});

describe('once FreshBooks ended the session', () => {
  it('the last copies stay readable, entries wait, and nothing is typed to connect again', async () => {
    const { page, last } = await open('sessionEnded');
    const words = await page.getByRole('alert').innerText();
    expect(words).toContain('FreshBooks ended this session.');
    expect(words).toContain('unsent entries are kept');
    expect(words).toContain('What you log is sent once you have connected again.');
    const rows = page.getByRole('list', { name: 'Unpaid invoices' }).getByRole('listitem');
    expect(await rows.count()).toBe(11);
    await page.getByRole('button', { name: 'Connect again' }).press('Enter');
    expect(await last()).toEqual({ name: 'sign-in.again', input: { connectionId: 'sample' } });
  });

  it('the fields are at hand where the stored ID and secret are no longer right', async () => {
    const { page, answerNext } = await open('usedElsewhereHard');
    await answerNext('sign-in.again', {
      ok: false,
      error: { code: 'sign-in-needed', reason: 'invalid-client' },
    });
    await page.getByRole('button', { name: 'Connect again' }).click();
    await page.getByRole('button', { name: 'Connect anew' }).click();
    await page.getByRole('textbox', { name: 'Client ID' }).waitFor();
  });
});

describe('a second computer with the same FreshBooks app', () => {
  it.each(['usedElsewhere', 'usedElsewhereHard'] as const)(
    'is named in %s, and the steps to a second app are one press away',
    async (name) => {
      const { page } = await open(name);
      expect(await page.getByRole('alert').innerText()).toContain(
        'Another computer uses the same FreshBooks app',
      );
      await page.getByRole('button', { name: 'Set up a second app' }).press('Enter');
      await page.getByRole('heading', { name: 'Connect FreshBooks' }).waitFor();
      await page.getByRole('button', { name: 'Copy https://localhost:47821/callback' }).waitFor();
    },
  );
});

describe('a feature without its scope', () => {
  it('is off and no error: for invoices, where they would stand', async () => {
    const { page, last } = await open('invoicesOff');
    await page.getByText('Unpaid invoices are off.').waitFor();
    await page.getByText('user:invoices:read').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByText(/all paid|nobody owes|every invoice is paid/i).count()).toBe(0);
    await page.getByRole('button', { name: 'Connect again' }).click();
    expect((await last())?.name).toBe('sign-in.again');
  });

  it('is off and no error: for time, above everything else', async () => {
    const { page } = await open('timeOff');
    await page.getByText('Logged time is off.').waitFor();
    await page.getByRole('button', { name: 'Connect again' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
