// Without a network the app goes on: what was read stays, what is logged waits, and when
// FreshBooks is back everything arrives once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installation } from '../../support/app/installation.ts';
import { logTime } from '../../support/app/log-time.ts';
import { picture } from '../../support/app/pictures.ts';
import {
  alert,
  button,
  refresh,
  todaysEntries,
  unpaidInvoices,
} from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await openPopover(home.app);
  await refresh(home.page);
  await home.goOffline();
});
afterAll(() => home.close());

function rowNoted(note: string) {
  return todaysEntries(home.page).filter({ hasText: note });
}

test('a refresh without a network says so quietly, and the invoices stay', async () => {
  const { page } = home;
  await refresh(page);
  await alert(page, 'We couldn’t reach FreshBooks.').waitFor();
  await alert(page, 'Anything you log is kept here and sent once you’re back online.').waitFor();
  await page.getByText(/offline · just now/).waitFor();
  expect(await unpaidInvoices(page).count()).toBe(11);
  await picture(page, 'offline');
});

test('an entry logged offline is kept, and says that it waits', async () => {
  const { page } = home;
  await logTime(home.app, { duration: '35m', note: 'Logged offline' });
  await rowNoted('Logged offline').filter({ hasText: 'waiting to send' }).waitFor();
  await picture(page, 'offline-entry-kept');
});

test('both survive a restart without a network', async () => {
  await home.restart();
  const { page } = home;
  await rowNoted('Logged offline').filter({ hasText: 'waiting to send' }).waitFor();
  await unpaidInvoices(page).first().waitFor();
  expect(await unpaidInvoices(page).count()).toBe(11);
  await alert(page, 'We couldn’t reach FreshBooks.').waitFor();
});

test('signing out says what becomes of an unsent entry, before it is done', async () => {
  const { page } = home;
  await button(page, 'Settings').click();
  await button(page, 'Sign out').click();
  await alert(page, '1 entry has not reached FreshBooks yet.').waitFor();
  await picture(page, 'sign-out-with-unsent-entry');
  await button(page, 'Back').click();
});

test('back online it is sent, once', async () => {
  await home.comeBack();
  const { page } = home;
  await refresh(page);
  await rowNoted('Logged offline').filter({ hasText: 'waiting' }).waitFor({ state: 'detached' });
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await refresh(page);
  const entries = home.sandbox.backstage.timeEntries();
  expect(entries.filter(({ note }) => note === 'Logged offline')).toEqual([
    expect.objectContaining({ durationSeconds: 2100, projectId: 7_004_518 }),
  ]);
  expect(await rowNoted('Logged offline').count()).toBe(1);
});
