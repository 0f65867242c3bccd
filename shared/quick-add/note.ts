// What is left of the line is the note, as it was typed, without the signs and small words that
// led from one part to the next.
import type { Span } from './reading.ts';
import type { Word } from './words.ts';

export type Use =
  /** Understood as something else. */
  | 'who'
  | 'used'
  /** "for", "with": kept in a note, dropped between other parts. */
  | 'join'
  | 'left';

export interface Note {
  readonly text: string | null;
  readonly spans: readonly Span[];
}

/** @param uses what became of each word */
export function noteOf(text: string, words: readonly Word[], uses: readonly Use[]): Note {
  const texts: string[] = [];
  const spans: Span[] = [];
  for (const [start, end] of rowsOf(uses)) {
    const row = trimmed(words, uses, start, end);
    if (!row) continue;
    const content = contentOf(text, words.slice(row[0], row[1]));
    if (content === '') continue;
    texts.push(content);
    spans.push({ from: words[row[0]]?.from ?? 0, to: words[row[1] - 1]?.to ?? 0, part: 'note' });
  }
  return { text: texts.length === 0 ? null : texts.join(' '), spans };
}

/** Rows of words that nothing else has used: from ≤ place < to. */
function rowsOf(uses: readonly Use[]): [from: number, to: number][] {
  const rows: [number, number][] = [];
  let start: number | null = null;
  uses.forEach((use, place) => {
    const isFree = use === 'join' || use === 'left';
    if (isFree && start === null) start = place;
    if (!isFree && start !== null) {
      rows.push([start, place]);
      start = null;
    }
  });
  if (start !== null) rows.push([start, uses.length]);
  return rows;
}

/** @returns null when nothing but signs and joining words is left */
function trimmed(
  words: readonly Word[],
  uses: readonly Use[],
  start: number,
  end: number,
): [from: number, to: number] | null {
  const isSign = (place: number) => words[place]?.kind === 'sign';
  const isJoin = (place: number) => uses[place] === 'join';
  let from = start;
  let to = end;
  while (from < to && isSign(from)) from += 1;
  while (from < to && isSign(to - 1)) to -= 1;
  // "meeting with" before the client it was with, "for" between two parts.
  if (uses[end] === 'who') while (from < to && (isJoin(to - 1) || isSign(to - 1))) to -= 1;
  const isBetween = start > 0 && end < uses.length;
  if (isBetween && [...uses.slice(from, to)].every((use) => use === 'join')) return null;
  return from < to ? [from, to] : null;
}

/** Quotes are taken off; spaces count once. */
function contentOf(text: string, words: readonly Word[]): string {
  const pieces: string[] = [];
  let from: number | null = null;
  let to = 0;
  const end = () => {
    if (from !== null) pieces.push(text.slice(from, to));
    from = null;
  };
  for (const word of words) {
    if (word.kind === 'quoted' && !word.sigil) {
      end();
      pieces.push(word.text);
    } else {
      from ??= word.from;
      to = word.to;
    }
  }
  end();
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}
