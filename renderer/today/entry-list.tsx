// Entries, and the holes between them, as rows one walks with the arrow keys.
import type { KeyboardEvent } from 'react';
import type { Gap } from '../../shared/day-gaps.ts';
import { RovingList } from '../parts/roving-list.tsx';
import { useSlice } from '../snapshot/use-snapshot.ts';
import type { DayRow } from './day-rows.ts';
import type { EntryActs } from './entry-actions.tsx';
import { EntryRow } from './entry-row.tsx';
import { GapRow } from './gap-row.tsx';
import { actByKey } from './use-entry-acts.ts';

interface EntryListProps {
  readonly label: string;
  readonly rows: readonly DayRow[];
  /** The rows are of one day. */
  readonly isOneDay: boolean;
  readonly acts: EntryActs;
  readonly onFill: (gap: Gap) => void;
}

export function EntryList({ label, rows, isOneDay, acts, onFill }: EntryListProps) {
  const { timeZone, today } = useSlice('time');
  const catalog = useSlice('catalog');

  function pressKey(event: KeyboardEvent, row: DayRow): void {
    // A button within the row has its own keys.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const isDone =
      row.kind === 'entry' ? actByKey(event.key, row.entry, acts) : fillByKey(event.key, row.gap);
    if (isDone) event.preventDefault();
  }

  function fillByKey(key: string, gap: Gap): boolean {
    if (key !== 'Enter' && key !== 'a') return false;
    onFill(gap);
    return true;
  }

  return (
    <div className="entry-place">
      <RovingList label={label} keys={rows.map(({ key }) => key)} className="rows entries scrolls">
        {(rowProps) =>
          rows.map((row, index) => (
            <li
              key={row.key}
              data-key={row.key}
              className={row.kind === 'entry' ? 'row row-entry' : 'row row-gap'}
              aria-keyshortcuts={shortcutsOf(row, rows)}
              onKeyDown={(event) => pressKey(event, row)}
              onDoubleClick={() => (row.kind === 'entry' ? acts.open(row.entry) : onFill(row.gap))}
              {...rowProps(index)}
            >
              {row.kind === 'entry' ? (
                <EntryRow
                  entry={row.entry}
                  catalog={catalog}
                  today={today}
                  isOnItsDay={isOneDay}
                  acts={acts}
                />
              ) : (
                <GapRow
                  gap={row.gap}
                  timeZone={timeZone}
                  letters={lettersOf(row.gap, rows)}
                  onFill={() => onFill(row.gap)}
                />
              )}
            </li>
          ))
        }
      </RovingList>
    </div>
  );
}

function shortcutsOf(row: DayRow, rows: readonly DayRow[]): string {
  if (row.kind === 'entry') return 'Enter E Delete';
  return ['Enter', 'A', ...lettersOf(row.gap, rows)].join(' ');
}

/** As `useGapKeys` has them: the first hole of the day, and the one that reaches until now. */
function lettersOf(gap: Gap, rows: readonly DayRow[]): readonly string[] {
  const first = rows.findLast(({ kind }) => kind === 'gap');
  return [
    ...(first?.kind === 'gap' && first.gap === gap ? ['G'] : []),
    ...(gap.kind === 'since-last' ? ['S'] : []),
  ];
}
