// The line after choosing a suggestion: its words in the place of those typed, the rest untouched.

import { readQuickAdd } from './read-quick-add.ts';
import type { QuickAddContext, UnclearPart } from './reading.ts';
import type { Suggestion } from './suggestion.ts';

const WHO_FOR = new Set(['client', 'project', 'service', 'billable']);

/** Reading the answer gives exactly the unit chosen. */
export function complete(text: string, suggestion: Suggestion, context: QuickAddContext): string {
  const { spans } = readQuickAdd(text, context);
  let rest = text;
  for (const { from, to, part } of [...spans].reverse())
    if (WHO_FOR.has(part)) rest = rest.slice(0, from) + rest.slice(to);
  const words = [suggestion.clientName, suggestion.projectTitle, suggestion.serviceName];
  return `${words.filter((word) => word !== null).join(' ')} ${rest.replace(/\s+/g, ' ').trim()}`;
}

/** The line after answering what was unclear. */
export function withChoice(
  text: string,
  { from, to }: UnclearPart,
  choice: UnclearPart['choices'][number],
): string {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const gapBefore = before === '' || /\s$/.test(before) ? '' : ' ';
  const gapAfter = after === '' || /^\s/.test(after) ? '' : ' ';
  return `${before}${gapBefore}${choice.text}${gapAfter}${after}`;
}
