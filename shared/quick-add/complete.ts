// The line after choosing a suggestion: its words in the place of those typed, the rest untouched.
import { formatReading } from './format-reading.ts';
import { lineOf } from './line.ts';
import { nameIndex } from './names/name-index.ts';
import { readingOf, readQuickAdd } from './read-quick-add.ts';
import type { QuickAddContext, Reading, UnclearPart } from './reading.ts';
import type { Suggestion } from './suggestion.ts';
import { matcherOf } from './suggestion-match.ts';
import { unitTexts } from './unit-texts.ts';
import { questionOf } from './words-in-question.ts';

/**
 * Reading the answer gives exactly the unit chosen, and the length, day, start and note of before.
 * Where the words of the note would be taken for names now, the line is written anew.
 */
export function complete(text: string, suggestion: Suggestion, context: QuickAddContext): string {
  const line = lineOf(text, context);
  const question = questionOf(line);
  const begun = question.begun;
  // Typing had come to the beginning of one of the names, so it goes with them.
  const isBegunMeant =
    begun !== null &&
    matcherOf({ words: [], begun, flags: [] }, nameIndex(context))?.score(suggestion) != null;
  const places = [
    ...question.words.map(({ place }) => place),
    ...question.flags,
    ...(isBegunMeant ? [begun.place] : []),
  ].sort((a, b) => a - b);
  const base = isBegunMeant ? text.slice(0, line.words[begun.place]?.from) : text;
  const before = isBegunMeant ? readQuickAdd(base, context) : readingOf(line);
  const gap = gapOf(
    text,
    places.map((place) => line.words[place] ?? { from: 0, to: 0 }),
    before,
  );
  for (const unit of unitTexts(suggestion, context)) {
    const answer = spaced(gap.before, unit, gap.after);
    if (isMeant(readQuickAdd(answer, context), before, suggestion)) return answer;
  }
  return formatReading({ ...before, ...unitOf(suggestion), unclear: [] }, context);
}

/** The line after answering what was unclear. */
export function withChoice(
  text: string,
  { from, to }: UnclearPart,
  choice: UnclearPart['choices'][number],
): string {
  return spaced(text.slice(0, from), choice.text, text.slice(to));
}

type Place = { readonly from: number; readonly to: number };

/** What stays of the line, and where the unit goes: for the words typed, else before the note. */
function gapOf(text: string, taken: readonly Place[], { spans }: Reading) {
  const [first, ...others] = taken;
  if (!first) {
    const at = spans.find(({ part }) => part === 'note')?.from ?? text.length;
    return { before: text.slice(0, at), after: text.slice(at) };
  }
  let after = '';
  let at = first.to;
  for (const { from, to } of others) {
    after = joined(after, text.slice(at, from));
    at = to;
  }
  return { before: text.slice(0, first.from), after: joined(after, text.slice(at)) };
}

function joined(one: string, other: string): string {
  return /\s$/.test(one) ? one + other.trimStart() : one + other;
}

/** With a space on either side, but not two; at the end of the line too, for typing to go on. */
function spaced(before: string, words: string, after: string): string {
  const gapBefore = before === '' || words === '' || /\s$/.test(before) ? '' : ' ';
  const rest = words === '' && /(?:^|\s)$/.test(before) ? after.trimStart() : after;
  const gapAfter = words === '' || /^[\s,;:]/.test(rest) ? '' : ' ';
  return `${before}${gapBefore}${words}${gapAfter}${rest}`;
}

function unitOf({ clientId, projectId, serviceId, billable }: Suggestion) {
  return { clientId, projectId, serviceId, billable };
}

function isMeant(read: Reading, before: Reading, suggestion: Suggestion): boolean {
  const isUnit = Object.entries(unitOf(suggestion)).every(
    ([key, value]) => read[key as keyof Reading] === value,
  );
  const isRest = (['durationSeconds', 'startedAt', 'day', 'note'] as const).every(
    (part) => read[part] === before[part],
  );
  const isClear = !read.unclear.some(({ part }) => WHO_FOR.has(part));
  return isUnit && isRest && isClear;
}

const WHO_FOR: ReadonlySet<string> = new Set(['client', 'project', 'service', 'billable']);
