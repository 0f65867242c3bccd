// An answer as it goes over the wire: one of its pages damaged, the others as FreshBooks sent them.
import fc from 'fast-check';
import { damaged, isHarmless, type Step, steps } from './damage.ts';
import type { Json } from './json.ts';
import { textOf } from './raw-text.ts';
import { type TextDamage, textDamage } from './text-damage.ts';

/** How one body is damaged; numbers are taken round what there is to choose from. */
export interface Plan {
  readonly recorded: number;
  readonly page: number;
  readonly steps: readonly Step[];
  readonly text: TextDamage;
  readonly status: number;
  readonly retryAfter: string | null;
}

const STATUSES = [
  201, 202, 204, 206, 299, 301, 302, 304, 307, 400, 401, 402, 403, 404, 405, 409, 410, 415, 418,
  422, 429, 451, 500, 501, 502, 503, 504, 520, 599,
];

const RETRY_AFTERS = [
  '17',
  '0',
  '-1',
  'soon',
  '',
  '9'.repeat(400),
  'Thu, 03 Sep 2026 09:00:05 GMT',
];

export const plans: fc.Arbitrary<Plan> = fc.record({
  recorded: fc.nat(10_000),
  page: fc.nat(10_000),
  steps,
  text: textDamage,
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant(200) },
    { weight: 1, arbitrary: fc.constantFrom(...STATUSES) },
  ),
  retryAfter: fc.option(fc.constantFrom(...RETRY_AFTERS)),
});

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

export interface Answers {
  readonly pages: readonly WireAnswer[];
  readonly damagedPage: number;
  /** Nothing was done to it that may matter. */
  readonly isWhole: boolean;
  /** One place was struck and nothing else, so a complaint can only be about that one. */
  readonly isStruckOnce: boolean;
}

/** @param recorded bodies to choose from, each in pages; @param usual status where none is odd */
export function answersOf(
  plan: Plan,
  recorded: readonly (readonly Json[])[],
  usual: readonly number[] = [200],
): Answers {
  const pages = recorded[plan.recorded % recorded.length] ?? [];
  const damagedPage = plan.page % pages.length;
  const ordinary = usual[plan.page % usual.length] ?? 200;
  const status = plan.status === 200 ? ordinary : plan.status;
  return {
    damagedPage,
    isStruckOnce: plan.steps.length === 1 && plan.text.isHarmless === true && status === 200,
    isWhole: plan.steps.every(isHarmless) && plan.text.isHarmless === true && status === 200,
    pages: pages.map((page, index) => {
      if (index !== damagedPage) return { status: 200, headers: {}, body: textOf(page) };
      return {
        status,
        headers: plan.retryAfter === null ? {} : { 'Retry-After': plan.retryAfter },
        body: plan.text.apply(textOf(plan.steps.reduce(damaged, page))),
      };
    }),
  };
}

export function responseTo({ status, headers, body }: WireAnswer): Response {
  const mayHaveBody = ![204, 205, 304].includes(status);
  return new Response(mayHaveBody ? body : null, { status, headers });
}

/** What a careful reader finds in it; undefined when it is no JSON. */
export function bodyOf({ status, body }: WireAnswer): unknown {
  if (status === 204) return undefined;
  const text = new TextDecoder().decode(typeof body === 'string' ? Buffer.from(body) : body);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
