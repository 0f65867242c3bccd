// What Shift+Enter leaves in the line: whom and what the next entry is for, in the words typed.
import type { ReadingPart, Span } from '../../shared/quick-add/reading.ts';

const KEPT: ReadonlySet<ReadingPart> = new Set(['client', 'project', 'service', 'billable']);

/** @returns ends in a space, to be typed on; empty when the line names no work */
export function keptWork(text: string, spans: readonly Span[]): string {
  const words = spans
    .filter(({ part }) => KEPT.has(part))
    .map(({ from, to }) => text.slice(from, to));
  return words.length === 0 ? '' : `${words.join(' ')} `;
}
