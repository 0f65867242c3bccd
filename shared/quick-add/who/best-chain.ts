// Shares a row of words out between client, project and service so that most of them are explained
// best. The words are few and there are only three kinds, so every way is tried.

import { FIT, type Match } from '../names/name-index.ts';
import type { Named, NamedKind } from '../names/named.ts';
import type { Slot } from './slots.ts';
import { agreeing, NOBODY, narrowed, type WhoState } from './state.ts';

export interface Segment {
  readonly kind: NamedKind;
  /** Places in the list of words: from ≤ place < to. */
  readonly from: number;
  readonly to: number;
  readonly points: number;
  /** All equally good. */
  readonly names: readonly Named[];
}

export interface Chain {
  readonly score: number;
  readonly segments: readonly Segment[];
  readonly state: WhoState;
  /** Words with "@" or "#" that agree with nothing. */
  readonly unexplained: readonly number[];
}

const KINDS: readonly NamedKind[] = ['client', 'project', 'service'];
const LONGEST_NAME = 6;
const UNEXPLAINED = -50;
const WHOLE_NAME = 3;

/**
 * @param start place of the first word
 * @param end place after the last
 */
export function bestChain(slots: readonly Slot[], start: number, end: number): Chain {
  return from(start, NOBODY, true);

  /** @param isOpen false once the note has begun; only "@" and "#" are names then */
  function from(first: number, state: WhoState, isOpenAtFirst: boolean): Chain {
    let place = first;
    let isOpen = isOpenAtFirst;
    let slot = slots[place];
    // Not by calling itself: a note can be very long.
    for (
      ;
      place < end && !(slot?.role === 'name' && (isOpen || slot.said));
      slot = slots[++place]
    ) {
      if (slot?.role === 'sign') isOpen = isOpen && state.project === null;
      else if (slot?.role === 'solid' || slot?.role === 'name') isOpen = false;
    }
    if (place >= end || slot?.role !== 'name')
      return { score: 0, segments: [], state, unexplained: [] };
    let best = from(place + 1, state, false);
    if (slot.said !== null)
      best = {
        ...best,
        score: best.score + UNEXPLAINED,
        unexplained: [place, ...best.unexplained],
      };
    for (const kind of KINDS) {
      if (state[kind] !== null && slot.said === null) continue;
      for (const segment of segmentsAt(slots, place, end, kind, state)) {
        const rest = from(segment.to, narrowed(state, kind, segment.names), true);
        const score = segment.points + rest.score;
        if (score > best.score) best = { ...rest, score, segments: [segment, ...rest.segments] };
      }
    }
    return best;
  }
}

/** The same words as each kind of name, one segment for each number of words that fits. */
export function segmentsAt(
  slots: readonly Slot[],
  place: number,
  end: number,
  kind: NamedKind,
  state: WhoState,
): Segment[] {
  const segments: Segment[] = [];
  let open: readonly Match[] | null = null;
  let points = new Map<Named, number>();
  const used = new Map<Named, ReadonlySet<number>>();
  for (let at = place; at < Math.min(end, place + LONGEST_NAME); at += 1) {
    const slot = slots[at];
    const here = wordMatches(slot, at === place);
    if (here === null) break;
    const ofKind = here.filter(({ named }) => named.kind === kind);
    const before = points;
    points = new Map();
    const going: Match[] = [];
    for (const match of open === null ? agreeing(ofKind, state) : ofKind) {
      const soFar = open === null ? 0 : before.get(match.named);
      const taken = used.get(match.named) ?? new Set();
      if (soFar === undefined || taken.has(match.at)) continue;
      points.set(match.named, soFar + pointsOf(match, slot));
      used.set(match.named, new Set([...taken, ...wordsCovered(match)]));
      going.push(match);
    }
    if (going.length === 0) break;
    open = going;
    const best = bestOf(going, points, used, { kind, from: place, to: at + 1 });
    if (best) segments.push(best);
  }
  return segments;
}

/** @returns null for a number alone, which is no name unless it is the whole of one */
function bestOf(
  going: readonly Match[],
  points: ReadonlyMap<Named, number>,
  used: ReadonlyMap<Named, ReadonlySet<number>>,
  segment: Pick<Segment, 'kind' | 'from' | 'to'>,
): Segment | null {
  const words = segment.to - segment.from;
  const isWhole = ({ named, fit }: Match) =>
    fit === FIT.word && used.get(named)?.size === Math.max(named.words.length, 1);
  const worth = (match: Match) =>
    (points.get(match.named) ?? 0) + (isWhole(match) ? WHOLE_NAME * words : 0);
  const worthy = going.filter(
    (match) => words > 1 || isWhole(match) || !isNumber(match.named.words[match.at] ?? ''),
  );
  if (worthy.length === 0) return null;
  const most = Math.max(...worthy.map(worth));
  const best = worthy.filter((match) => worth(match) === most).map(({ named }) => named);
  return { ...segment, points: most, names: best };
}

function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}

/** Within a name small words count as well, and nothing about time or with a sign stands in it. */
function wordMatches(slot: Slot | undefined, isFirst: boolean): readonly Match[] | null {
  if (slot?.role === 'join' && !isFirst) return slot.matches;
  if (slot?.role !== 'name') return null;
  return isFirst || slot.said === null ? slot.matches : null;
}

function wordsCovered({ at, count }: Match): number[] {
  return Array.from({ length: count }, (_, index) => at + index);
}

/** A beginning of two letters is worth less than one of three, a slip less than either. */
function pointsOf({ fit }: Match, slot: Slot | undefined): number {
  if (fit === FIT.word) return 10;
  if (fit === FIT.slip) return 5;
  return slot?.role === 'name' && slot.typed.length >= 3 ? 8 : 6;
}
