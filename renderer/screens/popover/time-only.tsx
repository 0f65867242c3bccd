// Stands where the invoices would be, for a business that has none to show.
import type { Business } from '../../../shared/books.ts';

export function TimeOnly({ business }: { readonly business: Business }) {
  return (
    <section className="time-only" aria-labelledby="time-only-title">
      <h2 id="time-only-title">Time only</h2>
      <p className="quiet">
        {business.name} has no accounting in FreshBooks for you (your role: {business.role}), so
        there are no invoices to show here. Logging time works as usual.
      </p>
    </section>
  );
}
