// The unpaid invoices, or why there are none to list.
import { lazy, Suspense, useEffect } from 'react';
import { FeatureOff } from '../../parts/feature-off.tsx';
import { RovingList } from '../../parts/roving-list.tsx';
import { tellPaintedInvoices } from '../../snapshot/painted.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { InvoiceRow } from './invoice-row.tsx';

const LongInvoiceList = lazy(() => import('./long-invoice-list.tsx'));

/** Up to here all rows are in the document; the browser skips drawing those out of view. */
const ALL_ROWS_LIMIT = 300;

const INVOICE_LIST_LABEL = 'Unpaid invoices';

interface InvoicesSectionProps {
  readonly onConnectAgain: () => void;
}

export function InvoicesSection({ onConnectAgain }: InvoicesSectionProps) {
  const { invoices, refreshedAtMs, error, unavailable } = useSlice('invoices');
  const isKnown = unavailable === null && (refreshedAtMs !== null || invoices.length > 0);
  return (
    <section className="invoices">
      <h2 className="section-title">
        {INVOICE_LIST_LABEL}{' '}
        {invoices.length > 0 && <span className="quiet">{invoices.length}</span>}
      </h2>
      {invoices.length > 0 ? (
        <InvoiceList />
      ) : isKnown ? (
        <p className="empty">Every invoice is paid. New ones appear here once they are sent.</p>
      ) : unavailable === 'scope-missing' ? (
        <FeatureOff className="empty" scope="user:invoices:read" onConnectAgain={onConnectAgain} />
      ) : unavailable ? (
        <p className="empty">FreshBooks does not show Traybooks the invoices of this business.</p>
      ) : error ? (
        <p className="empty">Your invoices could not be read yet.</p>
      ) : (
        <InvoiceBones />
      )}
    </section>
  );
}

function InvoiceList() {
  const { invoices, today } = useSlice('invoices');
  useEffect(tellPaintedInvoices, []);
  const rows = invoices.slice(0, ALL_ROWS_LIMIT);
  const list = (
    <RovingList label={INVOICE_LIST_LABEL} keys={rows.map(({ id }) => id)} className="rows scrolls">
      {(rowProps) =>
        rows.map((invoice, row) => (
          <li key={invoice.id} className="row row-invoice" {...rowProps(row)}>
            <InvoiceRow invoice={invoice} today={today} />
          </li>
        ))
      }
    </RovingList>
  );
  if (invoices.length <= ALL_ROWS_LIMIT) return list;
  return (
    <Suspense fallback={list}>
      <LongInvoiceList label={INVOICE_LIST_LABEL} invoices={invoices} today={today} />
    </Suspense>
  );
}

export function InvoiceBones() {
  return (
    <div className="rows" aria-busy="true">
      {['a', 'b', 'c', 'd'].map((row) => (
        <div key={row} className="row row-invoice">
          <span className="row-main">
            <span className="bone bone-name" />
            <span className="bone bone-amount" />
          </span>
          <span className="row-sub">
            <span className="bone bone-remarks" />
            <span className="bone bone-due" />
          </span>
        </div>
      ))}
    </div>
  );
}
