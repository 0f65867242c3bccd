// Which words of a line say who the time is for. They stand together: the note begins at the first
// word after them that is none, and no later word is taken out of it again.
import { FIT } from '../names/name-index.ts';
import { bestChain, type Chain } from './best-chain.ts';
import { MOST_FOR_A_WORD } from './segments.ts';
import type { Slot } from './slots.ts';

/** A word begun with so many letters is a name even after words that are none. */
const LATE_BEGINNING = 5;

/** What it costs to take a name, or the beginning of one, for a word of the note. */
const LEFT_OUT_WORD = 10;
const LEFT_OUT = 4;

/** @returns null when nobody is named */
export function findWho(slots: readonly Slot[]): Chain | null {
  const said = slots.findIndex((slot) => slot.role === 'name' && slot.said !== null);
  if (said !== -1) return bestIn(slots, rowBefore(slots, said), said, afterLastSaid(slots));
  let isFirst = true;
  // "design work for harbour" is for Harbour; a service is only the answer when nobody is named.
  let serviceOnly: Chain | null = null;
  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place];
    if (slot?.role === 'solid') isFirst = false;
    if (slot?.role !== 'name') continue;
    const end = rowAfter(slots, place);
    const chain = bestIn(slots, place, end - 1, end);
    if (chain && (isFirst || isStrong(chain, slots))) {
      if (chain.segments.some(({ kind }) => kind !== 'service')) return chain;
      serviceOnly = chain;
    }
    isFirst = false;
    place = end - 1;
  }
  return serviceOnly;
}

/** @param lastStart the chain begins here or earlier */
function bestIn(
  slots: readonly Slot[],
  firstStart: number,
  lastStart: number,
  end: number,
): Chain | null {
  let best: Chain | null = null;
  let most = Number.NEGATIVE_INFINITY;
  let leftOut = 0;
  for (let start = firstStart; start <= lastStart; start += 1) {
    const slot = slots[start];
    if (slot?.role !== 'name') continue;
    // What is left cannot explain more than the whole did.
    if ((end - start) * MOST_FOR_A_WORD - leftOut <= most) break;
    const chain = bestChain(slots, start, end);
    if (chain.score - leftOut > most) {
      best = chain;
      most = chain.score - leftOut;
    }
    leftOut += slot.matches.some(({ fit }) => fit === FIT.word) ? LEFT_OUT_WORD : LEFT_OUT;
  }
  return best && (best.segments.length > 0 || best.unexplained.length > 0) ? best : null;
}

/** After words of a note only a client or a project counts, and no guess at one. */
function isStrong({ segments }: Chain, slots: readonly Slot[]): boolean {
  return segments.some(({ kind, from, to, names }) => {
    if (kind === 'service') return false;
    return slots.slice(from, to).some((slot) => {
      if (slot.role !== 'name') return false;
      const fits = slot.matches.filter(({ named }) => names.includes(named)).map(({ fit }) => fit);
      const best = Math.max(0, ...fits);
      return best === FIT.word || (best === FIT.beginning && slot.typed.length >= LATE_BEGINNING);
    });
  });
}

function rowAfter(slots: readonly Slot[], place: number): number {
  const solid = slots.findIndex((slot, at) => at > place && slot.role === 'solid');
  return solid === -1 ? slots.length : solid;
}

function rowBefore(slots: readonly Slot[], place: number): number {
  const solid = slots.findLastIndex((slot, at) => at < place && slot.role === 'solid');
  return solid + 1;
}

/** With a row of words after the last "@" or "#", which may go on with the name. */
function afterLastSaid(slots: readonly Slot[]): number {
  const last = slots.findLastIndex((slot) => slot.role === 'name' && slot.said !== null);
  return rowAfter(slots, last);
}
