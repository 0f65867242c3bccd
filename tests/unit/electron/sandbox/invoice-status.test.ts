import { describe, expect, it } from 'vitest';
import { invoiceStatuses } from '../../../../electron/sandbox/accounting/invoice-status.ts';

const today = '2026-11-23';
const earlier = '2026-10-01';
const later = '2026-12-24';

/** The recorded combinations, freshbooks-api.md §3.2. */
const recorded = [
  ['a draft past its due date', 'draft', 5000, 0, earlier, 1, 'draft', 'unpaid', 'draft'],
  ['sent, not yet due', 'sent', 5000, 0, later, 2, 'sent', 'unpaid', 'sent'],
  ['sent, due today', 'sent', 5000, 0, today, 2, 'sent', 'unpaid', 'sent'],
  ['sent, past due', 'sent', 5000, 0, earlier, 2, 'sent', 'unpaid', 'overdue'],
  ['viewed, past due', 'viewed', 5000, 0, earlier, 3, 'viewed', 'unpaid', 'overdue'],
  ['part paid, past due', 'sent', 5000, 1000, earlier, 2, 'sent', 'partial', 'overdue'],
  ['part paid, not past due', 'sent', 5000, 1000, later, 2, 'sent', 'partial', 'partial'],
  ['fully paid', 'sent', 5000, 5000, earlier, 4, 'sent', 'paid', 'paid'],
  ['sent with a zero total, past due', 'sent', 0, 0, earlier, 2, 'sent', 'unpaid', 'overdue'],
] as const;

describe('the statuses of an invoice', () => {
  it.each(recorded)(
    'are the recorded ones when it is %s',
    (_, progress, amount, paid, dueDate, status, displayStatus, paymentStatus, v3Status) => {
      expect(invoiceStatuses({ progress, amount, paid, dueDate }, today)).toEqual({
        status,
        display_status: displayStatus,
        payment_status: paymentStatus,
        v3_status: v3Status,
      });
    },
  );

  it('become overdue by themselves the day after the due date', () => {
    const invoice = { progress: 'sent', amount: 5000, paid: 0, dueDate: '2026-11-23' } as const;
    expect(invoiceStatuses(invoice, '2026-11-23').v3_status).toBe('sent');
    expect(invoiceStatuses(invoice, '2026-11-24').v3_status).toBe('overdue');
  });
});
