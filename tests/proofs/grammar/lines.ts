// Lines of every kind: as people type them, as nobody would, and pieces of both.
import fc from 'fast-check';
import type { QuickAddContext } from '../../../shared/quick-add/reading.ts';

const LENGTHS = [
  '1.5h',
  '1,5h',
  '1.5',
  '90m',
  '1h30',
  '1:30',
  ':45',
  '2h 15min',
  '2',
  '90',
  '0h',
  '25h',
];
const CLOCKS = [
  '9-10:30',
  '9:15-10',
  '14.00-15.30',
  '9am-11',
  '11pm-1am',
  'from 9 for 2h',
  'started 20m ago',
  'since 9',
  'until now',
  'at 14:00',
  '9-5',
  '2-4',
];
const DAYS = [
  'today',
  'yest',
  'mon',
  'last fri',
  '3 days ago',
  '12 nov',
  'nov 12',
  '2026-11-12',
  '12.11.',
  '12/11',
  '12-11',
  'tomorrow',
  '29/2',
];
const SIGNS = ['!b', '!nb', '#-', '#', '@', '-', ':', '"', '“', '#4711', '@nobody', '&', '/', ','];
const NOTES = [
  'fixed login',
  'phase 2',
  'call with bob',
  'Q3',
  '"2h workshop"',
  '👍',
  'فحص',
  'for',
  'on',
  '3 bugs',
  'a'.repeat(90),
];

/** Names as they are typed: whole, begun, with a sign, with a slip. */
function namesIn({ clients, projects, services }: QuickAddContext): fc.Arbitrary<string> {
  const names = [...clients.map(({ name }) => name), ...projects.map(({ title }) => title)];
  const all = [...names, ...services.map(({ name }) => name), 'Nobody'];
  return fc.tuple(fc.constantFrom(...all), fc.nat(12), fc.nat(6)).map(([name, cut, way]) => {
    if (way === 0) return name;
    if (way === 1) return `@"${name.replaceAll('"', '""')}"`;
    if (way === 2) return `@${name}`;
    if (way === 3) return `#${name}`;
    if (way === 4) return name.slice(0, cut + 1).toLowerCase();
    if (way === 5) return name.slice(1);
    return name.toLowerCase();
  });
}

export function typedLines(context: QuickAddContext): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...LENGTHS),
    fc.constantFrom(...CLOCKS),
    fc.constantFrom(...DAYS),
    fc.constantFrom(...SIGNS),
    fc.constantFrom(...NOTES),
    namesIn(context),
    namesIn(context),
  );
  return fc
    .array(piece, { maxLength: 8 })
    .chain((pieces) =>
      fc.constantFrom(' ', ' ', ' ', '  ', ', ', '').map((gap) => pieces.join(gap)),
    );
}

/** What no keyboard makes on purpose. */
export const oddLines: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,:-/ hm@#!"ap'), maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('\ud83d', '\u200f', '\u0000', '\n', '\t', 'İ', 'ß', '1', ' ', '"'),
  }),
);

export function lines(context: QuickAddContext): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: typedLines(context) },
    { weight: 1, arbitrary: oddLines },
  );
}
