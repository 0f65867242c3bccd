// A person who tries Traybooks with sample data and says yes in the browser, over HTTP.
import type { Page } from 'playwright-core';
import { consent, load } from '../followed-browser.ts';
import type { OpenedAddresses } from './opened-addresses.ts';
import { button, unpaidInvoices } from './screens.ts';

/** Ends with the popover and its unpaid invoices on the screen. */
export async function signInWithSampleData(page: Page, addresses: OpenedAddresses): Promise<void> {
  await button(page, 'Try with sample data').click();
  const { status } = await load(await consent(await addresses.next(), 'authorize'));
  if (status !== 200) throw new Error(`The listener answered ${status}`);
  await button(page, 'Open Traybooks').click();
  await unpaidInvoices(page).first().waitFor();
}
