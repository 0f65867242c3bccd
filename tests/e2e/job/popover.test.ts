// What the popover answers: who owes me, and in which business.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Installation } from '../../support/app/installation.ts';
import {
  button,
  quickLine,
  refresh,
  switchBusiness,
  today,
  unpaidInvoices,
} from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await openPopover(home.app);
});
afterAll(() => home.close());

describe('businesses', () => {
  test('lists every membership with its role', async () => {
    const { page } = home;
    await button(page, 'Business: Larkfield Studio').click();
    await page.getByRole('option', { name: 'Larkfield Studio' }).waitFor();
    expect(await page.getByRole('option').allTextContents()).toEqual([
      expect.stringMatching(/Larkfield Studio.*owner/i),
      expect.stringMatching(/Tern & Co.*employee · time only/i),
    ]);
    await page.keyboard.press('Escape');
  });

  test('shows time only for one without accounting, and says why', async () => {
    const { page } = home;
    await switchBusiness(page, 'Tern & Co');
    await page.getByRole('heading', { name: 'Time only' }).waitFor();
    await page.getByText(/Tern & Co has no accounting in FreshBooks for you/).waitFor();
    await today(page).waitFor();
    expect(await unpaidInvoices(page).count()).toBe(0);
    expect(home.sandbox.requests.some(({ path }) => path.includes('/account/null'))).toBe(false);
  });

  test('logs time for that one, on its own projects', async () => {
    const { page } = home;
    await quickLine(page).fill('guide 1h');
    await page
      .getByRole('list', { name: 'What was understood' })
      .getByText('Guidebook app')
      .waitFor();
    await quickLine(page).fill('');
    await page.keyboard.press('Escape');
    await switchBusiness(page, 'Larkfield Studio');
    await unpaidInvoices(page).first().waitFor();
  });
});

describe('unpaid invoices', () => {
  test('are those with money outstanding, of every page, the most overdue first', async () => {
    const rows = await unpaidInvoices(home.page).allTextContents();
    // Client, amount, and the due date in words, as the sample books have them.
    const expected = [
      /Northgate Dental.*740\.50.*94 days overdue/,
      /Harbour & Pine.*2,300\.00.*31 days overdue/,
      /Acme.*1,080\.00.*9 days overdue/,
      /hello@quietharbour\.example.*310\.00.*due today/,
      /Harbour & Pine.*750\.00.*due tomorrow/,
      /Ines Varga.*1,200\.00.*due \w+day/,
      /Juniper Street Theatre.*2,450\.00.*due \w+day/,
      /Fennel Bakery.*890\.00.*due in 12 days/,
      /Acme Labs.*3,600\.00.*due in 14 days/,
      /Saltmarsh Records.*2,000\.00.*due in 21 days/,
      /Meridian Maps.*1,250\.00.*due in 28 days/,
    ];
    expect(rows).toEqual(expected.map((row) => expect.stringMatching(row)));
    const lists = home.sandbox.requests.filter(({ path }) => path.endsWith('/invoices/invoices'));
    expect(lists.length).toBeGreaterThan(1);
  });

  test('say each amount in its own currency', async () => {
    const { page } = home;
    const amountOf = (client: string) =>
      unpaidInvoices(page).filter({ hasText: client }).locator('.row-amount').textContent();
    expect(await amountOf('Northgate Dental')).toMatch(/CA\$740\.50/);
    expect(await amountOf('Ines Varga')).toMatch(/^(US)?\$1,200\.00/);
    expect(await amountOf('Fennel Bakery')).toMatch(/€890\.00/);
  });

  test('mark the part paid ones with both amounts', async () => {
    const partPaid = unpaidInvoices(home.page).filter({ hasText: 'part paid' });
    expect(await partPaid.allTextContents()).toEqual([
      expect.stringMatching(/Northgate Dental.*part paid, 500\.00 of 1,240\.50/),
      expect.stringMatching(/Juniper Street Theatre.*part paid, 1,000\.00 of 3,450\.00/),
    ]);
  });

  test('are added up per currency and never across', async () => {
    const owed = home.page.getByRole('region', { name: 'Owed to you' });
    expect(await owed.textContent()).toMatch(/CA\$12,480\.50.*\$3,200\.00.*€890\.00/);
    expect(await owed.textContent()).toMatch(/CA\$4,120\.50 overdue · 3 invoices.*oldest 94 days/);
  });

  test('say when they were last refreshed, and come anew by the button', async () => {
    const { page } = home;
    home.sandbox.backstage.addInvoice({ number: 'NEW-1', paid: 0, progress: 'sent', visState: 0 });
    await refresh(page);
    await page.getByText('Last refreshed: just now').waitFor();
    await unpaidInvoices(page).filter({ hasText: 'NEW-1' }).waitFor();
    expect(await unpaidInvoices(page).count()).toBe(12);
  });

  test('leave the list once they are paid', async () => {
    const { page } = home;
    const { invoices } = home.sandbox.backstage.books();
    const added = invoices.at(-1);
    home.sandbox.backstage.changeInvoice(added?.id ?? 0, { paid: added?.amount ?? 0 });
    await page.keyboard.press('r');
    await unpaidInvoices(page).filter({ hasText: 'NEW-1' }).waitFor({ state: 'detached' });
  });
});
