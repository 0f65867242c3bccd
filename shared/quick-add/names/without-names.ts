// "Phase 2" and "Monday Motors" are names when the catalog has them, not times.
import { wordsOf } from '../fold.ts';
import type { TimeFind } from '../time/time-find.ts';
import type { Word } from '../words.ts';
import type { NameIndex } from './name-index.ts';

/** A word beside it that is only begun must say at least this much. */
const SHORTEST_BEGINNING = 3;

/** @returns the finds that are no part of a name with a word beside them */
export function withoutNames(
  finds: readonly TimeFind[],
  text: string,
  words: readonly Word[],
  index: NameIndex,
): TimeFind[] {
  const placeFrom = new Map(words.map(({ from }, place) => [from, place]));
  const placeTo = new Map(words.map(({ to }, place) => [to, place]));
  return finds.filter(({ from, to }) => {
    const said = wordsOf(text.slice(from, to));
    const before = wordsOf(words[(placeFrom.get(from) ?? 0) - 1]?.text ?? '').at(-1);
    const last = placeTo.get(to);
    const [after] = wordsOf(last === undefined ? '' : (words[last + 1]?.text ?? ''));
    return !index.places(said[0] ?? '').some(({ named, at }) => {
      const isSaid = said.every((word, offset) => named.words[at + offset] === word);
      return (
        isSaid &&
        (isWord(before, named.words[at - 1]) || isWord(after, named.words[at + said.length]))
      );
    });
  });
}

function isWord(typed: string | undefined, meant: string | undefined): boolean {
  if (typed === undefined || meant === undefined) return false;
  return typed === meant || (typed.length >= SHORTEST_BEGINNING && meant.startsWith(typed));
}
