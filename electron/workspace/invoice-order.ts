// Who should have paid longest ago comes first. Overdue ones lead without being asked for:
// their due dates lie before all others, whatever today is.
import type { UnpaidInvoice } from '../../shared/books.ts';

const NUMBERS = new Intl.Collator('en', { numeric: true });

/** By due date, those without one last; then by number, FB9 before FB10. */
export function inOrderOfDueDate(invoices: readonly UnpaidInvoice[]): readonly UnpaidInvoice[] {
  return [...invoices].sort(
    (a, b) => byDueDate(a, b) || NUMBERS.compare(a.number, b.number) || a.id - b.id,
  );
}

function byDueDate(a: UnpaidInvoice, b: UnpaidInvoice): number {
  if (a.due === b.due) return 0;
  if (a.due === null) return 1;
  if (b.due === null) return -1;
  return a.due < b.due ? -1 : 1;
}
