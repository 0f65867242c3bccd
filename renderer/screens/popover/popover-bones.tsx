// What the popover looks like before the first snapshot: the same bones, no figures.
import { InvoiceBones } from './invoices-section.tsx';
import { OwedBones } from './owed-section.tsx';

export function PopoverBones() {
  return (
    <main className="screen" aria-busy="true">
      <h1 className="visually-hidden">Traybooks</h1>
      <header className="top">
        <span className="business">
          <span className="bone bone-business" />
        </span>
      </header>
      <div className="body">
        <OwedBones />
        <section className="unbilled">
          <p className="unbilled-line quiet">Unbilled</p>
        </section>
        <section className="invoices">
          <h2 className="section-title">Unpaid invoices</h2>
          <InvoiceBones />
        </section>
        <section className="today">
          <div className="today-head">
            <h2 className="caption">Today</h2>
            <p className="today-figures">
              <span className="bone bone-total" />
            </p>
            <div className="week-unknown" />
          </div>
          <p className="empty empty-today"> </p>
        </section>
      </div>
      <footer className="foot">
        <div className="quick-foot-line" />
      </footer>
    </main>
  );
}
