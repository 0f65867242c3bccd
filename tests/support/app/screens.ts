// The screens as black-box tests know them: by role and name only.
import type { Locator, Page } from 'playwright-core';

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function unpaidInvoices(page: Page): Locator {
  return page.getByRole('list', { name: 'Unpaid invoices' }).getByRole('listitem');
}

/** Without the holes between them, which are offered to be logged. */
export function todaysEntries(page: Page): Locator {
  const rows = page.getByRole('list', { name: "Today's entries" }).getByRole('listitem');
  return rows.filter({ hasNot: page.getByRole('button', { name: /^Log /, includeHidden: true }) });
}

export function today(page: Page): Locator {
  return page.getByRole('status', { name: 'Today' });
}

/** The alert that says this. */
export function alert(page: Page, words: string | RegExp): Locator {
  return page.getByRole('alert').filter({ hasText: words });
}

export async function switchBusiness(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Business/ }).click();
  await page.getByRole('option', { name }).click();
}

/** Presses Refresh and waits until it has ended, well or badly. */
export async function refresh(page: Page): Promise<void> {
  await button(page, 'Refresh').click();
  await page.locator('header').getByText('refreshing…').waitFor({ state: 'detached' });
}

/** In the bar the shortcut opens, and at the popover's foot. */
export function quickLine(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Log time', exact: true });
}

/** What the line says about the last entry. */
export function saidOfLine(page: Page): Locator {
  return page.getByRole('status', { name: 'Saving' });
}

/** What these fields hold, to see that nothing typed was lost. */
export async function typedInto(page: Page, names: readonly string[]): Promise<readonly string[]> {
  return Promise.all(
    names.map((name) =>
      page
        .getByRole('textbox', { name, exact: true })
        .or(page.getByRole('combobox', { name, exact: true }))
        .inputValue(),
    ),
  );
}
