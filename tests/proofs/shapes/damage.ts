// What can happen to a body on its way: one step each, chosen by chance, applied in order.
import fc from 'fast-check';
import {
  changedAt,
  isObject,
  type Json,
  type JsonObject,
  type Path,
  placesByDepth,
  valueAt,
  withMember,
  withoutMember,
} from './json.ts';
import { ACCESS_TOKEN, CODE, REFRESH_TOKEN } from './marked-secrets.ts';
import { deep, huge, raw } from './raw-text.ts';

const HARMLESS = ['add unknown', 'reorder members', 'repeat member'] as const;
const HARMFUL = [
  'drop',
  'null',
  'retype',
  'empty',
  'wrap',
  'list to map',
  'reorder rows',
  'repeat row',
  'repeat member with another value',
] as const;

export interface Step {
  readonly how: (typeof HARMLESS)[number] | (typeof HARMFUL)[number];
  /** Which depth, then which place at it; both taken round the number there are. */
  readonly depth: number;
  readonly which: number;
  readonly value: Json;
}

const ODD_VALUES: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  3,
  -1,
  0.5,
  7,
  999_999,
  9_007_199_254_740_992,
  1e300,
  '',
  ' ',
  '0',
  '2',
  '12',
  'x',
  '-5.00',
  '12.5',
  '1e5',
  'NaN',
  'draft',
  'CAD',
  'JPY',
  'cad',
  '2026-02-30',
  '2026-09-01',
  '2026-09-02T13:00',
  '2026-09-02T13:00:00 (noon)',
  '2026-02-31T10:00:00Z',
  '2026-09-02T25:00:00Z',
  'Mars/Olympus',
  '\u0000\ud83d\ude00',
  '__proto__',
  [],
  {},
  [null],
  [[]],
  { '': null },
  { length: 3 },
  ACCESS_TOKEN,
  REFRESH_TOKEN,
  `Bearer ${ACCESS_TOKEN}`,
  `The code ${CODE} was used before.`,
  [`${REFRESH_TOKEN} is spent`],
  { [REFRESH_TOKEN]: 'is spent' },
];

const UNKNOWN_NAMES = ['unheard_of', '__proto__', 'constructor', 'toString', 'length', ''];

const oddValue: fc.Arbitrary<Json> = fc.oneof(
  { weight: 600, arbitrary: fc.constantFrom(...ODD_VALUES) },
  { weight: 60, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 60, arbitrary: fc.integer() },
  { weight: 30, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 60, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json> },
  { weight: 8, arbitrary: fc.constantFrom(...[40, 3000, 20_000].flatMap(deep)) },
  { weight: 3, arbitrary: fc.constantFrom(...huge(300_000)) },
);

function stepOf(...ways: readonly Step['how'][]): fc.Arbitrary<Step> {
  return fc.record({
    how: fc.constantFrom(...ways),
    depth: fc.nat(7),
    which: fc.nat(60_000),
    value: oddValue,
  });
}

/** One step or a few; every eighth body is changed in ways that must not matter. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 4, arbitrary: fc.array(stepOf(...HARMFUL), { minLength: 1, maxLength: 1 }) },
  {
    weight: 3,
    arbitrary: fc.array(stepOf(...HARMFUL, ...HARMLESS), { minLength: 2, maxLength: 4 }),
  },
  { weight: 1, arbitrary: fc.array(stepOf(...HARMLESS), { maxLength: 3 }) },
);

export function isHarmless({ how }: Step): boolean {
  return HARMLESS.some((way) => way === how);
}

/** Where the step strikes; null in a body without anything in it. */
export function placeOf(body: Json, { depth, which }: Step): Path | null {
  const depths = placesByDepth(body);
  const places = depths[depth % depths.length] ?? [];
  return places[which % places.length] ?? null;
}

export function damaged(body: Json, step: Step): Json {
  const place = placeOf(body, step);
  if (!place) return body;
  return changedAt(body, place, (container, name) => struck(container, name, step));
}

function struck(container: Json, name: string | number, { how, value, which }: Step): Json {
  const here = valueAt(container, [name]);
  switch (how) {
    case 'drop':
      return withoutMember(container, name);
    case 'null':
      return withMember(container, name, null);
    case 'retype':
      return withMember(container, name, value);
    case 'empty':
      return withMember(container, name, emptied(here));
    case 'wrap':
      return withMember(container, name, which % 2 ? [here] : { wrapped: here });
    case 'list to map':
      return withMember(container, name, Array.isArray(here) ? { ...here } : [here]);
    case 'reorder rows':
      return withMember(container, name, Array.isArray(here) ? [...here].reverse() : here);
    case 'repeat row':
      return withMember(container, name, Array.isArray(here) ? [...here, ...here] : here);
    case 'repeat member with another value':
      return Array.isArray(container)
        ? [...container, value]
        : { ...(container as JsonObject), [raw(String(name))]: value };
    case 'repeat member':
      return Array.isArray(container)
        ? container
        : { ...(container as JsonObject), [raw(String(name))]: here };
    case 'add unknown':
      return withMember(container, name, withUnknown(here, value, which));
    case 'reorder members':
      return withMember(container, name, reordered(here));
  }
}

function emptied(value: Json): Json {
  if (Array.isArray(value)) return [];
  return isObject(value) ? {} : '';
}

function withUnknown(value: Json, extra: Json, which: number): Json {
  if (!isObject(value)) return value;
  const name = UNKNOWN_NAMES[which % UNKNOWN_NAMES.length] ?? '';
  return { ...(value as JsonObject), [raw(name)]: extra };
}

function reordered(value: Json): Json {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value as JsonObject).reverse())
    : value;
}
