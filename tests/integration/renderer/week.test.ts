// The week strip, the holes of a day, unbilled time and what the settings say about days, by their
// names and by the keyboard.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import { sampleSnapshots } from '../../support/renderer-preview/sample-snapshots.ts';
import { runningTimer } from '../../support/running-timer.ts';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const samples = sampleSnapshots(Date.now());

async function open() {
  const opened = await preview.open({ snapshot: samples.week, height: 720 });
  const { page } = opened;
  const focused = async () =>
    ((await page.evaluate('document.activeElement.textContent')) as string).replace(/\s/g, ' ');
  await page.locator('.week-day:visible').first().waitFor();
  const line = () => page.getByRole('combobox', { name: 'Log time' }).inputValue();
  return { ...opened, focused, line };
}

const isFocused = (element: Element) => element === element.ownerDocument.activeElement;

const bar = (page: Page, name: RegExp) =>
  page.getByRole('list', { name: /week/i }).getByRole('button', { name });

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the week strip', () => {
  it('is one stop for Tab, at today', async () => {
    const { page, focused } = await open();
    const stops = page.locator('.week-day:visible[tabindex="0"]');
    expect(await stops.count()).toBe(1);
    await page.keyboard.press('w');
    expect(await focused()).toContain('Friday: 4 h 35 m, 3 h 25 m free');
  });

  it('is walked with the arrow keys, and lists the day one stands on with its total', async () => {
    const { page, focused } = await open();
    await bar(page, /Friday/).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toContain('Thursday: nothing logged, 8 h free');
    await page.getByText('Nothing logged.').waitFor();
    await page.keyboard.press('Home');
    expect(await focused()).toContain('Monday: 6 h 40 m');
    const list = page.getByRole('list', { name: /^Entries of Mon/ });
    expect(await list.innerText()).toContain('Clinic website');
    await page.getByRole('heading', { name: /^Mon, Nov 9/ }).waitFor();
    await page.keyboard.press('End');
    expect(await focused()).toContain('Sunday: still to come');
  });

  it('goes back by weeks as far as entries were read', async () => {
    const { page, focused } = await open();
    await bar(page, /Friday/).focus();
    await page.keyboard.press('PageUp');
    await expect.poll(focused).toContain('Fri, Nov 6: 7 h 30 m');
    for (let weeks = 0; weeks < 6; weeks += 1) await page.keyboard.press('PageUp');
    await expect.poll(focused).toContain('Mon, Oct 12: nothing logged');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(focused).toContain('Mon, Oct 12');
    for (let weeks = 0; weeks < 7; weeks += 1) await page.keyboard.press('PageDown');
    await expect.poll(focused).toContain('Sunday: still to come');
  });

  it('comes back to today with Escape, and only the next one hides the window', async () => {
    const { page, focused, sent } = await open();
    await bar(page, /Friday/).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toContain('Friday');
    expect((await sent()).map(({ name }) => name)).not.toContain('window.hide');
    await page.keyboard.press('Escape');
    expect((await sent()).map(({ name }) => name)).toContain('window.hide');
  });

  it('begins an entry on the day one stands on with Enter', async () => {
    const { page, line } = await open();
    await bar(page, /Friday/).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(line).toBe('2026-11-12 ');
    expect(await page.getByRole('combobox', { name: 'Log time' }).evaluate(isFocused)).toBe(true);
  });

  it('begins it on another day when that one is chosen instead, and on today again', async () => {
    const { page, line } = await open();
    const begin = async (name: RegExp) => {
      await bar(page, name).focus();
      await page.keyboard.press('Enter');
    };
    await begin(/Tuesday/);
    await expect.poll(line).toBe('2026-11-10 ');
    await begin(/Monday/);
    await expect.poll(line).toBe('2026-11-09 ');
    await begin(/Friday/);
    await expect.poll(line).toBe('');
  });

  it('tells the total of the day that is pointed at, and of the week otherwise', async () => {
    const { page } = await open();
    const words = page.locator('.week-words:visible');
    expect(plain(await words.innerText())).toBe('Week 23 h 45 m');
    await bar(page, /Tuesday/).hover();
    expect(plain(await words.innerText())).toBe('Tue, Nov 10 · 7 h 50 m');
  });

  it('has a line at the goal, and none without one', async () => {
    const { page, emit } = await open();
    expect(await page.locator('.week-goal:visible').count()).toBe(1);
    const { settings } = samples.week;
    const values = { ...settings.values, dayGoalMinutes: 0 };
    await emit({ name: 'snapshot.changed', slices: { settings: { ...settings, values } } });
    await expect.poll(() => page.locator('.week-goal').count()).toBe(0);
  });

  it('keeps to weeks that begin on Sunday', async () => {
    const { page, emit } = await open();
    const time = { ...samples.week.time, firstDayOfWeek: 0, weekStart: '2026-11-08' as never };
    await emit({ name: 'snapshot.changed', slices: { time } });
    const names = await page
      .getByRole('list', { name: 'This week' })
      .getByRole('listitem')
      .allTextContents();
    expect(names.map((name) => name.split(':')[0])).toEqual([
      'Sunday',
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
    ]);
  });
});

describe('the holes of a day', () => {
  it('stand between its entries, in words', async () => {
    const { page } = await open();
    const rows = await page
      .getByRole('list', { name: "Today's entries" })
      .getByRole('listitem')
      .allInnerTexts();
    expect(rows.map((row) => plain(row)).map((row) => row.split(' Meetings')[0])).toEqual([
      '3:00 p.m. – 5:00 p.m. 2 h free',
      expect.stringMatching(/^Studio admin/),
      '2:00 p.m. – 2:15 p.m. 15 m free',
      expect.stringMatching(/^API rebuild/),
      '12:05 p.m. – 1:00 p.m. 55 m free',
      expect.stringMatching(/^Brand refresh/),
      '10:30 a.m. – 10:45 a.m. 15 m free',
      expect.stringMatching(/^Clinic website/),
    ]);
  });

  it.each([
    ['Enter', '14:00-14:15 '],
    ['a', '14:00-14:15 '],
  ])('are put into the line by %s on their row', async (key, text) => {
    const { page, line } = await open();
    await page.locator('.row-gap:visible', { hasText: '2:00 p.m. – 2:15 p.m.' }).focus();
    await page.keyboard.press(key);
    await expect.poll(line).toBe(text);
  });

  it('are put into the line from anywhere: the first of the day, and the time since the last', async () => {
    const { page, line } = await open();
    await page.clock.setFixedTime(new Date('2026-11-13T20:40:20Z'));
    await page.keyboard.press('g');
    await expect.poll(line).toBe('10:30-10:45 ');
    // Away from the line, where letters are text.
    await bar(page, /Friday/).focus();
    await page.keyboard.press('s');
    await expect.poll(line).toBe('15:00-15:40 ');
  });

  it.each([
    ['until it began', '2026-11-13T20:25:00Z', '15:00-15:25 '],
    ['and are none where it began then', '2026-11-13T20:00:00Z', ''],
  ])('since the last entry leave out what the timer counts, %s', async (_, began, text) => {
    const { page, emit, line } = await open();
    await page.clock.setFixedTime(new Date('2026-11-13T20:40:20Z'));
    const timer = { ...samples.week.timer, timer: runningTimer(Date.parse(began)) };
    await emit({ name: 'snapshot.changed', slices: { timer } });
    await page.getByRole('region', { name: 'Timer' }).waitFor();
    await page.keyboard.press('s');
    await expect.poll(line).toBe(text);
  });

  it('are logged with the mouse too', async () => {
    const { page, line } = await open();
    await page.locator('.row-gap:visible', { hasText: '15 m free' }).first().hover();
    await page.getByRole('button', { name: 'Log 2:00 p.m. – 2:15 p.m.' }).click();
    await expect.poll(line).toBe('14:00-14:15 ');
  });

  it('and time away are told apart', async () => {
    const { page, emit } = await open();
    const away = {
      fromMs: Date.parse('2026-11-13T17:10:00Z'),
      toMs: Date.parse('2026-11-13T17:50:00Z'),
    };
    await emit({ name: 'snapshot.changed', slices: { timer: { ...samples.week.timer, away } } });
    await page.getByText('40 m away').waitFor();
  });

  it('are not looked for on days off', async () => {
    const { page, emit } = await open();
    const { settings } = samples.week;
    const workingHours = { ...settings.values.workingHours, days: [1, 2, 3, 4] };
    const values = { ...settings.values, workingHours };
    await emit({ name: 'snapshot.changed', slices: { settings: { ...settings, values } } });
    await expect.poll(() => page.locator('.row-gap').count()).toBe(0);
  });
});

describe('unbilled time', () => {
  it('is one line, by currency, and opens to who it is from', async () => {
    const { page } = await open();
    const line = page.getByRole('button', { name: /^Unbilled/ });
    expect(plain(await line.innerText())).toBe(
      'Unbilled $1,100.00 · €420.00 · 2 h 30 m, rate unknown',
    );
    await page.keyboard.press('u');
    const rows = page.getByRole('list', { name: 'Unbilled by client' }).getByRole('listitem');
    await rows.first().waitFor();
    expect((await rows.allInnerTexts()).map(plain)).toEqual([
      'Northgate Dental 9 h $990.00',
      'Acme Labs 3 h 30 m €420.00',
      'Harbour & Pine 2 h $110.00 · 1 h, rate unknown',
      'Bramble Bakery 1 h 30 m 1 h 30 m, rate unknown',
    ]);
    await page.keyboard.press('u');
    await rows.first().waitFor({ state: 'detached' });
  });
});

describe('the settings about days', () => {
  async function openSettings() {
    const opened = await preview.open({ snapshot: samples.week, height: 720 });
    await opened.emit({ name: 'surface.shown', surface: 'settings' });
    await opened.page.getByText('Working hours').waitFor();
    const changes = async () =>
      (await opened.sent())
        .filter(({ name }) => name === 'settings.change')
        .map((each) => each.input);
    return { ...opened, changes };
  }

  it('set the goal of a day, or none', async () => {
    const { page, changes } = await openSettings();
    await page.getByRole('button', { name: /Goal for a day/ }).press('Enter');
    await page.getByRole('option', { name: 'No goal' }).click();
    expect(await changes()).toEqual([{ dayGoalMinutes: 0 }]);
  });

  it('set working hours and their days', async () => {
    const { page, changes } = await openSettings();
    const hours = { fromMinute: 540, toMinute: 1020, days: [1, 2, 3, 4, 5] };
    await page.getByRole('checkbox', { name: 'Saturday' }).press('Space');
    await page.getByRole('button', { name: /From/ }).press('Enter');
    await page.getByRole('option', { name: '8:30 a.m.' }).click();
    expect(await changes()).toEqual([
      { workingHours: { ...hours, days: [1, 2, 3, 4, 5, 6] } },
      { workingHours: { ...hours, fromMinute: 510 } },
    ]);
  });
});
