// A day as one reads it: what was logged and the holes between, the latest on top.
import type { Gap } from '../../shared/day-gaps.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';

export type DayRow =
  | { readonly kind: 'entry'; readonly key: string; readonly entry: LoggedEntry }
  | { readonly kind: 'gap'; readonly key: string; readonly gap: Gap };

/** @param entries newest first; those that began at once keep that order */
export function dayRows(entries: readonly LoggedEntry[], gaps: readonly Gap[]): readonly DayRow[] {
  const rows: readonly DayRow[] = [
    ...entries.map((entry) => ({ kind: 'entry', key: entry.key, entry }) as const),
    ...gaps.map((gap) => ({ kind: 'gap', key: `gap ${gap.fromMs}`, gap }) as const),
  ];
  return rows.toSorted((one, other) => beginning(other) - beginning(one));
}

/** Where an entry stood in the day it was of; the number of rows for behind the last. */
export function placeOf(entry: LoggedEntry, rows: readonly DayRow[]): number {
  const place = rows.findIndex((row) => beginning(row) <= entry.startedAtMs);
  return place < 0 ? rows.length : place;
}

function beginning(row: DayRow): number {
  return row.kind === 'entry' ? row.entry.startedAtMs : row.gap.fromMs;
}
