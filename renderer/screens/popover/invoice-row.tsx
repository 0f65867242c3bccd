// One unpaid invoice: who and how much in ink, the rest in grey; paid shares in words and as a
// hairline.
import { memo } from 'react';
import type { UnpaidInvoice } from '../../../shared/books.ts';
import type { Day } from '../../../shared/day.ts';
import { dueWords } from '../../../shared/due-words.ts';
import { formatAmount, formatMoney } from '../../../shared/money.ts';

interface InvoiceRowProps {
  readonly invoice: UnpaidInvoice;
  readonly today: Day;
}

export const InvoiceRow = memo(function InvoiceRow({ invoice, today }: InvoiceRowProps) {
  const due = dueWords(invoice.due, today);
  const isPartPaid = invoice.paid.minor > 0;
  const remarks = [
    invoice.number,
    ...(isPartPaid ? [paidWords(invoice)] : []),
    ...(invoice.viewed && !isPartPaid ? ['viewed'] : []),
    ...(invoice.disputed ? ['disputed'] : []),
  ];
  return (
    <>
      <span className="row-main">
        <span className="row-name">{invoice.clientName}</span>{' '}
        <span className="row-amount selectable">{formatMoney(invoice.outstanding)}</span>
      </span>{' '}
      <span className="row-sub">
        <span className="row-remarks">{remarks.join(' · ')}</span>{' '}
        <span className="row-due" data-urgency={due.urgency}>
          {due.words}
        </span>
      </span>
      {isPartPaid && (
        <span className="hairline" aria-hidden="true">
          <span style={{ width: `${paidPercent(invoice)}%` }} />
        </span>
      )}
    </>
  );
});

/** "part paid, 500.00 of 1,240.50": the currency stands beside it, in the amount. */
function paidWords({ paid, total }: UnpaidInvoice): string {
  return `part paid, ${formatAmount(paid)} of ${formatAmount(total)}`;
}

function paidPercent({ paid, total }: UnpaidInvoice): number {
  return total.minor > 0 ? Math.min(100, Math.round((paid.minor / total.minor) * 100)) : 0;
}
