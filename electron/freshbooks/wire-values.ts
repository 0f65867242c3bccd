// The single values that answers are made of, as forgiving as the recorded answers ask for
// (numbers as text, nulls, missing members) and no more.
import { z } from 'zod';
import { parseDay } from '../../shared/day.ts';
import { parseMoney } from '../../shared/money.ts';
import { isTimeZone } from '../../shared/zoned-day.ts';
import type { Page } from './pages.ts';

/**
 * One step for each value, not a chain of schemas: thousands of rows are read at every refresh,
 * and what stands between them and the network is this.
 * @param take answers undefined for what it refuses
 */
function reader<Value>(complaint: string, take: (value: unknown) => Value | undefined) {
  return z.transform((value: unknown, context): Value => {
    const taken = take(value);
    if (taken !== undefined) return taken;
    context.issues.push({ code: 'custom', message: complaint, input: value });
    return z.NEVER;
  });
}

function asWholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : undefined;
}

/** An integer, or one written as text. */
export const wholeNumber = reader('not a whole number', asWholeNumber);

/** A positive integer that is an id of one kind and no other. */
export function idOf<Id extends number>() {
  return reader('not an id', (value) => {
    const number = asWholeNumber(value);
    return number !== undefined && number > 0 ? (number as Id) : undefined;
  });
}

/** Empty when null or missing. */
export const text = reader('not a text', (value) =>
  typeof value === 'string' ? value.trim() : isMissing(value) ? '' : undefined,
);

/** False when null or missing. */
export const flag = reader('neither yes nor no', (value) =>
  typeof value === 'boolean' ? value : isMissing(value) ? false : undefined,
);

/** `{"amount": "1240.50", "code": "CAD"}`: always text (freshbooks-api.md §8). */
export const money = reader('not an amount of money', (value) => {
  const { amount, code } = (value ?? {}) as { readonly amount?: unknown; readonly code?: unknown };
  if (typeof amount !== 'string' || typeof code !== 'string') return undefined;
  return parseMoney(amount, code) ?? undefined;
});

/** An ISO 4217 code; null when there is none, or nothing that could be one. */
export const currencyCode = reader('not a text', (value) => {
  if (typeof value === 'string') return /^[A-Z]{3}$/.test(value) ? value : null;
  return isMissing(value) ? null : undefined;
});

/** An hourly rate, `"95.00"`: text without a currency (freshbooks-api.md §4, §5). */
export const rate = reader('not a rate', (value) => {
  if (typeof value === 'string' && /^\d{1,12}(\.\d{1,6})?$/.test(value)) return value;
  return isMissing(value) ? null : undefined;
});

/** `YYYY-MM-DD` */
export const day = reader('not a calendar day', (value) =>
  typeof value === 'string' ? (parseDay(value) ?? undefined) : undefined,
);

/** An IANA name, or null: one that this computer does not know would only crash later. */
export const timeZone = reader('not a text', (value) => {
  if (typeof value === 'string') return isTimeZone(value) ? value : null;
  return isMissing(value) ? null : undefined;
});

/** `2026-09-02T13:00:00Z`, to milliseconds. Some captures lack the Z and mean it (§8). */
export const utcInstant = reader('not an instant', (value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return undefined;
  // `Date.parse` takes 31 February for 3 March.
  if (parseDay(value.slice(0, 10)) === null) return undefined;
  const isZoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value);
  const instantMs = Date.parse(isZoned ? value : `${value}Z`);
  return Number.isFinite(instantMs) ? instantMs : undefined;
});

function isMissing(value: unknown): boolean {
  return value === null || value === undefined;
}

/** The members that tell how many pages there are, beside the list or in `meta`. */
export const paging = {
  page: wholeNumber.nullish(),
  pages: wholeNumber,
  total: wholeNumber.nullish(),
};

const pagingSchema = z.object(paging);

export function pageOf<Row>(
  rows: readonly Row[],
  { page, pages, total }: z.output<typeof pagingSchema>,
): Page<Row> {
  return { rows, page: page ?? null, pages, total: total ?? null };
}
