// Who owes money: the local rule of freshbooks-api.md §3.2, over all pages. Several of
// FreshBooks' filters are silently ignored, so the rule is applied here whatever was asked for.
import type { Business, UnpaidInvoice } from '../../shared/books.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ApiCall } from './api-call.ts';
import { type InvoiceRow, invoicePageSchema } from './invoice-schema.ts';
import { readList } from './list.ts';
import { clientName } from './person-name.ts';

const ACTIVE = 0;
const CLASSIC_DISPUTED = 0;
const VIEWED = 3;

export async function readUnpaidInvoices(
  call: ApiCall,
  { accountId }: Business,
  signal?: AbortSignal,
): Promise<Result<readonly UnpaidInvoice[]>> {
  // Not every business has accounting; `/account/null/…` must never be asked for.
  if (accountId === null) return ok([]);
  const rows = await readList(
    call,
    {
      path: `/accounting/account/${encodeURIComponent(accountId)}/invoices/invoices`,
      query: [['search[vis_state]', String(ACTIVE)]],
      shape: invoicePageSchema,
      idOf: (row) => row.id,
      scope: 'user:invoices:read',
      thing: 'business',
    },
    signal,
  );
  return rows.ok ? ok(rows.value.filter(isUnpaid).map(unpaidInvoice)) : rows;
}

/**
 * Decided by amount: `status`, `display_status`, `payment_status` and `v3_status` disagree by
 * design, and a zero-total invoice is called overdue too.
 */
export function isUnpaid(row: InvoiceRow): boolean {
  return (
    row.vis_state === ACTIVE &&
    row.v3_status !== 'draft' &&
    row.v3_status !== 'created' &&
    row.outstanding.minor > 0
  );
}

export function unpaidInvoice(row: InvoiceRow): UnpaidInvoice {
  return {
    id: row.id,
    number: row.invoice_number || String(row.id),
    clientName: clientName(row),
    total: row.amount,
    paid: row.paid,
    outstanding: row.outstanding,
    issued: row.create_date,
    due: row.due_date ?? null,
    // `v3_status` says "overdue" over "viewed", so the other two are asked.
    viewed: row.display_status === 'viewed' || row.status === VIEWED,
    disputed:
      row.v3_status === 'disputed' ||
      row.status === CLASSIC_DISPUTED ||
      (row.dispute_status !== '' && row.dispute_status !== 'resolved'),
  };
}
