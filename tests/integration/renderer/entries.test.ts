// What is done to entries at their rows: mended, deleted, tried again, chosen between theirs and
// mine, and taken back, by the keyboard.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessId, EntryKey } from '../../../shared/ids.ts';
import type { LoggedEntry, Snapshot } from '../../../shared/snapshot.ts';
import { day } from '../../support/day.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import { sampleSnapshots } from '../../support/renderer-preview/sample-snapshots.ts';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const samples = sampleSnapshots(Date.now());

async function open(name: keyof typeof samples = 'week') {
  const opened = await preview.open({ snapshot: samples[name], height: 720 });
  const { page, sent } = opened;
  await rowOf(page, '').first().waitFor();
  const focused = () => page.evaluate('document.activeElement.textContent') as Promise<string>;
  const lastSent = async (command: string) =>
    (await sent()).filter((each) => each.name === command).at(-1)?.input;
  return { ...opened, focused, lastSent };
}

function rowOf(page: Page, title: string) {
  return page.locator('.row-entry:visible', { hasText: title });
}

async function openEditor(page: Page, title: string): Promise<void> {
  await rowOf(page, title).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: 'Edit entry' }).waitFor();
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

describe('an entry is edited in its place', () => {
  it('with Enter, and Enter again saves the whole of it', async () => {
    const { page, lastSent, focused } = await open();
    await openEditor(page, 'Brand refresh');
    await page.keyboard.type('2h');
    await field(page, 'Start').fill('9:30');
    await page.keyboard.press('Enter');
    await rowOf(page, 'Brand refresh').waitFor();
    expect(await lastSent('time.change')).toEqual({
      key: '2026-11-13 10:45',
      durationSeconds: 7200,
      startedAtMs: Date.parse('2026-11-13T14:30:00Z'),
      day: '2026-11-13',
      clientId: null,
      projectId: 13,
      serviceId: 21,
      billable: true,
      note: '',
      seen: expect.objectContaining({ projectId: 13, note: '' }),
    });
    expect(await focused()).toContain('Brand refresh');
  });

  it('with E, and Escape leaves without a word', async () => {
    const { page, sent, focused } = await open();
    await rowOf(page, 'Studio admin').focus();
    await page.keyboard.press('e');
    await field(page, 'Note').fill('other');
    await page.keyboard.press('Escape');
    await rowOf(page, 'Studio admin').waitFor();
    expect(await focused()).toContain('Studio admin');
    const names = (await sent()).map(({ name }) => name);
    expect(names).not.toContain('time.change');
    expect(names).not.toContain('window.hide');
  });

  it('with the mouse, by the row’s own buttons', async () => {
    const { page, lastSent } = await open();
    await rowOf(page, 'Studio admin').hover();
    await page.getByRole('button', { name: 'Edit Studio admin' }).click();
    await page.getByRole('form', { name: 'Edit entry' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await rowOf(page, 'Studio admin').hover();
    await page.getByRole('button', { name: 'Delete Studio admin' }).click();
    expect(await lastSent('time.delete')).toEqual({ key: '2026-11-13 14:15' });
  });

  it.each([
    ['Brand refresh', 'api', { clientId: 2, projectId: 12, serviceId: 22, billable: false }],
    ['Studio admin', 'clinic', { clientId: 1, projectId: 11, serviceId: null, billable: true }],
  ])('from %s to another project, which settles service and billable', async (title, typed, to) => {
    const { page, emit, lastSent } = await open();
    const { catalog } = samples.week;
    const services = catalog.services.map((each) =>
      each.name === 'Development' ? { ...each, billable: false } : each,
    );
    await emit({ name: 'snapshot.changed', slices: { catalog: { ...catalog, services } } });
    await openEditor(page, title);
    const work = page.getByRole('combobox', { name: 'Project or client' });
    await work.fill(typed);
    await work.press('Enter');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await rowOf(page, title).waitFor();
    expect(await lastSent('time.change')).toMatchObject(to);
  });

  it('and made longer just after it ended it says, and saves, that it began earlier', async () => {
    const { page, lastSent } = await open();
    await page.clock.setFixedTime(new Date('2026-11-13T17:05:00Z'));
    await openEditor(page, 'Brand refresh');
    await page.keyboard.type('2h');
    await page.getByText(/^– 12:05/).waitFor();
    expect(await field(page, 'Start').inputValue()).toMatch(/^10:05/);
    await page.keyboard.press('Enter');
    await rowOf(page, 'Brand refresh').waitFor();
    expect(await lastSent('time.change')).toMatchObject({
      durationSeconds: 7200,
      startedAtMs: Date.parse('2026-11-13T15:05:00Z'),
    });
  });

  it('and put on today before it could have ended there it says, and saves, that it began earlier', async () => {
    const { page, lastSent } = await open();
    await page.clock.setFixedTime(new Date('2026-11-13T14:30:00Z'));
    await page.getByRole('button', { name: /^Wednesday/ }).click();
    await page.getByRole('heading', { name: /^Wed/ }).waitFor();
    await openEditor(page, 'Clinic website');
    await page.getByRole('button', { name: /Day/ }).press('Enter');
    await page.getByRole('option', { name: 'Today' }).press('Enter');
    await page.getByText(/^– 9:30/).waitFor();
    expect(await field(page, 'Start').inputValue()).toMatch(/^4:50/);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('form', { name: 'Edit entry' }).waitFor({ state: 'detached' });
    expect(await lastSent('time.change')).toMatchObject({
      day: '2026-11-13',
      startedAtMs: Date.parse('2026-11-13T09:50:00Z'),
      durationSeconds: 16_800,
    });
  });

  it('and what is archived by now stays chosen until it is changed', async () => {
    const { page, lastSent } = await open('archivedWork');
    await openEditor(page, 'Northgate Dental');
    const work = page.getByRole('combobox', { name: 'Project or client' });
    expect(await work.inputValue()).toBe('Archived project – Northgate Dental');
    await field(page, 'Note').fill('still there');
    await page.keyboard.press('Enter');
    await rowOf(page, 'Northgate Dental').waitFor();
    expect(await lastSent('time.change')).toMatchObject({
      clientId: 1,
      projectId: 99,
      serviceId: 98,
      note: 'still there',
    });
  });

  it('not while something typed means nothing', async () => {
    const { page, sent } = await open();
    await openEditor(page, 'Brand refresh');
    await page.keyboard.type('soon');
    await field(page, 'Start').fill('later');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([
      'How long, up to 24 h: 1h30, 90m or 1:30.',
      'When it began: 9:05, 14.30 or 2pm.',
    ]);
    expect((await sent()).map(({ name }) => name)).not.toContain('time.change');
  });

  it('and nothing typed is lost while the window is hidden', async () => {
    const { page, emit } = await open();
    await openEditor(page, 'Brand refresh');
    await field(page, 'Note').fill('half a sentence');
    await emit({ name: 'surface.hidden' });
    await page.getByRole('form', { name: 'Edit entry' }).waitFor({ state: 'detached' });
    await emit({ name: 'surface.shown', surface: 'popover' });
    const form = page.getByRole('form', { name: 'Edit entry' });
    const note = form.getByRole('textbox', { name: 'Note' });
    await expect.poll(() => note.inputValue()).toBe('half a sentence');
  });

  it('in the zone it was logged in, by which its day is counted', async () => {
    const { page, emit, lastSent } = await open();
    const { time } = samples.week;
    const entries = time.entries.map((entry) => ({ ...entry, timeZone: 'America/Los_Angeles' }));
    await emit({ name: 'snapshot.changed', slices: { time: { ...time, entries } } });
    const row = rowOf(page, 'Brand refresh');
    await expect.poll(() => row.innerText()).toContain('7:45');
    await openEditor(page, 'Brand refresh');
    expect(await field(page, 'Start').inputValue()).toContain('7:45');
    await field(page, 'Start').fill('7:15');
    await page.keyboard.press('Enter');
    await row.waitFor();
    expect(await lastSent('time.change')).toMatchObject({
      day: '2026-11-13',
      startedAtMs: Date.parse('2026-11-13T15:15:00Z'),
    });
  });

  it('which waits for its own business when another one is chosen', async () => {
    const { page, emit } = await open();
    const { businesses } = samples.week;
    const choose = (chosen: BusinessId | null) =>
      emit({ name: 'snapshot.changed', slices: { businesses: { ...businesses, chosen } } });
    await openEditor(page, 'Brand refresh');
    await field(page, 'Note').fill('half a sentence');
    const form = page.getByRole('form', { name: 'Edit entry' });
    await choose(1 as BusinessId);
    await form.waitFor({ state: 'detached' });
    await choose(businesses.chosen);
    await expect.poll(() => field(page, 'Note').inputValue()).toBe('half a sentence');
  });

  it('and the focus goes back to its row once, not whenever its list appears again', async () => {
    const { page, emit, focused } = await open();
    await openEditor(page, 'Brand refresh');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toContain('Brand refresh');
    await emit({ name: 'surface.hidden' });
    await rowOf(page, 'Brand refresh').waitFor({ state: 'detached' });
    await emit({ name: 'surface.shown', surface: 'popover' });
    await rowOf(page, 'Brand refresh').waitFor();
    expect(await page.evaluate("document.activeElement.closest('[data-row]')")).toBeNull();
  });

  describe('and put on another day', () => {
    async function move(
      title: string,
      entries: readonly LoggedEntry[],
      slices: Partial<Snapshot> = {},
    ) {
      const opened = await open();
      const { page, emit, holdNext, release } = opened;
      const show = (each: readonly LoggedEntry[]) =>
        emit({
          name: 'snapshot.changed',
          slices: { ...slices, time: { ...samples.week.time, entries: each } },
        });
      await openEditor(page, title);
      await holdNext('time.change');
      await page.keyboard.press('Enter');
      await show(entries);
      await release('time.change', { ok: true, value: undefined });
      await page.getByRole('form', { name: 'Edit entry' }).waitFor({ state: 'detached' });
      return { ...opened, show };
    }

    const { entries } = samples.week.time;
    const yesterday = day('2026-11-12');
    const DAY_MS = 24 * 3_600_000;
    const movedIn = (state: LoggedEntry['state']) =>
      entries.map((entry) =>
        entry.key === '2026-11-13 10:45'
          ? { ...entry, state, day: yesterday, startedAtMs: entry.startedAtMs - DAY_MS }
          : entry,
      );

    it('it leaves the keys at the row that is in its place now', async () => {
      const { focused } = await move('Brand refresh', movedIn('saved'));
      await expect.poll(focused).toMatch(/^10:30.*free/);
    });

    it('it is followed to what is not sent yet, and once it is sent the keys go on in the day', async () => {
      const { page, focused, show } = await move('Brand refresh', movedIn('waiting'));
      await expect.poll(focused).toContain('Brand refresh');
      await show(movedIn('saved'));
      await page.getByText('From other days').waitFor({ state: 'detached' });
      await expect
        .poll(() => page.evaluate("document.activeElement.closest('[data-row]') !== null"))
        .toBe(true);
    });

    it('it leaves the keys in the line where the day has nothing else', async () => {
      const { settings } = samples.week;
      const workingHours = { ...settings.values.workingHours, days: [] };
      const values = { ...settings.values, workingHours };
      const { page } = await move('Brand refresh', [], { settings: { ...settings, values } });
      const line = page.getByRole('combobox', { name: 'Log time' });
      await expect
        .poll(() => line.evaluate((input) => input === document.activeElement))
        .toBe(true);
    });
  });

  it('and it is told that an invoice does not change with it', async () => {
    const { page } = await open('everyState');
    await openEditor(page, 'billed');
    await page.getByText('It is on an invoice already').waitFor();
  });
});

describe('an entry is deleted', () => {
  it.each(['Delete', 'Backspace'])('with %s, and the keys go on at the next row', async (key) => {
    const { page, lastSent, emit, focused } = await open();
    await rowOf(page, 'Brand refresh').focus();
    await page.keyboard.press(key);
    await expect.poll(() => lastSent('time.delete')).toEqual({ key: '2026-11-13 10:45' });
    const { time } = samples.week;
    const entries = time.entries.filter(({ key: each }) => each !== '2026-11-13 10:45');
    await emit({ name: 'snapshot.changed', slices: { time: { ...time, entries } } });
    await rowOf(page, 'Brand refresh').waitFor({ state: 'detached' });
    await expect.poll(focused).toContain('Clinic website');
  });

  it('not by Backspace in a field', async () => {
    const { page, sent } = await open();
    await openEditor(page, 'Brand refresh');
    await page.keyboard.press('Backspace');
    expect((await sent()).map(({ name }) => name)).not.toContain('time.delete');
  });
});

describe('the rows', () => {
  it('are walked from the one that has the focus, also when newer ones came in above it', async () => {
    const { page, emit, focused } = await open();
    const { time } = samples.week;
    const [newest = never()] = time.entries;
    await rowOf(page, 'Brand refresh').focus();
    await page.keyboard.press('ArrowDown');
    const below = await focused();
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toContain('Brand refresh');
    const newer = {
      ...newest,
      key: 'from the phone' as EntryKey,
      startedAtMs: newest.startedAtMs + 3_600_000,
      note: 'From the phone',
    };
    const entries = [newer, ...time.entries];
    await emit({ name: 'snapshot.changed', slices: { time: { ...time, entries } } });
    await rowOf(page, 'From the phone').waitFor();
    expect(await rowOf(page, 'Brand refresh').getAttribute('tabindex')).toBe('0');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(below);
  });
});

describe('what FreshBooks does not have', () => {
  it('is tried again now', async () => {
    const { page, sent } = await open();
    await rowOf(page, 'Brand refresh').hover();
    await page.getByRole('button', { name: 'Retry Brand refresh now' }).click();
    expect((await sent()).map(({ name }) => name)).toContain('outbox.retry');
  });

  it('is discarded only when asked twice, for nobody else has it', async () => {
    const { page, sent, lastSent } = await open();
    await rowOf(page, 'Brand refresh').focus();
    await page.getByRole('button', { name: 'Discard Brand refresh' }).press('Enter');
    expect((await sent()).map(({ name }) => name)).not.toContain('outbox.discard');
    await page.getByRole('button', { name: 'Discard for good: Brand refresh' }).press('Enter');
    expect(await lastSent('outbox.discard')).toEqual({ key: '2026-11-13 10:45' });
  });

  it('of a change is discarded at once, for FreshBooks has the rest', async () => {
    const { page, lastSent } = await open('everyState');
    await rowOf(page, 'API rebuild').focus();
    await page.getByRole('button', { name: 'Discard the change to API rebuild' }).press('Enter');
    expect(await lastSent('outbox.discard')).toEqual({ key: '2026-11-13 13:00' });
  });

  it('is counted in one line that says when it is tried next, and tries at once', async () => {
    const { page, sent, emit } = await open();
    const nextTryAtMs = Date.now() + 5 * 60_000;
    const outbox = { ...samples.week.outbox, nextTryAtMs };
    await emit({ name: 'snapshot.changed', slices: { outbox } });
    const line = page.getByText(/1 waiting · next try at/);
    await line.waitFor();
    await page.getByRole('button', { name: 'Retry now', exact: true }).click();
    expect((await sent()).map(({ name }) => name)).toContain('outbox.retry');
  });

  it('says why it was refused, at the field to be mended', async () => {
    const { page, lastSent } = await open('everyState');
    const row = rowOf(page, 'API rebuild');
    expect(await row.innerText()).toContain(
      'change refused: service – is not used on this project',
    );
    await openEditor(page, 'API rebuild');
    const service = page.getByRole('combobox', { name: 'Service' });
    expect(await service.getAttribute('aria-invalid')).toBe('true');
    expect(await service.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.getByRole('alert').innerText()).toBe('is not used on this project');
    await service.fill('');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await row.waitFor();
    expect(await lastSent('time.change')).toMatchObject({ serviceId: null, projectId: 12 });
  });
});

describe('an entry that was changed elsewhere', () => {
  it.each([
    ['t', 'theirs'],
    ['m', 'mine'],
    ['b', 'both'],
  ])('shows what differs, and %s takes %s', async (key, take) => {
    const { page, lastSent, focused } = await open('everyState');
    await rowOf(page, 'Studio admin').focus();
    await page.keyboard.press('Enter');
    const choice = page.getByRole('region', { name: 'Changed elsewhere' });
    await choice.waitFor();
    const rows = await choice.getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      'Part Theirs Mine',
      'Duration 30 m 45 m',
      'Note Planning, cut short Weekly planning',
    ]);
    await page.keyboard.press(key);
    await choice.waitFor({ state: 'detached' });
    expect(await lastSent('outbox.resolve')).toEqual({ key: '2026-11-13 14:15', take });
    expect(await focused()).toContain('Studio admin');
  });

  it.each(['Enter', 'e', 'Delete'])(
    'is opened by %s, for nothing else can be done to it',
    async (key) => {
      const { page, sent } = await open('everyState');
      await rowOf(page, 'Studio admin').focus();
      await page.keyboard.press(key);
      await page.getByRole('region', { name: 'Changed elsewhere' }).waitFor();
      expect((await sent()).map(({ name }) => name)).not.toContain('time.delete');
    },
  );

  it('and was deleted here, can be chosen about by key and by button', async () => {
    const { page, emit, lastSent } = await open('everyState');
    const { time } = samples.everyState;
    const entries = time.entries.map((entry) =>
      entry.state === 'conflict' ? { ...entry, pending: 'delete' as const } : entry,
    );
    await emit({ name: 'snapshot.changed', slices: { time: { ...time, entries } } });
    const choice = page.getByRole('region', { name: 'Changed elsewhere' });
    await rowOf(page, 'Studio admin').focus();
    await page.keyboard.press('Enter');
    await choice.waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Choose for Studio admin' }).press('Enter');
    await choice.getByRole('button', { name: 'Delete it' }).click();
    expect(await lastSent('outbox.resolve')).toMatchObject({ take: 'mine' });
  });

  it('while its editor is open, takes no letter of what is being typed for a choice', async () => {
    const { page, emit, sent } = await open();
    await openEditor(page, 'Studio admin');
    await field(page, 'Note').fill('');
    await page.keyboard.type('mee');
    await emit({ name: 'snapshot.changed', slices: { time: samples.everyState.time } });
    await page.getByText('Changed elsewhere meanwhile.').waitFor();
    await page.keyboard.type('ting');
    expect(await field(page, 'Note').inputValue()).toBe('meeting');
    expect((await sent()).map(({ name }) => name)).not.toContain('outbox.resolve');
  });

  it('or deleted there, can be left deleted or logged again, and there are no two to keep', async () => {
    const { page } = await open('deletedElsewhere');
    await rowOf(page, 'deleted elsewhere').focus();
    await page.keyboard.press('Enter');
    const choice = page.getByRole('region', { name: 'Changed elsewhere' });
    await choice.waitFor();
    expect(await choice.getByRole('button').allInnerTexts()).toEqual([
      'Leave it deleted',
      'Log mine again',
    ]);
  });

  it('stays as it is with Escape', async () => {
    const { page, sent } = await open('everyState');
    await rowOf(page, 'Studio admin').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Keep both' }).waitFor();
    await page.keyboard.press('Escape');
    await rowOf(page, 'Studio admin').waitFor();
    const names = (await sent()).map(({ name }) => name);
    expect(names).not.toContain('outbox.resolve');
    expect(names).not.toContain('window.hide');
  });
});

describe('what was done last', () => {
  it.each(['Control+z', 'Meta+z'])('is taken back with %s', async (key) => {
    const { page, lastSent } = await open('undoable');
    const bar = page.getByRole('status', { name: 'Last change' });
    expect((await bar.innerText()).replace(/\s+/g, ' ')).toBe('Added Studio admin, 45 m. Undo');
    await page.keyboard.press(key);
    expect(await lastSent('time.undo')).toEqual({ id: 'u1' });
  });

  it.each([
    ['changed', 'Changed Studio admin, 45 m.'],
    ['timer-logged', 'Logged Studio admin, 45 m.'],
    ['away-answered', 'Settled the time away.'],
  ] as const)('is named for what was done: %s', async (what, words) => {
    const { page, emit } = await open();
    const key = samples.week.time.entries[0]?.key ?? never();
    const undo = { id: 'u3', what, key, untilMs: Date.now() + 60_000 };
    const outbox = { ...samples.undoable.outbox, undo };
    await emit({ name: 'snapshot.changed', slices: { outbox } });
    await page.getByRole('status', { name: 'Last change' }).getByText(words).waitFor();
  });

  it('is offered until its time is over', async () => {
    const { page, emit } = await open();
    const outbox = (leftMs: number) => ({
      ...samples.undoable.outbox,
      undo: {
        id: 'u2',
        what: 'deleted' as const,
        key: samples.week.time.entries[0]?.key ?? never(),
        untilMs: Date.now() + leftMs,
      },
    });
    await emit({ name: 'snapshot.changed', slices: { outbox: outbox(1500) } });
    await page.getByText('Deleted Studio admin').waitFor();
    await page.getByText('Deleted Studio admin').waitFor({ state: 'detached', timeout: 5000 });
    await emit({ name: 'snapshot.changed', slices: { outbox: outbox(-1) } });
    expect(await page.getByText('Deleted Studio admin').count()).toBe(0);
  });
});

function never(): never {
  throw new Error('The sample has no entry');
}
