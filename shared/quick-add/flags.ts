// "!b" and "!nb": what a service says of itself can be overruled.
import type { Span, UnclearPart } from './reading.ts';
import { withEdits } from './with-edits.ts';
import type { Word } from './words.ts';

const FLAGS: Readonly<Record<string, boolean>> = {
  '!b': true,
  '!billable': true,
  '!nb': false,
  '!nonbillable': false,
  '!non-billable': false,
};

export function flagOf(word: Word): boolean | null {
  if (word.kind !== 'word' || word.sigil) return null;
  // It may end the sentence.
  const [, text = ''] = /^(![a-z-]+)[.!?)\]]*$/.exec(word.text.toLowerCase()) ?? [];
  return Object.hasOwn(FLAGS, text) ? (FLAGS[text] ?? null) : null;
}

export interface Billable {
  /** Null when nothing was said, or both. */
  readonly value: boolean | null;
  readonly spans: readonly Span[];
  readonly unclear: readonly UnclearPart[];
}

export function billableOf(line: string, words: readonly Word[]): Billable {
  const flags = words.filter((word) => flagOf(word) !== null);
  const spans = flags.map(({ from, to }): Span => ({ from, to, part: 'billable' }));
  const [first] = flags;
  const last = flags.at(-1);
  if (!first || !last) return { value: null, spans, unclear: [] };
  const value = flagOf(first);
  if (flags.every((flag) => flagOf(flag) === value)) return { value, spans, unclear: [] };
  const stretch = { from: first.from, to: last.to };
  const only = (label: string, text: string) => {
    const edits = flags.map((flag) => ({ ...flag, text: flag === first ? text : '' }));
    return { label, text: withEdits(line, stretch, edits) };
  };
  const choices = [only('Billable', '!b'), only('Not billable', '!nb')];
  const why = 'Billable, or not?';
  return { value: null, spans, unclear: [{ part: 'billable', why, ...stretch, choices }] };
}
