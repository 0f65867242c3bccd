// Every screen, in light and in dark, as axe-core sees it in the real window.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../../support/app/accessibility.ts';
import { Installation } from '../../support/app/installation.ts';
import { picture } from '../../support/app/pictures.ts';
import { alert, button, quickLine, unpaidInvoices } from '../../support/app/screens.ts';
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

  test('the quick-add line, empty, at work and asking', async () => {
    const { page } = home;
    await quickLine(page).focus();
    await page.getByRole('listbox').or(page.locator('.remark')).first().waitFor();
    await look('quick-add');
    await quickLine(page).fill('clinic 1h30 yesterday kick-off');
    await quickLine(page).press('ArrowDown');
    await look('quick-add-choosing');
    await quickLine(page).fill('clinic kick-off');
    await quickLine(page).press('Enter');
    await alert(page, 'How long?').waitFor();
    await look('quick-add-asking');
    await quickLine(page).fill('');
    await page.keyboard.press('Escape');
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
