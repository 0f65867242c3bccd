// Who should have paid longest ago comes first. Overdue ones lead without being asked for:
// their due dates lie before all others, whatever today is.
import type { UnpaidInvoice } from '../../shared/books.ts';

/** By due date, those without one last; then by number, FB9 before FB10. */
export function inOrderOfDueDate(invoices: readonly UnpaidInvoice[]): readonly UnpaidInvoice[] {
  return invoices
    .map((invoice) => ({ invoice, number: withEqualDigits(invoice.number) }))
    .sort(
      (a, b) =>
        byDueDate(a.invoice, b.invoice) ||
        inAlphabet(a.number, b.number) ||
        a.invoice.id - b.invoice.id,
    )
    .map(({ invoice }) => invoice);
}

function byDueDate(a: UnpaidInvoice, b: UnpaidInvoice): number {
  if (a.due === b.due) return 0;
  if (a.due === null) return 1;
  if (b.due === null) return -1;
  return a.due < b.due ? -1 : 1;
}

/** FB9 as FB000000000009. A collator does as much, for a megabyte of language data. */
function withEqualDigits(number: string): string {
  return number.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

function inAlphabet(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
