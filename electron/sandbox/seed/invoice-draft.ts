/**
 * The few words an invoice is seeded from, and the record they become.
 */
import type { InvoiceRecord } from '../state/sample-books.ts';
import { accountingText, addDays, instantAt } from '../wall-time.ts';
import { accountId, type ClientKey, clientId, organizationOf } from './larkfield.ts';

export interface InvoiceDraft {
  readonly client: ClientKey;
  readonly what: string;
  readonly currency: string;
  /** Whole cents. */
  readonly amount: number;
  readonly paid?: number;
  readonly progress?: InvoiceRecord['progress'];
  /** Days from today until it is due; negative when late. */
  readonly dueIn: number;
  /** Days between issue and due; 30 unless told. */
  readonly terms?: number;
  readonly visState?: InvoiceRecord['visState'];
}

const zone = 'America/Toronto';
const firstId = 610_000;

/**
 * Numbers them in the order they were issued.
 *
 * @param today the business's own day, `YYYY-MM-DD`
 */
export function invoicesFromDrafts(
  drafts: readonly InvoiceDraft[],
  today: string,
): InvoiceRecord[] {
  return [...drafts]
    .sort((a, b) => issuedIn(a) - issuedIn(b))
    .map((draft, index) => invoiceRecord(draft, index + 1, today));
}

function issuedIn(draft: InvoiceDraft): number {
  return draft.dueIn - (draft.terms ?? 30);
}

function invoiceRecord(draft: InvoiceDraft, serial: number, today: string): InvoiceRecord {
  const paid = draft.paid ?? 0;
  const createDate = addDays(today, issuedIn(draft));
  // The first payment came in the middle of the term, but never after today.
  const paidAfter = Math.min(Math.ceil((draft.terms ?? 30) / 2), -issuedIn(draft));
  const datePaid = paid > 0 ? addDays(createDate, paidAfter) : null;
  return {
    id: firstId + serial,
    accountId,
    number: String(serial).padStart(7, '0'),
    clientId: clientId(draft.client),
    organization: organizationOf(draft.client),
    currencyCode: draft.currency,
    lines: [{ name: 'Design', description: draft.what, qty: '1', unitCost: draft.amount }],
    amount: draft.amount,
    paid,
    progress: draft.progress ?? 'sent',
    createDate,
    dueOffsetDays: draft.terms ?? 30,
    dueDate: addDays(today, draft.dueIn),
    datePaid,
    createdAt: accountingText(instantAt(createDate, '09:14', zone)),
    updated: accountingText(instantAt(datePaid ?? createDate, '09:40', zone)),
    visState: draft.visState ?? 0,
  };
}
