// The running timer in the popover: what it shows, what its keys do, and what may go wrong.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import { sampleSnapshots } from '../../support/renderer-preview/sample-snapshots.ts';
import { sampleTimers, type TimerSample } from '../../support/renderer-preview/sample-timers.ts';
import { runningTimer } from '../../support/running-timer.ts';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const MINUTE_MS = 60_000;
const CHANGED = 'What it is for, or its start';

async function open(name: TimerSample) {
  const opened = await preview.open({ snapshot: sampleTimers(Date.now())[name], height: 720 });
  const bar = opened.page.getByRole('region', { name: 'Timer' });
  await bar.waitFor();
  const last = async () => (await opened.sent()).at(-1);
  return { ...opened, bar, last, elapsed: bar.getByRole('timer') };
}

describe('a running timer', () => {
  it('is shown with its project, service, note and time', async () => {
    const { bar, elapsed } = await open('running');
    expect(await bar.innerText()).toMatch(/Clinic website\s+Design · home page/);
    expect(await elapsed.innerText()).toMatch(/^47:1\d$/);
  });

  it('of a business that is not shown is told, and is one press away', async () => {
    const { page, emit, last } = await open('running');
    const { businesses, timer } = sampleTimers(Date.now()).running;
    const other = businesses.list.find(({ id }) => id !== businesses.chosen);
    if (!other) throw new Error('The sample has two businesses');
    await emit({ name: 'snapshot.changed', slices: { timer: { ...timer, runsFor: [other.id] } } });
    const note = page.getByText(`A timer runs for ${other.name}.`);
    await note.waitFor();
    await page.getByRole('button', { name: 'Show it' }).click();
    expect(await last()).toEqual({ name: 'business.choose', input: { businessId: other.id } });
  });

  it('ticks each second while it can be seen, and not while it is hidden', async () => {
    const { page, emit, elapsed } = await open('running');
    await page.clock.install({ time: Date.now() });
    const timer = {
      timer: runningTimer(Date.now() - 10_000),
      away: null,
      idleSignal: 'works',
      runsFor: [],
    } as const;
    await emit({ name: 'surface.hidden' });
    await emit({ name: 'surface.shown', surface: 'popover' });
    await emit({ name: 'snapshot.changed', slices: { timer } });
    await page.clock.runFor(5_000);
    const before = await elapsed.innerText();
    await page.clock.runFor(2_000);
    expect(await elapsed.innerText()).not.toBe(before);
    // Out of sight there is nothing left that could tick.
    await emit({ name: 'surface.hidden' });
    await elapsed.waitFor({ state: 'detached' });
    await emit({ name: 'surface.shown', surface: 'popover' });
    await expect.poll(() => elapsed.innerText()).toMatch(/^0:1\d$/);
  });

  it('is paused, resumed, stopped and logged from the keyboard', async () => {
    const { page, last } = await open('running');
    await page.keyboard.press('p');
    expect(await last()).toMatchObject({ name: 'timer.pause' });
    await page.keyboard.press('Shift+P');
    expect(await last()).toMatchObject({ name: 'timer.stop' });
    const paused = await open('paused');
    await paused.page.keyboard.press('p');
    expect(await paused.last()).toMatchObject({ name: 'timer.resume' });
  });

  it('is discarded with a second press, and not with one', async () => {
    const { bar, sent, last } = await open('running');
    const count = (await sent()).length;
    await bar.getByRole('button', { name: 'Discard' }).click();
    expect(await sent()).toHaveLength(count);
    await bar.getByRole('button', { name: 'Discard 47m for good?' }).click();
    expect(await last()).toMatchObject({ name: 'timer.discard' });
  });

  it('shows what its business will round it to before it is logged', async () => {
    const { bar } = await open('rounded');
    const stop = bar.getByRole('button', { name: 'Stop and log' });
    expect((await stop.innerText()).replace(/\s+/g, ' ')).toBe('Stop and log 47m → 1h');
  });

  it('says what went wrong, and goes on', async () => {
    const { page, bar, answerNext } = await open('running');
    await answerNext('timer.stop', { ok: false, error: { code: 'storage-full' } });
    await bar.getByRole('button', { name: 'Stop and log' }).click();
    await page.getByRole('alert').filter({ hasText: 'the disk may be full' }).waitFor();
    expect(await bar.isVisible()).toBe(true);
  });

  it('says why it runs on this computer only', async () => {
    const { bar } = await open('onThisComputer');
    expect(await bar.innerText()).toMatch(
      /runs on this computer .* does not let you use the timers/,
    );
  });

  it('says that it was started elsewhere, and where nobody can tell who is away', async () => {
    const words = await (await open('fromElsewhere')).bar.innerText();
    expect(words).toContain('Started elsewhere.');
    expect(words).toContain('does not tell when you are away');
  });

  it('asks once about one that ran through the night', async () => {
    const { bar, last } = await open('overnight');
    await bar.getByRole('button', { name: 'That is right' }).click();
    expect(await last()).toMatchObject({ name: 'timer.overnight-seen' });
  });
});

/** What the bar asked the start to become, milliseconds since the epoch. */
async function changedStart(last: () => Promise<unknown>): Promise<number> {
  const sent = await last();
  expect(sent).toEqual({ name: 'timer.change', input: { startedAtMs: expect.any(Number) } });
  return (sent as { input: { startedAtMs: number } }).input.startedAtMs;
}

describe('the start of a timer', () => {
  async function openStart() {
    const opened = await open('running');
    await opened.bar.getByRole('button', { name: /^since/ }).click();
    const input = opened.bar.getByRole('textbox', { name: CHANGED });
    await input.waitFor();
    return { ...opened, input };
  }

  it('moves back by minutes', async () => {
    const { bar, last } = await openStart();
    const before = sampleTimers(Date.now()).running.timer.timer?.startedAtMs ?? 0;
    await bar.getByRole('button', { name: '−15m' }).click();
    const startedAtMs = await changedStart(last);
    expect(Math.abs(startedAtMs - (before - 15 * MINUTE_MS))).toBeLessThan(MINUTE_MS);
  });

  it('moves to the end of the last entry', async () => {
    const { bar, last } = await openStart();
    await bar.getByRole('button', { name: /^Since the last entry/ }).click();
    const ended = sampleSnapshots(Date.now()).full.time.entries[0];
    expect(await last()).toMatchObject({
      name: 'timer.change',
      input: { startedAtMs: (ended?.startedAtMs ?? 0) + 45 * MINUTE_MS },
    });
  });

  it('is taken in words, with Enter', async () => {
    const { page, input, last } = await openStart();
    await input.fill('started 20m ago');
    await page.getByText(/: 20m so far\.$/).waitFor();
    await input.press('Enter');
    const startedAtMs = await changedStart(last);
    expect(Math.abs(startedAtMs - (Date.now() - 20 * MINUTE_MS))).toBeLessThan(10_000);
    await input.waitFor({ state: 'detached' });
  });

  it('is not taken while it means nothing, and Escape leaves it alone', async () => {
    const { input, sent } = await openStart();
    const count = (await sent()).length;
    await input.fill('tomorrow');
    await input.press('Enter');
    await input.press('Escape');
    await input.waitFor({ state: 'detached' });
    expect(await sent()).toHaveLength(count);
  });
});

describe('what a timer is for', () => {
  async function openChange() {
    const opened = await open('running');
    await opened.bar.getByRole('button', { name: 'Clinic website' }).click();
    const input = opened.bar.getByRole('textbox', { name: CHANGED });
    await input.waitFor();
    return { ...opened, input };
  }

  it('is changed from its name, which says so, and is shown before it is', async () => {
    const { bar, input, last } = await openChange();
    const name = bar.getByRole('button', { name: 'Clinic website' });
    expect(await name.getAttribute('title')).toContain(
      'Change what the timer is for, or its start',
    );
    await input.fill('acme api fixed login started 20m ago');
    await bar.getByText('Acme Labs · API rebuild · Development · fixed login').waitFor();
    await bar.getByText(/: 20m so far\.$/).waitFor();
    await input.press('Enter');
    await input.waitFor({ state: 'detached' });
    expect(await last()).toEqual({
      name: 'timer.change',
      input: {
        startedAtMs: expect.any(Number),
        clientId: 2,
        projectId: 12,
        serviceId: 22,
        note: 'fixed login',
      },
    });
    expect(await name.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('is changed from the keyboard alone, and only in what was named', async () => {
    const { page, bar, last } = await open('paused');
    await page.keyboard.press('c');
    const input = bar.getByRole('textbox', { name: CHANGED });
    await input.waitFor();
    await page.keyboard.type('fixed login');
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'detached' });
    expect(await last()).toEqual({ name: 'timer.change', input: { note: 'fixed login' } });
  });

  it('is asked where it is unclear: one Enter asks, the next one answers', async () => {
    const { page, bar, input, sent, last } = await openChange();
    const count = (await sent()).length;
    await input.fill('clinic #meetings footer');
    await bar.getByText('Meetings is not used on Clinic website.').waitFor();
    await page.keyboard.press('Enter');
    expect(await sent()).toHaveLength(count);
    await page.keyboard.press('Enter');
    expect(await input.inputValue()).toBe('clinic #"Development" footer');
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'detached' });
    expect(await last()).toEqual({
      name: 'timer.change',
      input: { serviceId: 22, note: 'footer' },
    });
  });

  it('keeps the line where the change could not be stored, and says why', async () => {
    const { page, input, answerNext } = await openChange();
    await answerNext('timer.change', { ok: false, error: { code: 'storage-full' } });
    await input.fill('fixed login');
    await input.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'the disk may be full' }).waitFor();
    expect(await input.inputValue()).toBe('fixed login');
  });
});

describe('no timer', () => {
  it('takes no room, and its key starts one on what was worked on last', async () => {
    const { page, sent } = await preview.open({ snapshot: sampleSnapshots(Date.now()).full });
    await page.getByRole('button', { name: 'Settings' }).waitFor();
    expect(await page.getByRole('region', { name: 'Timer' }).count()).toBe(0);
    await page.keyboard.press('p');
    expect((await sent()).at(-1)).toMatchObject({
      name: 'timer.start',
      input: { projectId: 14, serviceId: 23, note: 'Weekly planning', startedAtMs: null },
    });
  });
});
