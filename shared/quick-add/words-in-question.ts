// The words of a line that a suggestion stands for, and that choosing it replaces.
import { flagOf } from './flags.ts';
import { wordsOf } from './fold.ts';
import { isNoService, type Line } from './line.ts';
import { clientInNote } from './who/client-in-note.ts';
import { contradictionIn } from './who/contradictions.ts';

export interface WordInQuestion {
  /** Place among the words of the line. */
  readonly place: number;
  readonly folded: readonly string[];
  readonly sigil: '@' | '#' | null;
}

export interface Question {
  /** What was typed to say who the time is for. */
  readonly words: readonly WordInQuestion[];
  /** The word at the end that may be one, but is not begun enough to tell; null where there is none. */
  readonly begun: WordInQuestion | null;
  /** Places of what a unit replaces without having been typed as a name: flags and "#-". */
  readonly flags: readonly number[];
}

export function questionOf(line: Line): Question {
  const { words, slots, who, text } = line;
  const named = new Set(who?.unexplained);
  const contradiction = who && (contradictionIn(slots, who) ?? clientInNote(slots, who));
  for (const segment of [...(who?.segments ?? []), ...(contradiction ? [contradiction] : [])])
    for (let place = segment.from; place < segment.to; place += 1) named.add(place);
  const asked = (place: number): WordInQuestion => ({
    place,
    folded: wordsOf(words[place]?.text ?? ''),
    sigil: words[place]?.sigil ?? null,
  });
  const last = words.length - 1;
  const isBegun =
    words[last]?.kind === 'word' &&
    words[last].to === text.length &&
    !named.has(last) &&
    slots[last]?.role !== 'through' &&
    isFirstAfterNames(line, named, last);
  return {
    words: [...named].sort((a, b) => a - b).map(asked),
    begun: isBegun ? asked(last) : null,
    flags: words.flatMap((word, place) =>
      flagOf(word) !== null || isNoService(word) ? [place] : [],
    ),
  };
}

/** Nothing of a note stands before it. */
function isFirstAfterNames({ slots }: Line, named: ReadonlySet<number>, last: number): boolean {
  for (let place = last - 1; place >= 0; place -= 1) {
    if (named.has(place)) return true;
    if (slots[place]?.role !== 'through' && slots[place]?.role !== 'sign') return false;
  }
  return true;
}
