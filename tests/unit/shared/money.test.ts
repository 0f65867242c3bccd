import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  decimalText,
  formatAmount,
  formatMoney,
  type Money,
  parseMoney,
  totalsByCurrency,
} from '../../../shared/money.ts';

const currency = fc.constantFrom('CAD', 'USD', 'EUR', 'JPY', 'KWD', 'ISK');
const minor = fc.integer({ min: -1e12, max: 1e12 }).map((whole) => (whole === 0 ? 0 : whole));
const money: fc.Arbitrary<Money> = fc.record({ minor, currency });

describe('reading an amount', () => {
  it.each([
    ['740.50', 'CAD', 74050],
    ['740.5', 'CAD', 74050],
    ['740', 'CAD', 74000],
    ['740.', 'CAD', 74000],
    [' 740.50 ', 'CAD', 74050],
    ['0.00', 'CAD', 0],
    ['-12.30', 'CAD', -1230],
    ['0.10', 'USD', 10],
    // The classic a float gets wrong: 1.005 * 100 is 100.49999999999999.
    ['1.005', 'USD', 101],
    ['-1.005', 'USD', -101],
    ['1.0049999999999999999999999', 'USD', 100],
    ['1200.00', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
  ])('takes %j %s to be %i minor units', (amount, code, expected) => {
    expect(parseMoney(amount, code)).toEqual({ minor: expected, currency: code });
  });

  it.each([
    ['', 'CAD'],
    ['.50', 'CAD'],
    ['1,240.50', 'CAD'],
    ['1e3', 'CAD'],
    ['--1', 'CAD'],
    ['NaN', 'CAD'],
    ['1.00', ''],
    ['1.00', 'cad'],
    ['1.00', 'DOLLAR'],
    ['90071992547409.92', 'USD'],
    ['90071992547409.915', 'USD'],
    ['9'.repeat(400), 'USD'],
  ])('refuses %j %j', (amount, code) => {
    expect(parseMoney(amount, code)).toBeNull();
  });

  it('never makes a minus zero', () => {
    expect(Object.is(parseMoney('-0.00', 'CAD')?.minor, 0)).toBe(true);
    expect(Object.is(parseMoney('-0.001', 'CAD')?.minor, 0)).toBe(true);
  });

  it('reads back exactly what was written', () => {
    fc.assert(
      fc.property(money, (amount) => {
        expect(parseMoney(decimalText(amount), amount.currency)).toEqual(amount);
      }),
    );
  });

  it('rounds digits a currency has no coins for half away from zero', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 999 }), (cents, thousandths) => {
        const digits = String(thousandths).padStart(3, '0');
        const read = parseMoney(
          `${decimalText({ minor: cents, currency: 'USD' })}${digits}`,
          'USD',
        );
        expect(read?.minor).toBe(cents + (thousandths >= 500 ? 1 : 0));
      }),
    );
  });
});

describe('writing an amount', () => {
  it.each([
    [74050, 'CAD', '740.50'],
    [5, 'CAD', '0.05'],
    [-5, 'CAD', '-0.05'],
    [0, 'CAD', '0.00'],
    [1200, 'JPY', '1200'],
    [1, 'KWD', '0.001'],
  ])('writes %i %s as %s', (minorUnits, code, text) => {
    expect(decimalText({ minor: minorUnits, currency: code })).toBe(text);
  });

  it.each([
    [{ minor: 124050, currency: 'CAD' }, 'en-CA', '$1,240.50'],
    [{ minor: 124050, currency: 'USD' }, 'en-US', '$1,240.50'],
    [{ minor: 124050, currency: 'EUR' }, 'de-DE', '1.240,50 €'],
    [{ minor: 1200, currency: 'JPY' }, 'en-US', '¥1,200'],
    // A float would show …409.92 or …409.90 here.
    [{ minor: Number.MAX_SAFE_INTEGER, currency: 'USD' }, 'en-US', '$90,071,992,547,409.91'],
  ])('shows %j in %s as %s', (amount, locale, text) => {
    expect(formatMoney(amount, locale).replaceAll('\u00a0', ' ')).toBe(text);
  });
});

describe('adding amounts', () => {
  it('refuses to add one currency to another', () => {
    const cad = { minor: 1, currency: 'CAD' };
    expect(() => addMoney(cad, { minor: 1, currency: 'USD' })).toThrow('Cannot add USD to CAD');
  });

  it('makes one total a currency, in the order they first came', () => {
    const amounts = [
      { minor: 100, currency: 'USD' },
      { minor: 7, currency: 'CAD' },
      { minor: 50, currency: 'USD' },
    ];
    expect(totalsByCurrency(amounts)).toEqual([
      { minor: 150, currency: 'USD' },
      { minor: 7, currency: 'CAD' },
    ]);
    expect(totalsByCurrency([])).toEqual([]);
  });

  it('comes to the same total in any order, and loses nothing', () => {
    fc.assert(
      fc.property(fc.array(money), (amounts) => {
        const sorted = (totals: readonly Money[]) =>
          [...totals].sort((a, b) => a.currency.localeCompare(b.currency));
        const totals = totalsByCurrency(amounts);
        expect(sorted(totalsByCurrency([...amounts].reverse()))).toEqual(sorted(totals));
        for (const total of totals) {
          const own = amounts.filter((amount) => amount.currency === total.currency);
          expect(BigInt(total.minor)).toBe(own.reduce((sum, one) => sum + BigInt(one.minor), 0n));
        }
      }),
    );
  });
});

describe('an amount without its currency', () => {
  it.each([
    ['en-CA', 124050, 'CAD', '1,240.50'],
    ['de-DE', 124050, 'EUR', '1.240,50'],
    ['en', 1200000, 'JPY', '1,200,000'],
    ['en', 1500, 'KWD', '1.500'],
  ])('in %s is written as the amount with it', (locale, minorUnits, code, text) => {
    const amount = { minor: minorUnits, currency: code };
    expect(formatAmount(amount, locale)).toBe(text);
    expect(formatMoney(amount, locale)).toContain(text);
  });
});
