// "phase 3" where the catalog has Phase 2 alone: the number is another's, or how long it took.
import type { UnclearPart } from '../reading.ts';
import type { TimeFind } from '../time/time-find.ts';
import { type LineOfNames, labelOf, stretch } from './questions.ts';
import { quoted, saying } from './saying.ts';
import type { Segment } from './segments.ts';

export interface LineOfNumbers extends LineOfNames {
  readonly finds: readonly TimeFind[];
}

/** @returns null where no bare number follows, or the name has none that was left out */
export function otherNumber(line: LineOfNumbers, segment: Segment): UnclearPart | null {
  const { text, words, index, finds } = line;
  const { kind, names, isWhole } = segment;
  const next = words[segment.to];
  if (isWhole || kind === 'service' || next?.kind !== 'word' || next.sigil) return null;
  if (!isNumber(next.text) || !names.every((named) => named.words.some(isNumber))) return null;
  const time = finds.find(({ from }) => from === next.from);
  if (time && time.meaning.kind !== 'number') return null;
  const { from, to } = stretch(words, segment.from, segment.to + 1);
  const said = text.slice(from, to);
  const choices = names.slice(0, 8).map((named) => {
    // After a slip the number may be the name's own.
    const rest = named.words.includes(next.text) ? '' : ` ${next.text}`;
    return { label: labelOf(named, index), text: `${saying(named, index)}${rest}` };
  });
  return {
    part: kind,
    why: `No ${kind} is called “${said}”.`,
    from,
    to,
    choices: [...choices, { label: 'Part of the note', text: quoted(said) }],
  };
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}
