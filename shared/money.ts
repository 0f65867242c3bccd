// Money is whole minor units of one currency: decimal text in, formatted text out, no floats,
// and no sum ever crosses currencies.

import { minorUnitDecimals } from './minor-units.ts';

export interface Money {
  /** Whole minor units: 74050 is CA$740.50; 1200 is ¥1,200. */
  readonly minor: number;
  /** ISO 4217 code, upper case. */
  readonly currency: string;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d*))?$/;

/**
 * Reads FreshBooks' decimal text (freshbooks-api.md §8: always text, never a float).
 * Digits beyond the currency's own are rounded half away from zero.
 * @returns null when the text is not a decimal number, the code not a currency code, or the
 *   amount too large to count exactly.
 */
export function parseMoney(amount: string, code: string): Money | null {
  const match = DECIMAL.exec(amount.trim());
  if (!match || !/^[A-Z]{3}$/.test(code)) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = minorUnitDecimals(code);
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const roundsUp = (fraction[digits] ?? '0') >= '5';
  const minor = Number(whole + kept) + (roundsUp ? 1 : 0);
  if (!Number.isSafeInteger(minor)) return null;
  return { minor: sign && minor !== 0 ? -minor : minor, currency: code };
}

/** @throws when the currencies differ: that is a bug, there is no rate to convert with. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`Cannot add ${b.currency} to ${a.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** Sums by currency, in order of first appearance. */
export function totalsByCurrency(amounts: Iterable<Money>): readonly Money[] {
  const totals = new Map<string, Money>();
  for (const amount of amounts) {
    const sum = totals.get(amount.currency);
    totals.set(amount.currency, sum ? addMoney(sum, amount) : amount);
  }
  return [...totals.values()];
}

/** @param locale BCP 47 tag; the desktop's own when left out. */
export function formatMoney(money: Money, locale?: string): string {
  return format(formatter(money.currency, locale), money);
}

/** "1,240.50": as `formatMoney`, for places where the currency is said beside it. */
export function formatAmount(money: Money, locale?: string): string {
  return format(amountFormatter(money.currency, locale), money);
}

function format(by: Intl.NumberFormat, money: Money): string {
  // The formatter reads decimal text exactly; a number would pass through a float.
  return by.format(decimalText(money) as Intl.StringNumericLiteral);
}

/** "740.50": exact, as FreshBooks writes it. */
export function decimalText(money: Money): string {
  const digits = minorUnitDecimals(money.currency);
  const all = String(Math.abs(money.minor)).padStart(digits + 1, '0');
  const sign = money.minor < 0 ? '-' : '';
  const whole = all.slice(0, all.length - digits);
  return digits === 0 ? sign + whole : `${sign}${whole}.${all.slice(-digits)}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, locale: string | undefined): Intl.NumberFormat {
  const key = `${locale ?? ''} ${currency}`;
  let made = formatters.get(key);
  if (!made) {
    const digits = minorUnitDecimals(currency);
    made = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(key, made);
  }
  return made;
}

const amountFormatters = new Map<string, Intl.NumberFormat>();

function amountFormatter(currency: string, locale: string | undefined): Intl.NumberFormat {
  const key = `${locale ?? ''} ${currency}`;
  let made = amountFormatters.get(key);
  if (!made) {
    const digits = minorUnitDecimals(currency);
    made = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    amountFormatters.set(key, made);
  }
  return made;
}
