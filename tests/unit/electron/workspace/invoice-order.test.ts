import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrderOfDueDate } from '../../../../electron/workspace/invoice-order.ts';
import { invoice } from '../../../support/workspace-bench.ts';

const dues = fc.constantFrom(null, '2026-09-01', '2026-11-11', '2026-11-12', '2027-01-05');
const invoices = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 500 }), dues))
  .map((list) => list.map(([id, due]) => invoice(id, due)));

it('puts every overdue invoice before every other, on whatever day one looks', () => {
  fc.assert(
    fc.property(
      invoices,
      fc.constantFrom('2026-09-02', '2026-11-12', '2027-02-01'),
      (list, today) => {
        const late = inOrderOfDueDate(list).map(({ due }) => due !== null && due < today);
        expect(late).toEqual([...late].sort((a, b) => Number(b) - Number(a)));
      },
    ),
  );
});

it('loses and invents nothing, and does not care how they came', () => {
  fc.assert(
    fc.property(invoices, (list) => {
      const ordered = inOrderOfDueDate(list);
      expect(ordered).toHaveLength(list.length);
      expect(inOrderOfDueDate([...list].reverse())).toEqual(ordered);
    }),
  );
});

it('counts numbers as people do', () => {
  const numbers = inOrderOfDueDate([invoice(10, null), invoice(9, null)]).map(
    ({ number }) => number,
  );
  expect(numbers).toEqual(['FB9', 'FB10']);
});
