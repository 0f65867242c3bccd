// A line taken apart once, for whoever needs more of it than its reading.
import { flagOf } from './flags.ts';
import { type NameIndex, nameIndex } from './names/name-index.ts';
import { nameWithin } from './names/name-within.ts';
import type { QuickAddContext } from './reading.ts';
import { findTimes } from './time/find-times.ts';
import type { TimeFind } from './time/time-find.ts';
import { type Today, todayOf } from './time/today.ts';
import type { Chain } from './who/best-chain.ts';
import { findWho } from './who/find-who.ts';
import { type Slot, slotsOf } from './who/slots.ts';
import { type Word, wordsIn } from './words.ts';

export interface Line {
  readonly text: string;
  readonly context: QuickAddContext;
  readonly today: Today;
  readonly index: NameIndex;
  readonly words: readonly Word[];
  readonly finds: readonly TimeFind[];
  readonly slots: readonly Slot[];
  readonly who: Chain | null;
}

let last: Line | null = null;

/** The last one is kept: the page asks for its reading and for suggestions at every keystroke. */
export function lineOf(text: string, context: QuickAddContext): Line {
  if (last?.text !== text || last.context !== context) last = takenApart(text, context);
  return last;
}

function takenApart(text: string, context: QuickAddContext): Line {
  const today = todayOf(context);
  const index = nameIndex(context);
  const words = wordsIn(text);
  const finds = findTimes(text, words, today, (find, place) =>
    nameWithin(find, place, words, index),
  );
  const inFind = placesIn(finds, words);
  const isThrough = (place: number) => {
    const word = words[place];
    return (
      inFind.has(place) || (word !== undefined && (flagOf(word) !== null || isNoService(word)))
    );
  };
  const slots = slotsOf(words, isThrough, index);
  return { text, context, today, index, words, finds, slots, who: findWho(slots) };
}

function placesIn(finds: readonly TimeFind[], words: readonly Word[]): ReadonlySet<number> {
  const places = new Set<number>();
  let next = 0;
  for (const [place, { from }] of words.entries()) {
    while ((finds[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    const find = finds[next];
    // A full stop after it is no word of its own.
    if (find && from >= find.from) places.add(place);
  }
  return places;
}

/** "#-": none, although one would follow. */
export function isNoService({ sigil, text }: Word): boolean {
  return sigil === '#' && text === '-';
}
