// "Saved" on the screen is a promise: the app killed in the very next moment keeps it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stall } from '../../../electron/sandbox/faults/connection-faults.ts';
import { Installation } from '../../support/app/installation.ts';
import { logTime } from '../../support/app/log-time.ts';
import { refresh, todaysEntries } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
});
afterAll(() => home.close());

function inFreshBooks(note: string): number {
  return home.sandbox.backstage.timeEntries().filter((entry) => entry.note === note).length;
}

async function startAgain(): Promise<void> {
  await home.start();
  await openPopover(home.app);
}

/** There, with nothing left to say at its row. */
async function isSaved(note: string): Promise<void> {
  const row = todaysEntries(home.page).filter({ hasText: note });
  await row.waitFor();
  await expect.poll(() => inFreshBooks(note)).toBe(1);
  await row.filter({ hasText: /waiting|sending|unsure/ }).waitFor({ state: 'detached' });
  await refresh(home.page);
  expect(inFreshBooks(note)).toBe(1);
  expect(await row.count()).toBe(1);
}

test('an entry that could not be sent yet is there once after the next start', async () => {
  await home.goOffline();
  await logTime(home.app, { duration: '20m', note: 'Killed at once' });
  await home.app.kill();
  await home.comeBack();
  await startAgain();
  await isSaved('Killed at once');
});

test('so is one that FreshBooks had stored and not yet answered', async () => {
  const storing = stall('after-handling');
  home.sandbox.faults.next({
    when: { method: 'POST', path: /\/time_entries$/ },
    outcome: storing.outcome,
  });
  await logTime(home.app, { duration: '20m', note: 'Killed while sent' });
  await storing.reached;
  await home.app.kill();
  expect(inFreshBooks('Killed while sent')).toBe(1);
  await startAgain();
  await isSaved('Killed while sent');
});
