// Logging time by one line, from the popover and by the global shortcut, down to what FreshBooks
// then holds: real keys on a real desktop.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { focusedTitle, pressKeys, typeText } from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import { alert, quickLine, saidOfLine, today, todaysEntries } from '../../support/app/screens.ts';
import { openPopover, windowIs } from '../../support/app/window.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await openPopover(home.app);
});
afterAll(() => home.close());

/** "4 h 35 m" in minutes. */
function minutes(words: string | null): number {
  const [, hours = '0', rest = '0'] = /^(?:(\d+)\s*h)?\s*(?:(\d+)\s*m)?$/.exec(words ?? '') ?? [];
  return Number(hours) * 60 + Number(rest);
}

function entriesNoted(note: string) {
  return home.sandbox.backstage.timeEntries().filter((entry) => entry.note === note);
}

function rowNoted(note: string) {
  return todaysEntries(home.page).filter({ hasText: note });
}

async function isSaid(words: string): Promise<void> {
  await saidOfLine(home.page).getByText(words, { exact: true }).waitFor();
}

async function hide(): Promise<void> {
  await pressKeys('Escape');
  await windowIs(home.app, 'hidden');
}

async function openByShortcut(): Promise<void> {
  await pressKeys('ctrl+shift+t');
  await windowIs(home.app, 'shown');
  await home.page.locator(':focus').and(quickLine(home.page)).waitFor();
}

test('a line typed at the popover’s foot is in FreshBooks as it was understood', async () => {
  const { page } = home;
  const before = minutes(await today(page).textContent());
  await pressKeys('l');
  await page.locator(':focus').and(quickLine(page)).waitFor();
  await typeText('clinic dev 1h30 From the popover');
  await pressKeys('Return');
  await isSaid('Saved');
  await expect.poll(() => entriesNoted('From the popover').length).toBe(1);
  expect(entriesNoted('From the popover')).toEqual([
    expect.objectContaining({
      durationSeconds: 5400,
      projectId: 7_004_518,
      clientId: 30_411,
      serviceId: 4_810_023,
      billable: true,
      active: true,
    }),
  ]);

  await pressKeys('Escape');
  await rowNoted('From the popover').waitFor();
  expect(await rowNoted('From the popover').textContent()).toMatch(
    /Clinic website.*Development.*1:30/,
  );
  await expect.poll(async () => minutes(await today(page).textContent())).toBe(before + 90);
});

test('the global shortcut opens the line over everything, ready to type', async () => {
  await hide();
  await openByShortcut();
  expect(await focusedTitle()).toBe('Traybooks');
});

test('shortcut, line, Enter: it is in FreshBooks, and the line is empty for the next one', async () => {
  const { page } = home;
  await typeText('brand 45m By the shortcut');
  const understood = page.getByRole('list', { name: 'What was understood' });
  await understood.getByText('Brand refresh').waitFor();
  await pressKeys('Return');
  await isSaid('Saved');
  expect(await quickLine(page).inputValue()).toBe('');
  await expect.poll(() => entriesNoted('By the shortcut').length).toBe(1);
  // The brand project has one service: nobody should have to name it.
  expect(entriesNoted('By the shortcut')).toEqual([
    expect.objectContaining({ durationSeconds: 2700, projectId: 7_004_631, serviceId: 4_810_022 }),
  ]);
});

test('a row of what was used last is taken by arrow and Enter, and Shift+Enter keeps it', async () => {
  const { page } = home;
  await pressKeys('Down');
  await page.getByRole('option', { selected: true }).waitFor();
  await pressKeys('Return');
  await expect.poll(() => quickLine(page).inputValue()).not.toBe('');
  const work = await quickLine(page).inputValue();
  await typeText('10m First of two');
  await pressKeys('shift+Return');
  await isSaid('Saved');
  expect((await quickLine(page).inputValue()).trim()).toBe(work.trim());
  await typeText('20m Second of two');
  await pressKeys('Return');
  await expect.poll(() => entriesNoted('Second of two').length).toBe(1);
  await expect.poll(() => entriesNoted('First of two').length).toBe(1);
  const [first] = entriesNoted('First of two');
  const [second] = entriesNoted('Second of two');
  expect(second?.projectId).toBe(first?.projectId);
  expect([first?.durationSeconds, second?.durationSeconds]).toEqual([600, 1200]);
});

test('Enter pressed twice saves one entry', async () => {
  await typeText('clinic 20m Twice');
  await pressKeys('Return');
  await pressKeys('Return');
  await isSaid('Saved');
  await expect.poll(() => entriesNoted('Twice').length).toBe(1);
});

test('a line without a length is asked about and nothing is sent', async () => {
  const { page } = home;
  const posts = () => home.sandbox.requests.filter(({ method }) => method === 'POST').length;
  const before = posts();
  await typeText('clinic not yet');
  await pressKeys('Return');
  await alert(page, 'How long?').waitFor();
  expect(await quickLine(page).inputValue()).toBe('clinic not yet');
  expect(posts()).toBe(before);
});

test('what was typed outlives hiding the window, and is in the popover as well', async () => {
  const { page } = home;
  await hide();
  await openByShortcut();
  expect(await quickLine(page).inputValue()).toBe('clinic not yet');
  await hide();
  await openPopover(home.app);
  await rowNoted('From the popover').waitFor();
  expect(await quickLine(page).inputValue()).toBe('clinic not yet');
});
