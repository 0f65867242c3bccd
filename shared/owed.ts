// What is owed, in the few figures a person looks for: a total per currency, what of it is late,
// and how late. Currencies stand side by side; there is no rate to add them with.
import type { UnpaidInvoice } from './books.ts';
import { type Day, daysBetween } from './day.ts';
import { type Money, totalsByCurrency } from './money.ts';

/** Upper bounds in days overdue; what is not due yet comes first, what is older comes last. */
const AGE_BOUNDS = [0, 30, 60, 90] as const;

export type Age = 'not-due' | '1-30' | '31-60' | '61-90' | 'over-90';
export const AGES: readonly Age[] = ['not-due', '1-30', '31-60', '61-90', 'over-90'];

export interface Owed {
  /** The currency with the most unpaid invoices; null when nothing is owed. */
  readonly main: Money | null;
  /** The other currencies, the one with the most invoices first. */
  readonly others: readonly Money[];
  /** How the main currency's total spreads over the ages; every age is there. */
  readonly ageing: Readonly<Record<Age, Money>> | null;
  readonly overdue: Overdue | null;
}

export interface Overdue {
  /** By currency, the main one first. */
  readonly totals: readonly Money[];
  /** Invoices overdue, whatever their currency. */
  readonly count: number;
  readonly oldestDays: number;
}

/** @param today the business's own day; an invoice due today is not late */
export function summarizeOwed(invoices: readonly UnpaidInvoice[], today: Day): Owed {
  const order = currenciesByCount(invoices);
  const totals = inOrder(totalsByCurrency(invoices.map(({ outstanding }) => outstanding)), order);
  const [main = null, ...others] = totals;
  return {
    main,
    others,
    ageing: main && ageing(invoices, main.currency, today),
    overdue: overdue(invoices, order, today),
  };
}

/** Whole days past the due date; 0 when it is not late or carries no due date. */
export function daysOverdue(due: Day | null, today: Day): number {
  return due === null ? 0 : Math.max(0, daysBetween(due, today));
}

export function ageOf(overdueDays: number): Age {
  const place = AGE_BOUNDS.findIndex((bound) => overdueDays <= bound);
  return AGES[place] ?? 'over-90';
}

function ageing(
  invoices: readonly UnpaidInvoice[],
  currency: string,
  today: Day,
): Record<Age, Money> {
  const none = { minor: 0, currency };
  const sums = { 'not-due': none, '1-30': none, '31-60': none, '61-90': none, 'over-90': none };
  for (const { outstanding, due } of invoices) {
    if (outstanding.currency !== currency) continue;
    const age = ageOf(daysOverdue(due, today));
    sums[age] = { minor: sums[age].minor + outstanding.minor, currency };
  }
  return sums;
}

function overdue(
  invoices: readonly UnpaidInvoice[],
  order: readonly string[],
  today: Day,
): Overdue | null {
  const late = invoices.filter(({ due }) => daysOverdue(due, today) > 0);
  if (late.length === 0) return null;
  return {
    totals: inOrder(totalsByCurrency(late.map(({ outstanding }) => outstanding)), order),
    count: late.length,
    oldestDays: Math.max(...late.map(({ due }) => daysOverdue(due, today))),
  };
}

/** Most invoices first; alphabetical between equals, so that the big number never flips. */
function currenciesByCount(invoices: readonly UnpaidInvoice[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { outstanding } of invoices) {
    counts.set(outstanding.currency, (counts.get(outstanding.currency) ?? 0) + 1);
  }
  return [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.localeCompare(b),
  );
}

function inOrder(totals: readonly Money[], order: readonly string[]): readonly Money[] {
  return [...totals].sort((a, b) => order.indexOf(a.currency) - order.indexOf(b.currency));
}
