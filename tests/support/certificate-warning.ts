// The one alarming page of a sign-in, in real Chromium: what a person sees there, and the three
// ways on.
import type { Page } from 'playwright-core';

/**
 * @param press sends the browser to the address with the certificate it does not know
 * @returns what is then in the address bar, for the person to edit or copy
 * @throws when the page opens without a warning, or fails for another reason
 */
export async function warnedAt(page: Page, press: () => Promise<void>): Promise<string> {
  const failing = page.waitForEvent('requestfailed', (request) => request.isNavigationRequest());
  await press();
  const request = await failing;
  const { errorText } = request.failure() ?? { errorText: 'no failure' };
  if (errorText !== 'net::ERR_CERT_AUTHORITY_INVALID') throw new Error(errorText);
  await page.locator('#details-button').waitFor();
  return request.url();
}

/** "Advanced", then "Proceed to localhost (unsafe)", as our screens tell people to. */
export async function proceed(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Advanced' }).click();
  await page.getByRole('link', { name: 'Proceed to localhost' }).click();
}

/** FreshBooks' own advice for a browser that balks at the redirect (freshbooks-api.md §1.4). */
export async function editToPlainHttp(page: Page, address: string): Promise<void> {
  await page.goto(address.replace('https:', 'http:'));
}
