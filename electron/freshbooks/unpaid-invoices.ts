// Who owes money: the local rule of freshbooks-api.md §3.2, over all pages. Several of
// FreshBooks' filters are silently ignored, so the rule is applied here whatever was asked for.
import type { Business, UnpaidInvoice } from '../../shared/books.ts';
import type { AccountId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ApiCall } from './api-call.ts';
import { clientName, NAMELESS } from './client-name.ts';
import { readClientRows } from './clients.ts';
import { type InvoiceRow, invoicePageSchema } from './invoice-schema.ts';
import { type List, readList } from './list.ts';

const ACTIVE = 0;
const CLASSIC_DISPUTED = 0;
const VIEWED = 3;

export function invoiceList(accountId: AccountId): List<InvoiceRow> {
  return {
    path: `/accounting/account/${encodeURIComponent(accountId)}/invoices/invoices`,
    query: [['search[vis_state]', String(ACTIVE)]],
    shape: invoicePageSchema,
    idOf: (row) => row.id,
    scope: 'user:invoices:read',
    thing: 'business',
  };
}

export async function readUnpaidInvoices(
  call: ApiCall,
  { accountId }: Business,
  signal?: AbortSignal,
): Promise<Result<readonly UnpaidInvoice[]>> {
  // Not every business has accounting; `/account/null/…` must never be asked for.
  if (accountId === null) return ok([]);
  const rows = await readList(call, invoiceList(accountId), signal);
  if (!rows.ok) return rows;
  const unpaid = rows.value.filter(isUnpaid);
  const names = unpaid.every(clientName)
    ? ok(NO_NAMES)
    : await readClientNames(call, accountId, signal);
  if (!names.ok) return names;
  return ok(unpaid.map((row) => unpaidInvoice(row, names.value)));
}

type NamesById = ReadonlyMap<number, string>;

const NO_NAMES: NamesById = new Map();

/** A client may be known by an e-mail address alone, which invoices do not carry. */
async function readClientNames(
  call: ApiCall,
  accountId: AccountId,
  signal: AbortSignal | undefined,
): Promise<Result<NamesById>> {
  const clients = await readClientRows(call, accountId, signal);
  // Better a nameless invoice than none: clients take a scope, and a right, of their own.
  if (clients.ok) return ok(new Map(clients.value.map((row) => [row.id, clientName(row)])));
  const { code } = clients.error;
  return code === 'scope-missing' || code === 'not-allowed' ? ok(NO_NAMES) : clients;
}

/**
 * Decided by amount: `status`, `display_status`, `payment_status` and `v3_status` disagree by
 * design, and a zero-total invoice is called overdue too.
 */
function isUnpaid(row: InvoiceRow): boolean {
  return (
    row.vis_state === ACTIVE &&
    row.v3_status !== 'draft' &&
    row.v3_status !== 'created' &&
    row.outstanding.minor > 0
  );
}

function unpaidInvoice(row: InvoiceRow, names: NamesById): UnpaidInvoice {
  return {
    id: row.id,
    number: row.invoice_number || String(row.id),
    clientName: clientName(row) || names.get(row.customerid ?? 0) || NAMELESS,
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
