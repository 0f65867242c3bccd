// A list one walks with the arrow keys: one stop for Tab, and the row the keys act on is the
// selected one. It stays role list with listitems, so that screen readers count and read rows.
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';

export interface RowProps {
  readonly tabIndex: 0 | -1;
  readonly 'data-row': number;
  readonly onFocus: () => void;
}

interface RovingListProps {
  readonly label: string;
  readonly count: number;
  readonly className: string;
  /** Given where rows outside the view are not in the document: brings one there first. */
  readonly reveal?: (row: number) => void;
  /** @param rowProps belongs on each row's listitem */
  readonly children: (rowProps: (row: number) => RowProps) => ReactNode;
}

export function RovingList({ label, count, className, reveal, children }: RovingListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState(0);
  const current = Math.min(chosen, Math.max(0, count - 1));

  function moveTo(row: number): void {
    setChosen(row);
    reveal?.(row);
    const focusRow = () => list.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
    if (reveal) requestAnimationFrame(focusRow);
    else focusRow();
  }

  function pressKey(event: KeyboardEvent): void {
    const next = nextRow(event.key, current, count);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moveTo(next);
  }

  return (
    <ul aria-label={label} className={className} ref={list} onKeyDown={pressKey}>
      {children((row) => ({
        tabIndex: row === current ? 0 : -1,
        'data-row': row,
        onFocus: () => setChosen(row),
      }))}
    </ul>
  );
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
