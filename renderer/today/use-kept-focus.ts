// Keeps the keyboard where it was when the row it stood on goes: an entry that is deleted, or put
// on another day, must not throw its person back to the beginning of the window.
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/** A row of one of the lists, and where it stood, which counts once it is gone. */
export interface KeptRow {
  readonly key: string;
  readonly row: number;
  /** The list it stood in; left out for the first one. */
  readonly list?: Element | null;
}

interface FocusToKeep {
  /** Holds the lists, whose rows have `data-row` and `data-key`. */
  readonly place: RefObject<HTMLElement | null>;
  /** Has the focus from the beginning; null for none. */
  readonly left: KeptRow | null;
  /** Where the keys go on when there is no row. */
  readonly beyond: () => void;
}

/** @returns what belongs on `place` */
export function useKeptFocus({ place, left, beyond }: FocusToKeep) {
  const stoodOn = useRef(left);
  const isFresh = useRef(true);

  // After every drawing: any may have taken the row away.
  useEffect(() => {
    const wasFresh = isFresh.current;
    isFresh.current = false;
    const stood = stoodOn.current;
    const all = rowsIn(place.current);
    const own = all.find(({ dataset }) => dataset.key === stood?.key);
    if (!stood || (own && !wasFresh) || document.activeElement !== document.body) return;
    stoodOn.current = null;
    const near = stood.list?.isConnected ? rowsIn(stood.list) : all;
    const next = own ?? near[Math.min(stood.row, near.length - 1)];
    if (next) next.focus();
    else beyond();
  });

  return {
    onFocus(event: FocusEvent) {
      const row = event.target.closest<HTMLElement>('[data-row]');
      const { key = '', row: index } = row?.dataset ?? {};
      stoodOn.current = row ? { key, row: Number(index), list: row.parentElement } : null;
    },
    // Taken out of the document is not left: then nothing else has the focus.
    onBlur(event: FocusEvent) {
      if (event.relatedTarget !== null) stoodOn.current = null;
    },
  };
}

function rowsIn(place: Element | null): readonly HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}
