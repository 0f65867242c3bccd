// "Phase 2" and "Monday Motors" are names when the catalog has them, not times.
import { wordsOf } from '../fold.ts';
import type { Word } from '../words.ts';
import type { NameIndex } from './name-index.ts';

/** A word beside it that is only begun must say at least this much. */
const SHORTEST_BEGINNING = 3;

/** UTF-16 offsets into the line. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The words of a time that are part of a name with a word beside the time: the two of "phase 2",
 * "monday" in "on monday motors", the 21 of "2h 21" before "grams".
 * @param place of the word the time begins with
 */
export function nameWithin(
  time: Stretch,
  place: number,
  words: readonly Word[],
  index: NameIndex,
): Stretch | null {
  let end = place;
  while ((words[end]?.from ?? time.to) < time.to) end += 1;
  const within = words.slice(place, end);
  const before = wordsOf(words[place - 1]?.text ?? '').at(-1);
  // After a full stop no name goes on.
  const [after] = wordsOf(within.at(-1)?.to === time.to ? (words[end]?.text ?? '') : '');
  const isName = (some: readonly Word[], left?: string, right?: string) =>
    isPartOfName(
      some.flatMap(({ text }) => wordsOf(text)),
      left,
      right,
      index,
    );
  if (isName(within, before, after)) return time;
  for (let cut = 1; cut < within.length; cut += 1)
    if (isName(within.slice(cut), undefined, after))
      return { from: within[cut]?.from ?? time.from, to: time.to };
  for (let cut = within.length - 1; cut > 0; cut -= 1)
    if (isName(within.slice(0, cut), before))
      return { from: time.from, to: within[cut - 1]?.to ?? time.to };
  return null;
}

function isPartOfName(
  said: readonly string[],
  before: string | undefined,
  after: string | undefined,
  index: NameIndex,
): boolean {
  if (before === undefined && after === undefined) return false;
  return index.places(said[0] ?? '').some(({ named, at }) => {
    if (!said.every((word, offset) => named.words[at + offset] === word)) return false;
    return isWord(before, named.words[at - 1]) || isWord(after, named.words[at + said.length]);
  });
}

function isWord(typed: string | undefined, meant: string | undefined): boolean {
  if (typed === undefined || meant === undefined) return false;
  return typed === meant || (typed.length >= SHORTEST_BEGINNING && meant.startsWith(typed));
}
