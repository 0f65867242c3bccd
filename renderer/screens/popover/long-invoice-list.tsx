// Thousands of invoices: only the rows in view are in the document. Loaded only for those who
// have that many.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { UnpaidInvoice } from '../../../shared/books.ts';
import type { Day } from '../../../shared/day.ts';
import { RovingList } from '../../parts/roving-list.tsx';
import { InvoiceRow } from './invoice-row.tsx';

/** As tall as a row in popover.css, hairline included: rows are placed by count. */
const ROW_PIXELS = 52;

interface LongInvoiceListProps {
  readonly label: string;
  readonly invoices: readonly UnpaidInvoice[];
  readonly today: Day;
}

export default function LongInvoiceList({ label, invoices, today }: LongInvoiceListProps) {
  const view = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => invoices.map(({ id }) => id), [invoices]);
  const rows = useVirtualizer({
    count: invoices.length,
    getScrollElement: () => view.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
  });
  return (
    <div className="rows-view scrolls" ref={view}>
      <div style={{ height: rows.getTotalSize() }}>
        <RovingList
          label={label}
          keys={keys}
          className="rows"
          view={{
            first: rows.range?.startIndex ?? 0,
            last: rows.range?.endIndex ?? 0,
            reveal: (row) => rows.scrollToIndex(row),
          }}
        >
          {(rowProps) =>
            rows.getVirtualItems().map(({ index, start }) => {
              const invoice = invoices[index];
              if (!invoice) return null;
              return (
                <li
                  key={invoice.id}
                  className="row row-invoice row-placed"
                  aria-setsize={invoices.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${start}px)` }}
                  {...rowProps(index)}
                >
                  <InvoiceRow invoice={invoice} today={today} />
                </li>
              );
            })
          }
        </RovingList>
      </div>
    </div>
  );
}
