// Shares a row of words out between client, project and service so that most of them are explained
// best. The words are few and there are only three kinds, so every way is tried.

import type { NamedKind } from '../names/named.ts';
import { type Segment, segmentsAt } from './segments.ts';
import type { Slot } from './slots.ts';
import { NOBODY, narrowed, type WhoState } from './state.ts';

export interface Chain {
  readonly score: number;
  readonly segments: readonly Segment[];
  readonly state: WhoState;
  /** Words with "@" or "#" that agree with nothing. */
  readonly unexplained: readonly number[];
}

const KINDS: readonly NamedKind[] = ['client', 'project', 'service'];
const UNEXPLAINED = -50;

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
    let best = from(place + 1, state, isOpen && slot.said !== null);
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
