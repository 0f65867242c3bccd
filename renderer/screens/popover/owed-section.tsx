// What is owed: one big number, the other currencies beside it, and how much of it is late.
import { useMemo } from 'react';
import { formatMoney, type Money } from '../../../shared/money.ts';
import { type Overdue, summarizeOwed } from '../../../shared/owed.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { AgeingBar } from './ageing-bar.tsx';

export function OwedSection() {
  const slice = useSlice('invoices');
  const { invoices, today, refreshedAtMs, error } = slice;
  const owed = useMemo(() => summarizeOwed(invoices, today), [invoices, today]);
  // An app that may not read invoices knows of none, which is not the same as "all paid".
  if (slice.unavailable) return <OwedUnknown words="Not shown without your invoices." />;
  if (refreshedAtMs === null && !owed.main)
    return error ? <OwedUnknown words="Not known yet." /> : <OwedBones />;
  return (
    <section className="owed" aria-labelledby="owed-title">
      <h2 className="caption" id="owed-title">
        Owed to you
      </h2>
      <p className="big-number">{owed.main ? formatMoney(owed.main) : 'All paid'}</p>
      <p className="owed-others">{owed.others.map((money) => formatMoney(money)).join('  ·  ')}</p>
      <AgeingBar ageing={owed.ageing} />
      <div className="owed-late">{late(owed.overdue, owed.main)}</div>
    </section>
  );
}

function late(overdue: Overdue | null, main: Money | null) {
  if (!main) return <span className="quiet">Nobody owes you anything right now.</span>;
  if (!overdue) return <span className="quiet">Nothing is overdue.</span>;
  return (
    <>
      <span>
        <strong className="late">
          {overdue.totals.map((money) => formatMoney(money)).join(' + ')} overdue
        </strong>
        <span className="quiet">
          {' · '}
          {overdue.count === 1 ? '1 invoice' : `${overdue.count} invoices`}
        </span>
      </span>{' '}
      <span className="quiet owed-oldest">
        oldest {overdue.oldestDays === 1 ? '1 day' : `${overdue.oldestDays} days`}
      </span>
    </>
  );
}

function OwedUnknown({ words }: { readonly words: string }) {
  return (
    <section className="owed" aria-labelledby="owed-title">
      <h2 className="caption" id="owed-title">
        Owed to you
      </h2>
      <p className="big-number quiet">—</p>
      <p className="owed-others" />
      <AgeingBar ageing={null} />
      <div className="owed-late">
        <span className="quiet">{words}</span>
      </div>
    </section>
  );
}

export function OwedBones() {
  return (
    <section className="owed" aria-label="Owed to you" aria-busy="true">
      <h2 className="caption">Owed to you</h2>
      <p className="big-number">
        <span className="bone bone-number" />
      </p>
      <p className="owed-others" />
      <AgeingBar ageing={null} />
      <div className="owed-late">
        <span className="bone bone-line" />
      </div>
    </section>
  );
}
