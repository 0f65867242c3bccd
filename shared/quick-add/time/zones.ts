// Where in the line something about time stands. Beside the names it is meant; in the middle of a
// note it may be part of what was done.
import type { Word } from '../words.ts';
import type { TimeFind } from './time-find.ts';

/** `head`: at the beginning or beside who the time is for. `tail`: at the end, after a note. */
export type Zone = 'head' | 'tail' | 'middle';

export interface PlacedFind extends TimeFind {
  readonly zone: Zone;
  /** The plain word right before it, in lower case; null also where that is about time itself. */
  readonly before: string | null;
  /** The plain word right after it, likewise. */
  readonly after: string | null;
  /** With nothing of who and when between it and a word of the note. */
  readonly isBesideNote: boolean;
}

/** What a word is, as far as the time beside it goes. */
export type Surroundings = 'who' | 'through' | 'solid';

export function placed(
  finds: readonly TimeFind[],
  words: readonly Word[],
  surroundings: readonly Surroundings[],
): PlacedFind[] {
  const onTheLeft = edges(surroundings);
  const onTheRight = edges([...surroundings].reverse()).reverse();
  const places = new Map(words.map(({ from }, place) => [from, place]));
  const begins = new Set(finds.map(({ from }) => from));
  return finds.map((find, at) => {
    const first = places.get(find.from) ?? 0;
    let last = first;
    while ((words[last + 1]?.from ?? Number.POSITIVE_INFINITY) < find.to) last += 1;
    const left = onTheLeft[first];
    const right = onTheRight[last];
    const previous = words[first - 1];
    const isAfterTime = previous !== undefined && previous.from < (finds[at - 1]?.to ?? 0);
    const next = words[last + 1];
    const isHead = left === 'end' || left === 'who' || right === 'who';
    const after = next && !begins.has(next.from) ? plainText(next) : null;
    return {
      ...find,
      zone: isHead ? 'head' : right === 'end' ? 'tail' : 'middle',
      before: isAfterTime ? null : plainText(previous),
      after,
      isBesideNote: left === 'solid' || (right === 'solid' && after !== null),
    };
  });
}

/** For each word what comes first on its left: a name, a word of the note, or the end of the line. */
function edges(surroundings: readonly Surroundings[]): ('who' | 'solid' | 'end')[] {
  let seen: 'who' | 'solid' | 'end' = 'end';
  return surroundings.map((one) => {
    const before = seen;
    if (one !== 'through') seen = one;
    return before;
  });
}

function plainText(word: Word | undefined): string | null {
  return word?.kind === 'word' && !word.sigil ? word.text.toLowerCase() : null;
}
