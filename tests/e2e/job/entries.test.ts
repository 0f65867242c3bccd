// Entries mended, deleted and taken back by the keyboard, in the real app against the sandbox.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fieldsRefused } from '../../../electron/sandbox/faults/refusals.ts';
import { addDays } from '../../../shared/day.ts';
import { dayAt } from '../../../shared/wall-clock.ts';
import { Installation } from '../../support/app/installation.ts';
import { logTime } from '../../support/app/log-time.ts';
import { refresh, todaysEntries } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await logTime(home.app, { duration: '80m', note: 'Type proofs' });
  await openPopover(home.app);
  await row('Type proofs').waitFor();
});
afterEach(() => home.sandbox.faults.clear());
afterAll(() => home.close());

function row(words: string) {
  return todaysEntries(home.page).filter({ hasText: words });
}

/** What FreshBooks has under this note, with how long it says it took. */
function inFreshBooks(note: string): readonly (number | null)[] {
  return home.sandbox.backstage
    .timeEntries()
    .filter((entry) => entry.active && entry.note === note)
    .map(({ durationSeconds }) => durationSeconds);
}

async function openEntry(words: string): Promise<void> {
  await row(words).first().focus();
  await home.page.keyboard.press('Enter');
}

async function edit(words: string, duration: string): Promise<void> {
  await openEntry(words);
  await home.page.getByRole('textbox', { name: 'Duration' }).fill(duration);
  await home.page.keyboard.press('Enter');
  await row(words).first().waitFor();
}

test('Enter opens an entry, and Enter again changes it in FreshBooks', async () => {
  await expect.poll(() => inFreshBooks('Type proofs')).toEqual([80 * 60]);
  await edit('Type proofs', '50m');
  await row('Type proofs').filter({ hasText: '0:50' }).waitFor();
  await expect.poll(() => inFreshBooks('Type proofs')).toEqual([3000]);
});

test('Delete takes it away, and Ctrl+Z brings it back, once', async () => {
  const { page } = home;
  await row('Type proofs').focus();
  await page.keyboard.press('Delete');
  await row('Type proofs').waitFor({ state: 'detached' });
  await expect.poll(() => inFreshBooks('Type proofs')).toEqual([]);
  await page.getByText('Deleted', { exact: false }).waitFor();
  await page.keyboard.press('Control+z');
  await row('Type proofs').waitFor();
  await expect.poll(() => inFreshBooks('Type proofs')).toEqual([3000]);
  await refresh(page);
  expect(await row('Type proofs').count()).toBe(1);
});

test('what FreshBooks refused is mended at the field it named', async () => {
  const { page } = home;
  home.sandbox.faults.next({
    when: { method: 'PUT', path: /\/time_entries\/\d+$/ },
    outcome: fieldsRefused({ duration: 'is more than the day allows' }),
  });
  await edit('Type proofs', '55m');
  await row('Type proofs').filter({ hasText: 'is more than the day allows' }).waitFor();
  await openEntry('Type proofs');
  const duration = page.getByRole('textbox', { name: 'Duration' });
  await expect
    .poll(() => duration.evaluate((input) => input === document.activeElement))
    .toBe(true);
  expect(await duration.getAttribute('aria-invalid')).toBe('true');
  await duration.fill('40m');
  await page.keyboard.press('Enter');
  await row('Type proofs').filter({ hasText: '0:40' }).waitFor();
  await expect.poll(() => inFreshBooks('Type proofs')).toEqual([2400]);
  await row('Type proofs').filter({ hasText: 'refused' }).waitFor({ state: 'detached' });
});

test('changed elsewhere meanwhile, both are kept where the person wants both', async () => {
  const { page } = home;
  await refresh(page);
  const [entry] = home.sandbox.backstage
    .timeEntries()
    .filter(({ active, note }) => active && note === 'Type proofs');
  home.sandbox.backstage.changeTimeEntry(entry?.id ?? 0, { durationSeconds: 1800 });
  await edit('Type proofs', '1h');
  await row('Type proofs').filter({ hasText: 'changed elsewhere' }).waitFor();
  expect(inFreshBooks('Type proofs')).toEqual([1800]);
  await openEntry('changed elsewhere');
  const choice = page.getByRole('region', { name: 'Changed elsewhere' });
  await choice.getByRole('row', { name: /Duration 30.m 1.h/ }).waitFor();
  await page.keyboard.press('b');
  await choice.waitFor({ state: 'detached' });
  await expect.poll(() => [...inFreshBooks('Type proofs')].sort()).toEqual([1800, 3600]);
  await expect.poll(() => row('Type proofs').count()).toBe(2);
});

test('an entry is added to the day before from the week strip, by keys alone', async () => {
  const { page } = home;
  await page.keyboard.press('w');
  await page.keyboard.press('ArrowLeft');
  const list = page.getByRole('list', { name: /^Entries of/ });
  await list.waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.keyboard.type('clinic 25m "Backdated"');
  await page.keyboard.press('Enter');
  await list.getByRole('listitem').filter({ hasText: 'Backdated' }).waitFor();
  await expect.poll(() => inFreshBooks('Backdated')).toEqual([1500]);
  const entry = home.sandbox.backstage.timeEntries().find(({ note }) => note === 'Backdated');
  const { time } = await page.evaluate(async () => {
    const answer = await window.traybooks.call('snapshot.read');
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  });
  expect(dayAt(entry?.startedAtMs ?? 0, time.timeZone)).toBe(addDays(time.today, -1));
});
