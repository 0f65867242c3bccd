/**
 * Which invoices a list call returns. Only the keys that were seen to work do anything; `status`,
 * `payment_status`, `create_date_min` and the rest are ignored with a 200, as live: a client that
 * trusts them gets everything and had better notice (freshbooks-api.md §3.2, §11).
 */
import type { InvoiceRecord } from '../state/sample-books.ts';
import { invoiceStatuses } from './invoice-status.ts';
import { matcher, searchValues } from './search-keys.ts';

type Query = Readonly<Record<string, readonly string[]>>;

/**
 * @param invoices of one account, oldest first
 * @param today the business's own day
 * @returns newest id first, or by issue date when `sort=invoice_date_asc|desc` is given
 */
export function selectInvoices(
  invoices: readonly InvoiceRecord[],
  query: Query,
  today: string,
): readonly InvoiceRecord[] {
  const fits = invoiceFilter(query, today);
  const newestFirst = invoices.filter(fits).reverse();
  switch (query.sort?.[0]) {
    case 'invoice_date_asc':
      return newestFirst.sort((a, b) => compareText(a.createDate, b.createDate));
    case 'invoice_date_desc':
      return newestFirst.sort((a, b) => compareText(b.createDate, a.createDate));
    default:
      return newestFirst;
  }
}

function invoiceFilter(query: Query, today: string): (invoice: InvoiceRecord) => boolean {
  const visStates = searchValues(query, 'vis_state');
  const customers = [...searchValues(query, 'customerid'), ...searchValues(query, 'customerids')];
  return (invoice) => {
    const updatedOn = invoice.updated.slice(0, 10);
    return (
      // Deleted rows leave lists; whether archived ones do is not recorded, so they stay: a client
      // has to look at vis_state itself.
      (visStates.length === 0
        ? invoice.visState !== 1
        : visStates.includes(String(invoice.visState))) &&
      (customers.length === 0 || customers.includes(String(invoice.clientId))) &&
      matcher(query, 'v3_status', (value) => invoiceStatuses(invoice, today).v3_status === value) &&
      matcher(query, 'date_min', (value) => invoice.createDate >= value) &&
      matcher(query, 'date_max', (value) => invoice.createDate <= value) &&
      matcher(query, 'updated_min', (value) => updatedOn >= value.slice(0, 10)) &&
      matcher(query, 'updated_max', (value) => updatedOn <= value.slice(0, 10)) &&
      matcher(query, 'invoice_number_like', (value) => invoice.number.includes(value))
    );
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
