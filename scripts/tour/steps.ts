// The steps of the tour, in the order a newcomer takes them.
import type { Page } from 'playwright-core';
import { moveTo, pressKeys, typeText } from '../../tests/support/app/hands.ts';
import { leftBehind } from '../../tests/support/app/processes.ts';
import {
  button,
  quickLine,
  saidOfLine,
  switchBusiness,
  today,
  todaysEntries,
  unpaidInvoices,
} from '../../tests/support/app/screens.ts';
import { trayIconOf } from '../../tests/support/app/tray.ts';
import { isShown, openPopover, windowIs } from '../../tests/support/app/window.ts';
import { consent, load } from '../../tests/support/followed-browser.ts';
import type { Narrator } from './narrator.ts';
import type { Stage } from './stage.ts';

const NOTE = 'Guided tour';

export async function runTour(narrator: Narrator, stage: Stage): Promise<void> {
  await narrator.step('Installed: Traybooks starts', async () => {
    const { electron } = await stage.start();
    const versions = await electron.evaluate(({ app }) => [
      app.getVersion(),
      process.versions.electron,
    ]);
    return `Traybooks ${versions[0]} in Electron ${versions[1]}`;
  });

  await narrator.step('The icon is in the tray and opens the popover', async () => {
    const { page } = stage.app;
    await page.keyboard.press('Escape');
    await windowIs(stage.app, 'hidden');
    const icon = await trayIconOf(stage.app);
    await icon.click();
    await windowIs(stage.app, 'shown');
    // Else the icon's tooltip would lie over every picture to come.
    await moveTo(icon.place.x - 300, icon.place.y + 700);
    return undefined;
  });

  await narrator.step('Welcome: connect FreshBooks, or try with sample data', async () => {
    const { page } = stage.app;
    await button(page, 'Connect FreshBooks').waitFor();
    await button(page, 'Try with sample data').waitFor();
    return undefined;
  });

  let consentPage: Page | null = null;
  let address = '';
  await narrator.step('Sample data: the consent page opens in the browser', async () => {
    await button(stage.app.page, 'Try with sample data').click();
    address = await stage.addresses.next();
    consentPage = await stage.openInBrowser(address);
    if (!consentPage) return 'No Chromium here: the consent form is followed over HTTP instead.';
    await button(consentPage, 'Authorize').waitFor();
    return 'in Chromium';
  });

  await narrator.step('Authorize sends the browser back to the app', async () => {
    if (consentPage) {
      await button(consentPage, 'Authorize').click();
      await consentPage.waitForURL(/^http:\/\/localhost:478\d\d\/callback/);
      return (await consentPage.locator('h1').first().textContent()) ?? undefined;
    }
    const { status } = await load(await consent(address, 'authorize'));
    if (status !== 200) throw new Error(`The listener answered ${status}`);
    return 'followed over HTTP';
  });

  await narrator.step('Connected: whose account, and which businesses', async () => {
    const { page } = stage.app;
    await page.getByText('maya@larkfield.example').waitFor();
    await stage.closeBrowser();
    // Closing another window may hand the focus around, and with it the popover away.
    if (!(await isShown(stage.app))) await openPopover(stage.app);
    await page.getByText('Larkfield Studio').first().waitFor();
    return 'Maya Okafor, two businesses';
  });

  await narrator.step('Unpaid invoices, overdue first', async () => {
    const { page } = stage.app;
    await button(page, 'Open Traybooks').click();
    const rows = unpaidInvoices(page);
    await rows.first().waitFor();
    const first = await rows.first().textContent();
    if (!first?.includes('overdue')) throw new Error(`The first is not overdue: ${first}`);
    return `${await rows.count()} listed; first: ${first.replace(/\s+/g, ' ')}`;
  });

  await narrator.step('A business without accounting shows time only', async () => {
    const { page } = stage.app;
    await switchBusiness(page, 'Tern & Co');
    await page
      .getByText(/no accounting|time only/i)
      .first()
      .waitFor();
    return undefined;
  });

  await narrator.step('The global shortcut opens the quick-add bar', async () => {
    const { page } = stage.app;
    await switchBusiness(page, 'Larkfield Studio');
    await unpaidInvoices(page).first().waitFor();
    await page.keyboard.press('Escape');
    await windowIs(stage.app, 'hidden');
    await pressKeys('ctrl+shift+t');
    await windowIs(stage.app, 'shown');
    await page.locator(':focus').and(quickLine(page)).waitFor();
    return 'Ctrl+Shift+T';
  });

  await narrator.step('One line is understood while it is typed', async () => {
    const { page } = stage.app;
    await typeText(`clinic 1h30 ${NOTE}`);
    const understood = page.getByRole('list', { name: 'What was understood' });
    await understood.getByText(NOTE).waitFor();
    const words = (await understood.innerText()).replace(/\s+/g, ' ');
    if (!/Clinic website.*1 h 30 m/.test(words)) throw new Error(`Understood ${words}`);
    return words;
  });

  await narrator.step('Saved and in today’s list', async () => {
    const { page } = stage.app;
    await pressKeys('Return');
    await saidOfLine(page).getByText('Saved', { exact: true }).waitFor();
    await pressKeys('Escape');
    await openPopover(stage.app);
    await entryIsListed(page);
    return `today: ${await todaysTotal(page)}`;
  });

  await narrator.step('Quit leaves no process behind', async () => {
    // Pictured before it is gone: afterwards there is only the desktop.
    const { pid } = stage.app;
    await stage.quit();
    const left = await leftBehind(pid);
    if (left.length > 0) throw new Error(`Still running: ${left.join(', ')}`);
    return undefined;
  });

  const openedBefore = await stage.addresses.count();
  await narrator.step('Restarted: still signed in, no browser', async () => {
    const { page } = await stage.start();
    await openPopover(stage.app);
    await unpaidInvoices(page).first().waitFor();
    await button(page, 'Refresh').click();
    await page
      .getByText(/just now/i)
      .first()
      .waitFor();
    if ((await stage.addresses.count()) > openedBefore) throw new Error('It opened a browser');
    return undefined;
  });

  await narrator.step('The entry is in today’s list', async () => {
    await entryIsListed(stage.app.page);
    return `today: ${await todaysTotal(stage.app.page)}`;
  });
}

async function entryIsListed(page: Page): Promise<void> {
  await todaysEntries(page).filter({ hasText: NOTE }).first().waitFor();
}

async function todaysTotal(page: Page): Promise<string> {
  return (await today(page).textContent())?.trim() ?? '';
}
