// Of everything in the line that may be about time, what is meant: at most one of each.
import { isLengthOfSomething, isNumberedRange, numberVerdict } from './numbered.ts';
import type { ClockTime, DayMeaning, TimeMeaning } from './time-find.ts';
import type { PlacedFind } from './zones.ts';

type Of<Kind extends TimeMeaning['kind']> = Extract<TimeMeaning, { kind: Kind }>;

export interface Picked<Meaning> {
  readonly find: PlacedFind;
  readonly meaning: Meaning;
}

export interface PickedTimes {
  readonly span: Picked<Of<'range'> | Of<'since'> | Of<'ago'>> | null;
  readonly length: Picked<{ readonly seconds: number | null }> | null;
  readonly start: Picked<{ readonly at: ClockTime } | { readonly ms: number }> | null;
  readonly end: Picked<Of<'end'>> | null;
  readonly day: Picked<DayMeaning> | null;
  /** The length is a number that may be part of the note. */
  readonly isLengthDoubtful: boolean;
  /** Said beside the one that was picked, and not the same. */
  readonly secondLength: PlacedFind | null;
  readonly secondDay: PlacedFind | null;
  readonly secondRange: PlacedFind | null;
  /** A day within the note that is not about the note. */
  readonly dayInNote: Picked<DayMeaning> | null;
}

/** After these a day is what the work was about: "prepared for monday", "due friday". */
const ABOUT = new Set(
  'about after before by due each every for from next of per since the this till until'.split(' '),
);

export function pickTimes(all: readonly PlacedFind[]): PickedTimes {
  const clear = all.filter(({ zone }) => zone !== 'middle');
  const explicit = inOrder(all).filter(({ meaning }) => meaning.kind === 'length');
  const clocks = inOrder(clear).filter(({ meaning }) => meaning.kind === 'clock-length');
  const { start, clockAsStart } = pickStart(clear, explicit, clocks);
  const lengths = inOrder([...explicit, ...clocks]).filter((find) => find !== clockAsStart);
  const sure = lengths.filter(({ zone }) => zone !== 'middle');
  const { range, secondRange, rangeAsDay } = pickRange(clear, sure[0]);
  const outside = range ?? picked(clear, 'since') ?? picked(clear, 'ago');
  const number = outside || sure.length > 0 ? null : pickNumber(clear);
  // "9-10:30" is no part of a note where nothing else says how long; "9-10" may count people.
  const span = outside ?? (number || lengths.length > 0 ? null : rangeInNote(all));
  const lengthFind = sure[0] ?? number?.find ?? (span ? undefined : lengths[0]);
  const days = pickDays(all, rangeAsDay);
  return {
    span,
    start: span ? null : start,
    end: span ? null : picked(clear, 'end'),
    length: lengthFind ? { find: lengthFind, meaning: { seconds: secondsIn(lengthFind) } } : null,
    isLengthDoubtful:
      lengthFind !== undefined && (number?.isDoubtful === true || isLengthOfSomething(lengthFind)),
    secondLength: rival(sure),
    secondRange,
    ...days,
  };
}

/** Those of the head first, then those of the tail: what was said in the head is not said again. */
function inOrder(finds: readonly PlacedFind[]): PlacedFind[] {
  const zones = ['head', 'tail', 'middle'] as const;
  return zones.flatMap((zone) => finds.filter((find) => find.zone === zone));
}

function picked<Kind extends TimeMeaning['kind']>(
  finds: readonly PlacedFind[],
  kind: Kind,
): Picked<Of<Kind>> | null {
  for (const find of inOrder(finds)) {
    const { meaning } = find;
    if (isOf(meaning, kind)) return { find, meaning };
  }
  return null;
}

function isOf<Kind extends TimeMeaning['kind']>(
  meaning: TimeMeaning,
  kind: Kind,
): meaning is Of<Kind> {
  return meaning.kind === kind;
}

/** "9:15 2h": beside a length with a unit, a clock tells when. */
function pickStart(
  clear: readonly PlacedFind[],
  explicit: readonly PlacedFind[],
  clocks: readonly PlacedFind[],
): { readonly start: PickedTimes['start']; readonly clockAsStart: PlacedFind | null } {
  const said = picked(clear, 'instant') ?? picked(clear, 'start');
  if (said) return { start: said, clockAsStart: null };
  const [clock] = clocks;
  const isBesideLength = explicit.some(({ zone }) => zone === clock?.zone);
  if (clock?.meaning.kind === 'clock-length' && isBesideLength && clock.meaning.at.hour >= 5)
    return { start: { find: clock, meaning: { at: clock.meaning.at } }, clockAsStart: clock };
  return { start: null, clockAsStart: null };
}

/** "2h 12-11": where the length is said already and the day is not, two numbers are a day. */
function pickRange(clear: readonly PlacedFind[], length: PlacedFind | undefined) {
  const ranges = inOrder(clear).flatMap((find): Picked<Of<'range'>>[] =>
    find.meaning.kind === 'range' &&
    !(find.meaning.isPlain && isNumberedRange(find, length !== undefined))
      ? [{ find, meaning: find.meaning }]
      : [],
  );
  const [range = null] = ranges;
  const secondRange = rival(ranges.map(({ find }) => find));
  if (range === null) return { range, secondRange, rangeAsDay: null };
  const { start, end, isPlain, orDay } = range.meaning;
  const saysSame = length === undefined || secondsIn(length) === (end.hour - start.hour) * 3600;
  const isDaySaid = clear.some(
    (find) => find.meaning.kind === 'day' && !isAbout(find, find.meaning),
  );
  if (isPlain && orDay && !saysSame && !isDaySaid)
    return { range: null, secondRange: null, rangeAsDay: { find: range.find, meaning: orDay } };
  return { range, secondRange, rangeAsDay: null };
}

function rangeInNote(all: readonly PlacedFind[]): Picked<Of<'range'>> | null {
  const range = picked(all, 'range');
  return range?.meaning.isPlain ? null : range;
}

function pickNumber(clear: readonly PlacedFind[]) {
  for (const find of inOrder(clear)) {
    if (find.meaning.kind !== 'number') continue;
    const verdict = numberVerdict(find, find.meaning);
    if (verdict !== 'note') return { find, isDoubtful: verdict === 'doubtful' };
  }
  return null;
}

function pickDays(
  all: readonly PlacedFind[],
  rangeAsDay: Picked<DayMeaning> | null,
): Pick<PickedTimes, 'day' | 'secondDay' | 'dayInNote'> {
  const days = all.flatMap((find): Picked<DayMeaning>[] =>
    find.meaning.kind === 'day' && !isAbout(find, find.meaning)
      ? [{ find, meaning: find.meaning }]
      : [],
  );
  const sure = inOrder(days.map(({ find }) => find)).filter(({ zone }) => zone !== 'middle');
  const [first] = sure;
  const inNote = days.filter(({ find, meaning }) => find.zone === 'middle' && !meaning.isPlain);
  const day =
    days.find(({ find }) => find === first) ??
    rangeAsDay ??
    inNote.find(({ find }) => isOnDate(find)) ??
    null;
  return { day, secondDay: rival(sure), dayInNote: day ? null : (inNote[0] ?? null) };
}

/** "on 2026-11-11": the answer to whether a day in the note was meant. */
function isOnDate({ text }: PlacedFind): boolean {
  return /^on\s+\d/i.test(text);
}

function isAbout({ before, zone, text }: PlacedFind, { isPlain }: DayMeaning): boolean {
  // "reviewed what started 2 days ago"
  if (isPlain && zone !== 'head' && text.endsWith('ago')) return true;
  return before !== null && ABOUT.has(before) && (isPlain || before !== 'for');
}

/** Two in one place that do not say the same. */
function rival([first, second]: readonly PlacedFind[]): PlacedFind | null {
  if (!first || !second || first.zone !== second.zone) return null;
  const isSame = meaningOf(first) === meaningOf(second) && first.meaning.kind !== 'range';
  return isSame ? null : second;
}

function meaningOf(find: PlacedFind): number | string | null {
  return find.meaning.kind === 'day' ? find.meaning.day : secondsIn(find);
}

function secondsIn({ meaning }: PlacedFind): number | null {
  return 'seconds' in meaning ? meaning.seconds : null;
}
