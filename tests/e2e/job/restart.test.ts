// The second day: still signed in, tokens renewed without asking, and nothing left behind at the end.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installation } from '../../support/app/installation.ts';
import { leftBehind, processesOf } from '../../support/app/processes.ts';
import { refresh, unpaidInvoices } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await openPopover(home.app);
});
afterAll(() => home.close());

/** Token requests since this many were already there. */
function tokenRequests(): number {
  return home.sandbox.requests.filter(
    ({ method, path }) => method === 'POST' && path === '/auth/oauth/token',
  ).length;
}

test('quitting leaves no process behind', async () => {
  const { pid } = home.app;
  expect((await processesOf(pid)).length).toBeGreaterThan(1);
  await home.quit();
  expect(await leftBehind(pid)).toEqual([]);
});

test('a restart is still signed in, without a browser and without a new token', async () => {
  const [browsers, tokens] = [await home.addresses.count(), tokenRequests()];
  await home.start();
  await openPopover(home.app);
  await unpaidInvoices(home.page).first().waitFor();
  await refresh(home.page);
  await home.page.getByText('Last refreshed: just now').waitFor();
  expect(await home.addresses.count()).toBe(browsers);
  expect(tokenRequests()).toBe(tokens);
});

test('an access token past its life is renewed unasked, once for all lists', async () => {
  const [browsers, tokens] = [await home.addresses.count(), tokenRequests()];
  home.sandbox.backstage.expireAccessTokens();
  home.sandbox.backstage.addInvoice({ number: 'AFTER-1', paid: 0, progress: 'sent', visState: 0 });
  await refresh(home.page);
  await unpaidInvoices(home.page).filter({ hasText: 'AFTER-1' }).waitFor();
  expect(tokenRequests()).toBe(tokens + 1);
  expect(await home.page.getByRole('alert').count()).toBe(0);
  expect(await home.addresses.count()).toBe(browsers);
});

test('the renewed token is the one a restart goes on with', async () => {
  const tokens = tokenRequests();
  await home.restart();
  await refresh(home.page);
  await home.page.getByText('Last refreshed: just now').waitFor();
  expect(await home.page.getByRole('alert').count()).toBe(0);
  expect(tokenRequests()).toBe(tokens);
});

test('killed like in a power cut, it starts signed in and with its invoices', async () => {
  await home.app.kill();
  await home.start();
  await openPopover(home.app);
  await unpaidInvoices(home.page).filter({ hasText: 'AFTER-1' }).waitFor();
  await refresh(home.page);
  await home.page.getByText('Last refreshed: just now').waitFor();
});
