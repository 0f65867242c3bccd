// Words in a row as one name: "acme", "acme labs", "harbour and pine".

import { FIT, type Match } from '../names/name-index.ts';
import type { Named, NamedKind } from '../names/named.ts';
import type { Slot } from './slots.ts';
import { agreeing, type WhoState } from './state.ts';

export interface Segment {
  readonly kind: NamedKind;
  /** Places in the list of words: from ≤ place < to. */
  readonly from: number;
  readonly to: number;
  readonly points: number;
  /** All equally good. */
  readonly names: readonly Named[];
  /** Every word of them was typed. */
  readonly isWhole: boolean;
}

/** How much of a name was typed by now. */
interface Progress {
  readonly points: number;
  /** One bit for each word of the name. */
  readonly words: number;
  readonly isExact: boolean;
}

const LONGEST_NAME = 8;
const WHOLE_NAME = 3;
/** Several words may have been typed as one: "webapp". */
export const MOST_FOR_A_WORD = 10 + 4 * WHOLE_NAME;
/** A service that is not used on the project costs less than leaving it out. */
const AT_ODDS = -6;

/** One segment for each number of words that fits, from the shortest. */
export function segmentsAt(
  slots: readonly Slot[],
  place: number,
  end: number,
  kind: NamedKind,
  state: WhoState,
): Segment[] {
  const first = slots[place];
  if (first?.role !== 'name') return [];
  const ofKind = first.matches.filter(({ named }) => named.kind === kind);
  const agreed = agreeing(ofKind, state);
  const isAtOdds = agreed.length === 0;
  const begun = isAtOdds ? atOdds(ofKind, kind, state, first) : agreed;
  let progress = new Map(begun.map((match) => [match.named, started(match, first)]));
  const segments: Segment[] = [];
  for (let at = place; progress.size > 0; ) {
    const segment = segmentOf(progress, { kind, from: place, to: at + 1 }, isAtOdds);
    if (segment) segments.push(segment);
    at += 1;
    while (at < end && isBridge(slots[at])) at += 1;
    const slot = slots[at];
    if (at >= Math.min(end, place + LONGEST_NAME) || !slot) break;
    progress = continued(progress, slot);
  }
  return segments;
}

/** Only what is said clearly may contradict what was said before. */
function atOdds(
  matches: readonly Match[],
  kind: NamedKind,
  state: WhoState,
  slot: Extract<Slot, { role: 'name' }>,
): readonly Match[] {
  if (kind === 'client' || matches.length === 0) return [];
  const clear = matches.filter(({ fit }) => fit === FIT.word || slot.said !== null);
  const other = kind === 'service' ? 'project' : 'service';
  if (state[other] === null) return [];
  return agreeing(clear, { ...state, [other]: null });
}

function started(match: Match, slot: Slot): Progress {
  return {
    points: pointsOf(match, slot),
    words: wordsCovered(match),
    isExact: match.fit === FIT.word,
  };
}

function continued(progress: ReadonlyMap<Named, Progress>, slot: Slot): Map<Named, Progress> {
  const next = new Map<Named, Progress>();
  const isPlain = slot.role === 'join' || (slot.role === 'name' && slot.said === null);
  for (const match of isPlain ? slot.matches : []) {
    const before = progress.get(match.named);
    if (!before || (before.words & wordsCovered(match)) !== 0) continue;
    next.set(match.named, {
      points: before.points + pointsOf(match, slot),
      words: before.words | wordsCovered(match),
      isExact: before.isExact && match.fit === FIT.word,
    });
  }
  return next;
}

/** "&" between two words of a name; a name may also have "and" for a word. */
function isBridge(slot: Slot | undefined): boolean {
  if (slot?.role === 'sign') return slot.isAnd;
  return slot?.role === 'join' && slot.isAnd && slot.matches.length === 0;
}

/** @returns null for a number alone, which is no name unless it is the whole of one */
function segmentOf(
  progress: ReadonlyMap<Named, Progress>,
  segment: Pick<Segment, 'kind' | 'from' | 'to'>,
  isAtOdds: boolean,
): Segment | null {
  let most = Number.NEGATIVE_INFINITY;
  let names: Named[] = [];
  let isAllWhole = true;
  for (const [named, { points, words, isExact }] of progress) {
    const isWhole = isExact && words === allWords(named);
    if (!isWhole && isOnlyNumbers(named, words)) continue;
    const worth = points + (isWhole ? WHOLE_NAME * wordsOfWhole(named) : 0);
    if (worth > most) names = [];
    if (worth >= most) {
      isAllWhole = isWhole && (names.length === 0 || isAllWhole);
      names.push(named);
    }
    most = Math.max(most, worth);
  }
  if (names.length === 0) return null;
  return { ...segment, points: most + (isAtOdds ? AT_ODDS : 0), names, isWhole: isAllWhole };
}

function wordsOfWhole({ words }: Named): number {
  return Math.min(Math.max(words.length, 1), 4);
}

function isOnlyNumbers({ words }: Named, typed: number): boolean {
  return words.every((word, at) => (typed & bit(at)) === 0 || /^\p{N}+$/u.test(word));
}

function allWords({ words }: Named): number {
  return coveredFrom(0, Math.max(words.length, 1));
}

function wordsCovered({ at, count }: Match): number {
  return coveredFrom(at, count);
}

function coveredFrom(at: number, count: number): number {
  let words = 0;
  for (let place = at; place < at + count; place += 1) words |= bit(place);
  return words;
}

/** Nobody types the thirty-first word of a name; those beyond share the last bit. */
function bit(place: number): number {
  return 1 << Math.min(place, 30);
}

/** A beginning of two letters is worth less than one of three, a slip less than either. */
function pointsOf({ fit }: Match, slot: Slot): number {
  if (fit === FIT.word) return 10;
  if (fit === FIT.slip) return 5;
  return slot.role === 'name' && slot.typed.length >= 3 ? 8 : 6;
}
