// The single values that answers are made of, as forgiving as the recorded answers ask for
// (numbers as text, nulls, missing members) and no more.
import { z } from 'zod';
import { parseDay } from '../../shared/day.ts';
import { parseMoney } from '../../shared/money.ts';
import { isTimeZone } from '../../shared/zoned-day.ts';
import type { Page } from './pages.ts';

/** An integer, or one written as text. */
export const wholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value),
  z.number().int(),
);

/** A positive integer that is an id of one kind and no other. */
export function idOf<Id extends number>(): z.ZodType<Id> {
  const id: z.ZodType<number> = wholeNumber.refine((value) => value > 0, 'not an id');
  return id as z.ZodType<Id>;
}

/** Empty when null or missing. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '');

/** False when null or missing. */
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** `{"amount": "1240.50", "code": "CAD"}`: always text (freshbooks-api.md §8). */
export const money = z
  .object({ amount: z.string(), code: z.string() })
  .transform(({ amount, code }, context) => {
    const parsed = parseMoney(amount, code);
    if (parsed) return parsed;
    context.addIssue({ code: 'custom', path: ['amount'], message: 'not an amount of money' });
    return z.NEVER;
  });

/** `YYYY-MM-DD` */
export const day = z.string().transform((value, context) => {
  const parsed = parseDay(value);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'not a calendar day' });
  return z.NEVER;
});

/** An IANA name, or null: one that this computer does not know would only crash later. */
export const timeZone = z
  .string()
  .nullish()
  .transform((value) => (value && isTimeZone(value) ? value : null));

/** `2026-09-02T13:00:00Z`, to milliseconds. Some captures lack the Z and mean it (§8). */
export const utcInstant = z.string().transform((value, context) => {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`;
  const instantMs = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) ? Date.parse(zoned) : Number.NaN;
  if (Number.isFinite(instantMs)) return instantMs;
  context.addIssue({ code: 'custom', message: 'not an instant' });
  return z.NEVER;
});

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
