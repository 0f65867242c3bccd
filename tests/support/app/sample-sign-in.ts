// A person who tries Traybooks with sample data and says yes in the browser, over HTTP.
import type { Page } from 'playwright-core';
import { consentOverHttp } from './consent.ts';
import type { OpenedAddresses } from './opened-addresses.ts';

/** Ends with the popover and its unpaid invoices on the screen. */
export async function signInWithSampleData(page: Page, addresses: OpenedAddresses): Promise<void> {
  await page.getByRole('button', { name: 'Try with sample data' }).click();
  const back = await consentOverHttp(await addresses.next(), 'Authorize');
  const answer = await fetch(back);
  if (!answer.ok) throw new Error(`The listener answered ${answer.status}`);
  await page.getByRole('button', { name: 'Open Traybooks' }).click();
  await page.getByRole('list', { name: 'Unpaid invoices' }).getByRole('listitem').first().waitFor();
}
