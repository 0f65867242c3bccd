// Which stretches of the line are underlined, and as what.
import type { Reading, ReadingPart } from '../../shared/quick-add/reading.ts';

/** UTF-16 offsets, `from` < `to`; in the order of the line, never overlapping. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** Null for words that are asked about and stand for nothing yet. */
  readonly part: ReadingPart | null;
  readonly isUnclear: boolean;
}

export function marksOf({ spans, unclear }: Pick<Reading, 'spans' | 'unclear'>): readonly Mark[] {
  const ends = [...spans, ...unclear].flatMap(({ from, to }) => [from, to]);
  const cuts = [...new Set(ends)].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? 0;
    const covers = (range: { readonly from: number; readonly to: number }) =>
      range.from <= from && to <= range.to;
    const part = spans.find(covers)?.part ?? null;
    const isUnclear = unclear.some(covers);
    return part !== null || isUnclear ? [{ from, to, part, isUnclear }] : [];
  });
}
