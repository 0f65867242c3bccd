import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnpaidInvoice } from '../../../shared/books.ts';
import { addDays, type Day } from '../../../shared/day.ts';
import type { InvoiceId } from '../../../shared/ids.ts';
import { AGES, ageOf, daysOverdue, summarizeOwed } from '../../../shared/owed.ts';
import { day } from '../../support/day.ts';

const TODAY = day('2026-11-13');

function owing(minor: number, currency: string, due: Day | null): UnpaidInvoice {
  const money = { minor, currency };
  return {
    id: 1 as InvoiceId,
    number: '1',
    clientName: 'Northgate Dental',
    total: money,
    paid: { minor: 0, currency },
    outstanding: money,
    issued: TODAY,
    due,
    viewed: false,
    disputed: false,
  };
}

const invoices = fc.array(
  fc
    .record({
      minor: fc.integer({ min: 1, max: 10_000_000 }),
      currency: fc.constantFrom('CAD', 'USD', 'EUR'),
      dueIn: fc.option(fc.integer({ min: -400, max: 400 })),
    })
    .map(({ minor, currency, dueIn }) =>
      owing(minor, currency, dueIn === null ? null : addDays(TODAY, dueIn)),
    ),
  { maxLength: 30 },
);

describe('what is owed', () => {
  it('is nothing without invoices', () => {
    expect(summarizeOwed([], TODAY)).toEqual({
      main: null,
      others: [],
      ageing: null,
      overdue: null,
    });
  });

  it('puts the currency with the most invoices first, however small its amounts', () => {
    const owed = summarizeOwed(
      [owing(900_000, 'EUR', TODAY), owing(100, 'CAD', TODAY), owing(200, 'CAD', TODAY)],
      TODAY,
    );
    expect(owed.main).toEqual({ minor: 300, currency: 'CAD' });
    expect(owed.others).toEqual([{ minor: 900_000, currency: 'EUR' }]);
  });

  it('keeps the same main currency whatever the order, when two have as many invoices', () => {
    const pair = [owing(1, 'USD', TODAY), owing(2, 'CAD', TODAY)];
    expect(summarizeOwed(pair, TODAY).main?.currency).toBe('CAD');
    expect(summarizeOwed(pair.reverse(), TODAY).main?.currency).toBe('CAD');
  });

  it('counts an invoice as late from the day after it was due', () => {
    expect(summarizeOwed([owing(5, 'CAD', TODAY)], TODAY).overdue).toBeNull();
    expect(summarizeOwed([owing(5, 'CAD', addDays(TODAY, -1))], TODAY).overdue).toEqual({
      totals: [{ minor: 5, currency: 'CAD' }],
      count: 1,
      oldestDays: 1,
    });
  });

  it('never calls an invoice without a due date late', () => {
    expect(daysOverdue(null, TODAY)).toBe(0);
  });

  it('puts each day on the right side of the age bounds', () => {
    const ages = [0, 1, 30, 31, 60, 61, 90, 91].map(ageOf);
    expect(ages).toEqual([
      'not-due',
      '1-30',
      '1-30',
      '31-60',
      '31-60',
      '61-90',
      '61-90',
      'over-90',
    ]);
  });

  it('loses no cent between the totals, the ages and what is overdue', () => {
    fc.assert(
      fc.property(invoices, (list) => {
        const owed = summarizeOwed(list, TODAY);
        const { main, ageing } = owed;
        const totals = main ? [main, ...owed.others] : [];
        for (const { currency, minor } of totals) {
          const own = list.filter(({ outstanding }) => outstanding.currency === currency);
          expect(minor).toBe(own.reduce((sum, { outstanding }) => sum + outstanding.minor, 0));
        }
        if (!main || !ageing) return;
        expect(AGES.reduce((sum, age) => sum + ageing[age].minor, 0)).toBe(main.minor);
        const lateInMain = owed.overdue?.totals.find(({ currency }) => currency === main.currency);
        expect(main.minor - ageing['not-due'].minor).toBe(lateInMain?.minor ?? 0);
      }),
    );
  });
});
