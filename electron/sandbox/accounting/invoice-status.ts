/**
 * The four statuses of an invoice, which disagree by design. Worked out when read, because
 * "overdue" happens at midnight without anybody touching the invoice.
 *
 * The rows are the recorded combinations of freshbooks-api.md §3.2. Not recorded, and therefore
 * guessed: viewed and not yet due gives `v3_status` "viewed".
 */
import type { InvoiceRecord } from '../state/sample-books.ts';

export interface InvoiceStatuses {
  readonly status: number;
  readonly display_status: string;
  readonly payment_status: string;
  readonly v3_status: string;
}

type StatusInput = Pick<InvoiceRecord, 'progress' | 'amount' | 'paid' | 'dueDate'>;

/** @param today the business's own day, `YYYY-MM-DD` */
export function invoiceStatuses(invoice: StatusInput, today: string): InvoiceStatuses {
  const { progress, amount, paid } = invoice;
  if (progress === 'draft') {
    return { status: 1, display_status: 'draft', payment_status: 'unpaid', v3_status: 'draft' };
  }
  // A zero total is never "paid", since nobody paid it; it even becomes overdue.
  if (amount > 0 && paid >= amount) {
    return { status: 4, display_status: progress, payment_status: 'paid', v3_status: 'paid' };
  }
  const isPartPaid = paid > 0;
  const isOverdue = invoice.dueDate < today;
  return {
    status: progress === 'viewed' ? 3 : 2,
    display_status: progress,
    payment_status: isPartPaid ? 'partial' : 'unpaid',
    v3_status: isOverdue ? 'overdue' : isPartPaid ? 'partial' : progress,
  };
}
