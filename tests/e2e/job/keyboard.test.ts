// The whole job without a mouse: real key presses on a real desktop.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressKeys, typeText } from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import { quickLine, saidOfLine, todaysEntries } from '../../support/app/screens.ts';
import { isShown, openPopover, windowIs } from '../../support/app/window.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await openPopover(home.app);
});
afterAll(() => home.close());

/** Role or tag and accessible name of what has the focus. */
async function focused(): Promise<string> {
  return home.page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing';
    const nameOf = (one: Element | null) =>
      one?.getAttribute('aria-label') ?? one?.textContent ?? '';
    const labels = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const name =
      labels.map((id) => nameOf(document.getElementById(id))).join(' ') ||
      (element instanceof HTMLInputElement && element.labels?.[0]?.textContent) ||
      nameOf(element);
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim()}`;
  });
}

/** @returns what had the focus on the way there */
async function tabTo(wanted: RegExp, keys = 'Tab'): Promise<readonly string[]> {
  const passed: string[] = [];
  while (passed.length < 30) {
    await pressKeys(keys);
    const name = await settledFocus(passed.at(-1));
    if (wanted.test(name)) return passed;
    passed.push(name);
  }
  throw new Error(`Tab never came to ${wanted}: ${passed.join(' → ')}`);
}

/** The key press reaches the page a moment after it was made. */
async function settledFocus(before: string | undefined): Promise<string> {
  await expect.poll(focused, { timeout: 1000, interval: 10 }).not.toBe(before).catch(stayed);
  return focused();
}

/** Two stops of one name in a row look like one. */
function stayed(): void {}

test('Tab walks the popover from top to bottom, each list being one stop', async () => {
  await tabTo(/^button Business: Larkfield Studio/);
  await tabTo(/^button Refresh/);
  await tabTo(/^button Settings/);
  await tabTo(/^li Northgate Dental/);
  const passed = await tabTo(/^combobox Log time/);
  expect(passed.filter((name) => /Harbour|Acme/.test(name))).toEqual([]);
});

test('arrows, Home and End walk the invoices', async () => {
  await tabTo(/^li Northgate Dental/, 'shift+Tab');
  await pressKeys('Down');
  await expect.poll(focused).toMatch(/^li Harbour & Pine/);
  await pressKeys('End');
  await expect.poll(focused).toMatch(/^li Meridian Maps/);
  await pressKeys('Home');
  await expect.poll(focused).toMatch(/^li Northgate Dental/);
});

test('the business is switched by arrows and Enter, and its list shut by Escape alone', async () => {
  const { page } = home;
  await tabTo(/^button Business/, 'shift+Tab');
  await pressKeys('Return');
  await page.getByRole('option', { name: 'Tern & Co' }).waitFor();
  await pressKeys('Escape');
  await page.getByRole('option', { name: 'Tern & Co' }).waitFor({ state: 'detached' });
  expect(await isShown(home.app)).toBe(true);
  await expect.poll(focused).toMatch(/^button Business/);

  await pressKeys('Return');
  await page.getByRole('option', { name: 'Tern & Co' }).waitFor();
  await pressKeys('Down');
  await pressKeys('Return');
  await page.getByRole('heading', { name: 'Time only' }).waitFor();
  await pressKeys('Return');
  await page.getByRole('option', { name: 'Larkfield Studio' }).waitFor();
  await pressKeys('Up');
  await pressKeys('Return');
  await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
});

test('L leads to the line, Tab completes it, Enter saves, Escape goes back', async () => {
  const { page } = home;
  await pressKeys('l');
  await expect.poll(focused).toBe('combobox Log time');
  await typeText('api reb 1:15');
  await page
    .getByRole('option', { name: /API rebuild/ })
    .first()
    .waitFor();
  // The first match needs no arrow key.
  await pressKeys('Tab');
  await expect.poll(() => quickLine(page).inputValue()).toMatch(/API rebuild/);
  await typeText(' All by keys');
  await pressKeys('Return');
  await saidOfLine(page).getByText('Saved', { exact: true }).waitFor();
  const logged = () =>
    home.sandbox.backstage.timeEntries().filter(({ note }) => note === 'All by keys');
  await expect.poll(() => logged().length).toBe(1);
  expect(logged()).toEqual([
    expect.objectContaining({ durationSeconds: 4500, projectId: 7_004_702 }),
  ]);

  await pressKeys('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await todaysEntries(page).filter({ hasText: 'All by keys' }).waitFor();
  expect(await isShown(home.app)).toBe(true);
});

test('settings are reached, changed and left by keys', async () => {
  const { page } = home;
  await tabTo(/^button Settings/);
  await pressKeys('Return');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await tabTo(/Refresh every|minutes/i);
  await pressKeys('Return');
  await page.getByRole('option').first().waitFor();
  await pressKeys('Down');
  await pressKeys('Return');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  await pressKeys('Escape');
  await quickLine(page).waitFor();
});

test('the last Escape hides the window', async () => {
  await pressKeys('Escape');
  await windowIs(home.app, 'hidden');
  expect(await isShown(home.app)).toBe(false);
});
