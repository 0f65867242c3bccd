// A list one walks with the arrow keys: one stop for Tab, and the row the keys act on is the
// selected one. It stays role list with listitems, so that screen readers count and read rows.
import { type Key, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';

export interface RowProps {
  readonly tabIndex: 0 | -1;
  readonly 'data-row': number;
  readonly onFocus: () => void;
}

export interface RowsInView {
  readonly first: number;
  readonly last: number;
  /** Brings a row into the document. */
  reveal(row: number): void;
}

interface RovingListProps {
  readonly label: string;
  /** What tells the rows apart, in their order. */
  readonly keys: readonly Key[];
  readonly className: string;
  /** Given where rows outside the view are not in the document. */
  readonly view?: RowsInView;
  /** @param rowProps belongs on each row's listitem */
  readonly children: (rowProps: (row: number) => RowProps) => ReactNode;
}

/** Where it stood counts once it is gone: the row in its place is the chosen one then. */
interface ChosenRow {
  readonly key: Key | null;
  readonly row: number;
}

export function RovingList({ label, keys, className, view, children }: RovingListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<ChosenRow>({ key: null, row: 0 });
  const current = rowOf(chosen, keys);
  // A row that was scrolled out of the document cannot be stopped at; Tab would skip the list.
  const stop = view ? Math.min(Math.max(current, view.first), view.last) : current;

  const choose = (row: number) => setChosen({ key: keys[row] ?? null, row });

  function moveTo(row: number): void {
    choose(row);
    view?.reveal(row);
    const focusRow = () => list.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
    if (view) requestAnimationFrame(focusRow);
    else focusRow();
  }

  function pressKey(event: KeyboardEvent): void {
    const next = nextRow(event.key, current, keys.length);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moveTo(next);
  }

  return (
    <ul aria-label={label} className={className} ref={list} onKeyDown={pressKey}>
      {children((row) => ({
        tabIndex: row === stop ? 0 : -1,
        'data-row': row,
        onFocus: () => choose(row),
      }))}
    </ul>
  );
}

/** Rows that come or go before it move the chosen one along. */
function rowOf({ key, row }: ChosenRow, keys: readonly Key[]): number {
  const found = key === null ? -1 : keys.indexOf(key);
  return found >= 0 ? found : Math.min(row, Math.max(0, keys.length - 1));
}

const PAGE = 4;

function nextRow(key: string, row: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, row + 1);
    case 'ArrowUp':
      return Math.max(0, row - 1);
    case 'PageDown':
      return Math.min(last, row + PAGE);
    case 'PageUp':
      return Math.max(0, row - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
