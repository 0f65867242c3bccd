// What the person is asked after they were away, and the settings that decide when.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessId } from '../../../shared/ids.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import { sampleTimers } from '../../support/renderer-preview/sample-timers.ts';

const AN_HOUR_AGO = Date.now() - 3_600_000;

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

async function open(snapshot: Snapshot = sampleTimers(Date.now()).away) {
  const opened = await preview.open({ snapshot, height: 720 });
  const last = async () => (await opened.sent()).at(-1);
  return { ...opened, last, card: opened.page.getByRole('region', { name: /^You were away/ }) };
}

function awayFor(seconds: number): Snapshot {
  const { away } = sampleTimers(AN_HOUR_AGO);
  const gap = { fromMs: AN_HOUR_AGO - seconds * 1000, toMs: AN_HOUR_AGO };
  return { ...away, timer: { ...away.timer, away: gap } };
}

describe('the time away', () => {
  it('is named with its length, and what went on meanwhile', async () => {
    const { card } = await open();
    const words = (await card.innerText()).replace(/\s/g, ' ');
    expect(words).toMatch(/You were away \S+ [ap]\.m\.(?: yesterday)? – \S+ [ap]\.m\. \(45 m\)/);
    expect(words).toContain('The timer for Clinic website went on.');
  });

  it.each([
    ['Keep', '1', 'keep'],
    ['Drop', '2', 'drop'],
    ['Drop and go on', '3', 'drop-and-go-on'],
  ])('%s is one press or one key', async (name, key, choice) => {
    const { page, card, last } = await open();
    await card.getByRole('button', { name, exact: true }).click();
    expect(await last()).toEqual({ name: 'timer.away', input: { choice } });
    await page.keyboard.press(key);
    expect(await last()).toEqual({ name: 'timer.away', input: { choice } });
  });

  it('becomes an entry of its own, by keys alone', async () => {
    const { page, last } = await open();
    await page.getByRole('region', { name: /^You were away/ }).waitFor();
    await page.keyboard.press('4');
    await page.getByRole('textbox', { name: 'What it was' }).waitFor();
    await page.keyboard.type('clinic design standup');
    await page.getByText('Clinic website · Design · standup').waitFor();
    await page.keyboard.press('Enter');
    expect(await last()).toEqual({
      name: 'timer.away',
      input: {
        choice: 'entries',
        parts: [
          {
            clientId: 1,
            projectId: 11,
            serviceId: 21,
            billable: true,
            note: 'standup',
            durationSeconds: 2700,
          },
        ],
      },
    });
  });

  it('is split between several, in lengths that add up to it', async () => {
    const { page, last } = await open();
    await page.getByRole('region', { name: /^You were away/ }).waitFor();
    await page.keyboard.press('5');
    await page.getByRole('textbox', { name: 'Part 1' }).waitFor();
    await page.keyboard.type('clinic 20m standup');
    await page.keyboard.press('Enter');
    await page.keyboard.type('brand 10m review');
    await page.getByText('15m are left: Enter adds a part.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Part 3' }).waitFor();
    await page.keyboard.type('studio lunch');
    await page.keyboard.press('Enter');
    const sent = await last();
    expect(sent).toMatchObject({
      input: {
        choice: 'entries',
        parts: [
          { projectId: 11, durationSeconds: 1200 },
          { projectId: 13, durationSeconds: 600 },
          { projectId: 14, durationSeconds: 900 },
        ],
      },
    });
  });

  it('is not sent while something is missing; Escape leads back to the choices', async () => {
    const { page, card, sent } = await open();
    await card.getByRole('button', { name: 'Split…' }).click();
    const count = (await sent()).length;
    const first = page.getByRole('textbox', { name: 'Part 1' });
    await first.fill('clinic 50m standup');
    await page.getByText('Only 45m are left.').waitFor();
    await card.getByRole('button', { name: 'Log 2 entries' }).press('Enter');
    expect(await sent()).toHaveLength(count);
    await first.press('Escape');
    await card.getByRole('button', { name: 'Keep' }).waitFor();
    expect(await sent()).toHaveLength(count);
  });

  it('is saved without what is left by a button that says so', async () => {
    const { page, card, last } = await open();
    await card.getByRole('button', { name: 'Split…' }).click();
    await page.getByRole('textbox', { name: 'Part 1' }).fill('clinic 20m standup');
    await page.getByRole('textbox', { name: 'Part 2' }).fill('brand 10m review');
    await card.getByRole('button', { name: 'Log 2, drop 15m' }).press('Enter');
    expect(await last()).toMatchObject({
      input: {
        choice: 'entries',
        parts: [
          { projectId: 11, durationSeconds: 1200 },
          { projectId: 13, durationSeconds: 600 },
        ],
      },
    });
  });

  it('is saved by Enter where only seconds are left, for lengths are told in minutes', async () => {
    const { page, card, last } = await open(awayFor(45 * 60 + 12));
    await card.getByRole('button', { name: 'Own entry…' }).click();
    await page.getByRole('textbox', { name: 'What it was' }).fill('clinic 45m standup');
    expect(await card.innerText()).not.toMatch(/left|drop/);
    await page.keyboard.press('Enter');
    expect(await last()).toMatchObject({ input: { parts: [{ durationSeconds: 2700 }] } });
  });

  it('that lasted for days is not logged as one entry, and the part that was work can be', async () => {
    const { page, card, sent, last } = await open(awayFor(63 * 3600));
    await card.getByRole('button', { name: 'Own entry…' }).click();
    const count = (await sent()).length;
    const line = page.getByRole('textbox', { name: 'What it was' });
    await line.fill('clinic');
    await page.getByText('an entry is a day at most').waitFor();
    await line.press('Enter');
    expect(await sent()).toHaveLength(count);
    await line.fill('clinic 2h');
    await card.getByRole('button', { name: 'Log it, drop 61h' }).click();
    expect(await last()).toMatchObject({ input: { parts: [{ durationSeconds: 7200 }] } });
  });

  it('keeps what was typed about it while the window is hidden', async () => {
    const { page, emit } = await open();
    await page.getByRole('region', { name: /^You were away/ }).waitFor();
    await page.keyboard.press('5');
    await page.getByRole('textbox', { name: 'Part 1' }).waitFor();
    await page.keyboard.type('clinic 20m standup');
    await page.keyboard.press('Enter');
    await page.keyboard.type('brand rev');
    await emit({ name: 'surface.hidden' });
    await page.getByRole('textbox', { name: 'Part 1' }).waitFor({ state: 'detached' });
    await emit({ name: 'surface.shown', surface: 'popover' });
    const textOf = (name: string) => page.getByRole('textbox', { name }).inputValue();
    expect(await textOf('Part 1')).toBe('clinic 20m standup');
    await page.keyboard.type('iew');
    expect(await textOf('Part 2')).toBe('brand review');
  });

  it('begins anew where the next time away is asked about', async () => {
    const { page, card, emit } = await open();
    await card.getByRole('button', { name: 'Own entry…' }).click();
    await page.getByRole('textbox', { name: 'What it was' }).fill('clinic standup');
    await emit({
      name: 'snapshot.changed',
      slices: { timer: sampleTimers(AN_HOUR_AGO).away.timer },
    });
    await card.getByRole('button', { name: 'Own entry…' }).click();
    const line = page.getByRole('textbox', { name: 'What it was' });
    expect(await line.inputValue()).toBe('');
  });

  it('waits with what was typed for its own business, where another was left running too', async () => {
    const snapshot = sampleTimers(AN_HOUR_AGO).away;
    const { page, card, emit } = await open(snapshot);
    const choose = (chosen: BusinessId | null) =>
      emit({
        name: 'snapshot.changed',
        slices: { businesses: { ...snapshot.businesses, chosen } },
      });
    await card.getByRole('button', { name: 'Own entry…' }).click();
    const line = page.getByRole('textbox', { name: 'What it was' });
    await line.fill('clinic standup');
    await choose(102 as BusinessId);
    await card.getByRole('button', { name: 'Own entry…' }).waitFor();
    await choose(snapshot.businesses.chosen);
    await expect.poll(() => line.inputValue()).toBe('clinic standup');
  });

  it('has nothing typed about it any more once it was answered, should that be taken back', async () => {
    const { page, card, last } = await open();
    await card.getByRole('button', { name: 'Own entry…' }).click();
    await page.getByRole('textbox', { name: 'What it was' }).fill('clinic standup');
    await page.keyboard.press('Enter');
    expect(await last()).toMatchObject({ name: 'timer.away', input: { choice: 'entries' } });
    await card.getByRole('button', { name: 'Own entry…' }).click();
    const line = page.getByRole('textbox', { name: 'What it was' });
    expect(await line.inputValue()).toBe('');
  });

  it('keeps what was typed when it could not be stored', async () => {
    const { page, card, answerNext } = await open();
    await answerNext('timer.away', { ok: false, error: { code: 'storage-full' } });
    await card.getByRole('button', { name: 'Own entry…' }).click();
    const line = page.getByRole('textbox', { name: 'What it was' });
    await line.fill('clinic standup');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'the disk may be full' }).waitFor();
    expect(await line.inputValue()).toBe('clinic standup');
  });

  it('stays to be answered when the answer could not be kept', async () => {
    const { page, card, answerNext } = await open();
    await answerNext('timer.away', { ok: false, error: { code: 'storage-full' } });
    await card.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('alert').filter({ hasText: 'the disk may be full' }).waitFor();
    expect(await card.getByRole('button', { name: 'Keep' }).isVisible()).toBe(true);
  });
});

describe('the settings of the timer', () => {
  async function openSettings(snapshot: Snapshot = sampleTimers(Date.now()).rounded) {
    const opened = await open(snapshot);
    await opened.page.getByRole('button', { name: 'Settings' }).click();
    const panel = opened.page.getByRole('region', { name: 'Time' });
    await panel.waitFor();
    return { ...opened, panel };
  }

  it('round for the business that is shown, with an example', async () => {
    const { page, panel, last } = await openSettings();
    expect(await panel.innerText()).toContain('For Larkfield Studio. 47m → 1h');
    await panel.getByRole('button', { name: /Round timers to/ }).click();
    await page.getByRole('option', { name: '6 minutes' }).click();
    expect(await last()).toEqual({
      name: 'settings.change',
      input: { rounding: { '101': { toMinutes: 6, direction: 'up' } } },
    });
    await panel.getByRole('button', { name: /Direction/ }).click();
    await page.getByRole('option', { name: 'To the nearest' }).click();
    expect(await last()).toMatchObject({
      input: { rounding: { '101': { toMinutes: 15, direction: 'nearest' } } },
    });
  });

  it('say after how long they ask, and where the desktop cannot tell', async () => {
    const { page, panel, last } = await openSettings();
    await panel.getByRole('button', { name: /Ask when away for/ }).click();
    await page.getByRole('option', { name: 'Never ask' }).click();
    expect(await last()).toEqual({ name: 'settings.change', input: { awayAfterMinutes: 0 } });
    const blind = await openSettings(sampleTimers(Date.now()).fromElsewhere);
    expect(await blind.panel.innerText()).toContain('does not tell when you are away');
  });
});
