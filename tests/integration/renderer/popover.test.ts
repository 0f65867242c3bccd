// The popover by its names and by the keyboard.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvoiceId } from '../../../shared/ids.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import { sampleSnapshots } from '../../support/renderer-preview/sample-snapshots.ts';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const samples = sampleSnapshots(Date.now());

async function open(name: keyof typeof samples = 'full') {
  const opened = await preview.open({ snapshot: samples[name] });
  await opened.page.getByRole('combobox', { name: 'Log time' }).waitFor();
  const focused = () =>
    opened.page.evaluate('document.activeElement.textContent') as Promise<string>;
  return { ...opened, focused };
}

describe('the popover', () => {
  it('has one listitem an invoice, with amount, due words and what was paid', async () => {
    const { page } = await open();
    const rows = page.getByRole('list', { name: 'Unpaid invoices' }).getByRole('listitem');
    expect(await rows.count()).toBe(11);
    const first = await rows.first().innerText();
    expect(first).toContain('Northgate Dental');
    expect(first).toContain('94 days overdue');
    expect(first).toContain('part paid, 500.00 of 1,240.50');
  });

  it('writes figures as the desktop does, and words in English', async () => {
    const { page } = await preview.open({ snapshot: samples.full, locale: 'de-DE' });
    const list = page.getByRole('list', { name: 'Unpaid invoices' });
    const rows = (await list.innerText()).replaceAll('\u00a0', ' ');
    expect(rows).toContain('part paid, 500,00 of 1.240,50');
    expect(rows).toContain('740,50 CA$');
    expect(rows).toContain('due Fri, 8 Jan 2027');
    const week = page.getByRole('list', { name: 'This week' });
    expect(await week.textContent()).toContain('Thursday: nothing logged');
  });

  it('tells today’s total and entries under their names', async () => {
    const { page } = await open();
    const total = await page.getByRole('status', { name: 'Today', exact: true }).innerText();
    expect(total.replace(/\s/g, ' ')).toBe('4 h 35 m');
    const list = page.getByRole('list', { name: "Today's entries", exact: true });
    expect(await list.locator('.row-entry').count()).toBe(4);
    expect(await list.innerText()).toContain('waiting to send');
  });

  it('marks the frame in which cached invoices were painted', async () => {
    const { page } = await open();
    await page.waitForFunction(() => document.documentElement.dataset.painted === 'invoices');
    const marks = await page.evaluate(
      () => performance.getEntriesByName('traybooks:painted-invoices').length,
    );
    expect(marks).toBe(1);
  });

  it('walks the invoices with the arrow keys, as one stop for Tab', async () => {
    const { page, focused } = await open();
    await page.getByRole('list', { name: 'Unpaid invoices' }).getByRole('listitem').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('Quill & Finch');
    await page.keyboard.press('End');
    expect(await focused()).toContain('no due date');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('no due date');
    await page.keyboard.press('Tab');
    expect((await focused()).replace(/\s/g, ' ')).toContain('Friday: 4 h 35 m');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toContain('no due date');
  });

  it.each(['r', 'Control+r'])('refreshes with %s', async (key) => {
    const { page, sent } = await open();
    await page.keyboard.press(key);
    expect((await sent()).map(({ name }) => name)).toContain('sync.refresh');
  });

  it('leads to its quick-add line with L, out of it with Escape, and hides with another', async () => {
    const { page, sent } = await open();
    const panel = page.getByRole('listbox', { name: 'Used last' });
    expect(await panel.count()).toBe(0);
    await page.keyboard.press('l');
    await panel.waitFor();
    await page.keyboard.type('1h');
    await page.keyboard.press('Escape');
    await page.locator('.quick-panel').waitFor({ state: 'detached' });
    expect(await page.getByRole('combobox', { name: 'Log time' }).inputValue()).toBe('1h');
    expect((await sent()).map(({ name }) => name)).not.toContain('window.hide');
    await page.keyboard.press('Escape');
    expect((await sent()).map(({ name }) => name)).toContain('window.hide');
  });

  it('switches to another business, whose role and limits it tells', async () => {
    const { page, sent, emit } = await open();
    await page.getByRole('button', { name: /Business/ }).click();
    const option = page.getByRole('option', { name: /Harbourside/ });
    expect(await option.innerText()).toContain('Employee · time only');
    await option.click();
    expect(await sent()).toContainEqual({ name: 'business.choose', input: { businessId: 102 } });
    const { businesses, invoices } = samples.timeOnly;
    await emit({ name: 'snapshot.changed', slices: { businesses, invoices } });
    await page.getByText('has no accounting in FreshBooks').waitFor();
    expect(await page.getByRole('list', { name: 'Unpaid invoices' }).count()).toBe(0);
  });

  it('says what is wrong, keeps the last copy, and offers to try again', async () => {
    const { page, sent } = await open('offline');
    expect(await page.getByRole('alert').innerText()).toContain('We couldn’t reach FreshBooks.');
    expect(await page.getByRole('listitem').count()).toBeGreaterThan(11);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect((await sent()).map(({ name }) => name)).toContain('sync.refresh');
  });

  async function openWithInvoices(count: number) {
    const [one] = samples.full.invoices.invoices;
    if (!one) throw new Error('The sample has no invoice');
    const invoices = Array.from({ length: count }, (_, index) => ({
      ...one,
      id: index as InvoiceId,
      number: `N${index}`,
    }));
    const opened = await preview.open({
      snapshot: { ...samples.full, invoices: { ...samples.full.invoices, invoices } },
    });
    const { page } = opened;
    await page.locator(`[aria-setsize="${count}"]`).first().waitFor();
    const rows = page.getByRole('list', { name: 'Unpaid invoices' }).getByRole('listitem');
    const focused = () => page.evaluate('document.activeElement.textContent') as Promise<string>;
    return { ...opened, rows, focused };
  }

  it('has a row to stop at in a long list that was scrolled', async () => {
    const { page, rows, focused } = await openWithInvoices(400);
    await rows.first().hover();
    await page.mouse.wheel(0, 5200);
    await page.getByText('N101').waitFor();
    const stop = page.locator('.row-placed[tabindex="0"]');
    await expect.poll(() => stop.count()).toBe(1);
    await page.getByRole('button', { name: 'Settings' }).focus();
    await page.keyboard.press('Tab');
    await expect.poll(focused).toContain('N100');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toContain('N101');
  });

  it('keeps only the rows in view of thousands of invoices, and still walks them all', async () => {
    const { page, rows, focused } = await openWithInvoices(2000);
    expect(await rows.count()).toBeLessThan(60);
    await rows.first().focus();
    await page.keyboard.press('End');
    await page.getByText('N1999').waitFor();
    await expect.poll(focused).toContain('N1999');
    await page.keyboard.press('ArrowUp');
    await expect.poll(focused).toContain('N1998');
  });
});
