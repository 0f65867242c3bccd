// Logging time, from the popover and by the global shortcut, down to what FreshBooks then holds.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { focusedTitle, pressKeys, typeText } from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import {
  alert,
  button,
  today,
  todaysEntries,
  typedInto,
  typeEntry,
} from '../../support/app/screens.ts';
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

test('an entry logged from the popover is in FreshBooks as it was meant', async () => {
  const { page } = home;
  const before = minutes(await today(page).textContent());
  await button(page, 'Log time').click();
  await typeEntry(page, { duration: '1h30', work: 'clin', note: 'From the popover' });
  const service = page.getByRole('combobox', { name: 'Service' });
  await service.fill('dev');
  await page.getByRole('option', { name: 'Development' }).waitFor();
  await service.press('Enter');
  await button(page, 'Save entry').click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await expect.poll(() => entriesNoted('From the popover').length).toBe(1);

  const entries = entriesNoted('From the popover');
  expect(entries).toEqual([
    expect.objectContaining({
      durationSeconds: 5400,
      projectId: 7_004_518,
      clientId: 30_411,
      serviceId: 4_810_023,
      billable: true,
      active: true,
    }),
  ]);

  await page.keyboard.press('Escape');
  await rowNoted('From the popover').waitFor();
  expect(await rowNoted('From the popover').textContent()).toMatch(
    /Clinic website.*Development.*1:30/,
  );
  expect(minutes(await today(page).textContent())).toBe(before + 90);
});

test('the global shortcut opens the form over everything, ready to type', async () => {
  const { page } = home;
  await page.keyboard.press('Escape');
  await windowIs(home.app, 'hidden');
  await pressKeys('ctrl+shift+t');
  await windowIs(home.app, 'shown');
  await page
    .locator(':focus')
    .and(page.getByRole('textbox', { name: 'Duration' }))
    .waitFor();
  expect(await focusedTitle()).toBe('Traybooks');
});

test('the form opened by the shortcut is filled in and saved with the keyboard alone', async () => {
  const { page } = home;
  await typeText('45m');
  await pressKeys('Tab');
  await typeText('brand');
  await page.getByRole('option', { name: /Brand refresh/ }).waitFor();
  await pressKeys('Return');
  // Project, its button, service, day, note.
  await page.getByRole('combobox', { name: 'Project or client' }).waitFor();
  // The brand project has one service: nobody should have to choose from one.
  expect(await typedInto(page, ['Service'])).toEqual(['Design']);
  await page.getByRole('textbox', { name: 'Note' }).focus();
  await typeText('By the shortcut');
  await pressKeys('Return');
  await page.getByText('Saved', { exact: true }).waitFor();
  await expect.poll(() => entriesNoted('By the shortcut').length).toBe(1);

  expect(entriesNoted('By the shortcut')).toEqual([
    expect.objectContaining({ durationSeconds: 2700, projectId: 7_004_631, serviceId: 4_810_022 }),
  ]);
  await rowNoted('By the shortcut').waitFor();
});

test('the saved entry clears the form for the next one', async () => {
  expect(await typedInto(home.page, ['Duration', 'Project or client', 'Service', 'Note'])).toEqual([
    '',
    '',
    '',
    '',
  ]);
});

test('Enter pressed twice saves one entry', async () => {
  const { page } = home;
  await typeEntry(page, { duration: '20m', note: 'Twice' });
  await page.getByRole('textbox', { name: 'Note' }).focus();
  await pressKeys('Return');
  await pressKeys('Return');
  await rowNoted('Twice').waitFor();
  await button(page, 'Save entry').and(page.locator('[aria-disabled="false"]')).waitFor();
  await expect.poll(() => entriesNoted('Twice').length).toBe(1);
});

test('something that is no duration is named at the field and nothing is sent', async () => {
  const { page } = home;
  const posts = () => home.sandbox.requests.filter(({ method }) => method === 'POST').length;
  const before = posts();
  await typeEntry(page, { duration: 'soon', note: 'Not yet' });
  await button(page, 'Save entry').click();
  await alert(page, 'Type how long it took').waitFor();
  expect(await typedInto(page, ['Duration', 'Note'])).toEqual(['soon', 'Not yet']);
  expect(posts()).toBe(before);
});

test('what was typed outlives hiding the window', async () => {
  const { page } = home;
  await page.keyboard.press('Escape');
  await windowIs(home.app, 'hidden');
  await pressKeys('ctrl+shift+t');
  await windowIs(home.app, 'shown');
  expect(await typedInto(page, ['Duration', 'Note'])).toEqual(['soon', 'Not yet']);
});
