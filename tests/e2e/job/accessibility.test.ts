// Every screen, in light and in dark, as axe-core sees it in the real window.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../../support/app/accessibility.ts';
import { Installation } from '../../support/app/installation.ts';
import { picture } from '../../support/app/pictures.ts';
import { alert, button, typeEntry, unpaidInvoices } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';
import { consent, load } from '../../support/followed-browser.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
});
afterAll(() => home.close());

/** @param part of the page that is looked at; all of it when left out */
async function look(name: string, part?: string): Promise<void> {
  const { page } = home;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `${name}-${colorScheme}`);
    expect(await violations(page, part), `${name}, ${colorScheme}`).toEqual([]);
  }
}

describe('no rule of accessibility is broken by', () => {
  test('the welcome', async () => {
    await button(home.page, 'Connect FreshBooks').waitFor();
    await look('welcome');
  });

  test('the way to connect, also when it went wrong', async () => {
    const { page } = home;
    await home.askToConnect({ ...home.credentials, clientSecret: 'wrong' });
    await alert(page, 'does not know this client ID').waitFor();
    await look('connect');
    const { clientSecret } = home.credentials;
    await page.getByRole('textbox', { name: 'Client secret' }).fill(clientSecret);
    await button(page, 'Continue in browser').click();
    await page.getByRole('heading', { name: 'Continue in your browser' }).waitFor();
    await look('waiting');
    await page.getByText('Does FreshBooks show an error page?').click();
    await look('waiting-compare');
  });

  test('the card that says who is connected, and the popover', async () => {
    const { page } = home;
    await load(await consent(await home.addresses.next(), 'authorize'));
    await button(page, 'Open Traybooks').waitFor();
    await unpaidInvoices(page).first().waitFor();
    await look('connected');
    await button(page, 'Open Traybooks').click();
    await openPopover(home.app);
    await look('popover');
  });

  test('the open list of businesses, and the one without invoices', async () => {
    const { page } = home;
    await page.getByRole('button', { name: /^Business/ }).click();
    await page.getByRole('option', { name: 'Tern & Co' }).waitFor();
    await look('businesses');
    await page.getByRole('option', { name: 'Tern & Co' }).click();
    await page.getByRole('heading', { name: 'Time only' }).waitFor();
    await look('time-only');
  });

  test('the log-time form, empty, refused and with an open list', async () => {
    const { page } = home;
    await button(page, 'Log time').click();
    await page.getByRole('textbox', { name: 'Duration' }).waitFor();
    await look('log-time');
    await typeEntry(page, { duration: 'soon', note: 'Not yet' });
    await button(page, 'Save entry').click();
    await alert(page, 'Type how long it took').waitFor();
    await look('log-time-refused');
    await page.getByRole('combobox', { name: 'Project or client' }).fill('g');
    await page.getByRole('option').first().waitFor();
    // The library hides the rest from screen readers while the list is open; Tab shuts it first,
    // which axe cannot know.
    await look('log-time-choosing', '.menu');
    await page.keyboard.press('Escape');
    await button(page, 'Close').click();
  });

  test('the settings', async () => {
    const { page } = home;
    await button(page, 'Settings').click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await look('settings');
    await button(page, 'Back').click();
  });

  test('the popover without a network', async () => {
    const { page } = home;
    await home.goOffline();
    await button(page, 'Refresh').click();
    await alert(page, 'We couldn’t reach FreshBooks.').waitFor();
    await look('popover-offline');
  });
});
