/**
 * Money as accounting writes it: text with two decimals and a currency beside it, never a number.
 */
export interface Money {
  readonly amount: string;
  readonly code: string;
}

/** @param minorUnits whole cents */
export function money(minorUnits: number, code: string): Money {
  const sign = minorUnits < 0 ? '-' : '';
  const digits = String(Math.abs(minorUnits)).padStart(3, '0');
  return { amount: `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`, code };
}
