// A morning without a network: three entries, the app quit and started again, and when FreshBooks
// is back it gets three.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installation } from '../../support/app/installation.ts';
import { logTime } from '../../support/app/log-time.ts';
import { refresh, todaysEntries } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

const ENTRIES = [
  { duration: '15m', note: 'First offline' },
  { duration: '30m', note: 'Second offline' },
  { duration: '45m', note: 'Third offline' },
] as const;

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await home.goOffline();
});
afterAll(() => home.close());

function rowsWaiting() {
  return todaysEntries(home.page).filter({ hasText: 'offline' }).filter({ hasText: 'waiting' });
}

function inFreshBooks() {
  return home.sandbox.backstage
    .timeEntries()
    .filter(({ note }) => note?.endsWith('offline'))
    .map(({ note, durationSeconds }) => [note, durationSeconds]);
}

test('entries logged without a network are saved and wait', async () => {
  for (const entry of ENTRIES) await logTime(home.app, entry);
  await openPopover(home.app);
  await expect.poll(() => rowsWaiting().count()).toBe(ENTRIES.length);
});

test('they are still there after the app was quit and started', async () => {
  await home.restart();
  await expect.poll(() => rowsWaiting().count()).toBe(ENTRIES.length);
  expect(inFreshBooks()).toEqual([]);
});

test('back online all of them are in FreshBooks, once each', async () => {
  await home.comeBack();
  await refresh(home.page);
  await expect.poll(() => rowsWaiting().count()).toBe(0);
  await refresh(home.page);
  expect([...inFreshBooks()].sort()).toEqual([
    ['First offline', 900],
    ['Second offline', 1800],
    ['Third offline', 2700],
  ]);
});
