// Keeps the keyboard where it was when the row it stood on goes: a deleted row must not throw its
// person back to the beginning of the window.
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/**
 * @param place holds the rows, each with `data-row` and `data-key`
 * @param rows whatever changes when they do
 * @param focusKey the row that has the focus from the beginning; null for none
 * @returns what belongs on `place`
 */
export function useKeptFocus(
  place: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  focusKey: string | null,
) {
  const stoodOn = useRef<{ readonly key: string; readonly row: number } | null>(null);
  const wanted = useRef(focusKey);

  useEffect(() => {
    const all = [...(place.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const keyed = (key: string | null) => all.find(({ dataset }) => dataset.key === key);
    keyed(wanted.current)?.focus();
    wanted.current = null;
    const stood = stoodOn.current;
    if (!stood || keyed(stood.key) || document.activeElement !== document.body) return;
    stoodOn.current = null;
    all[Math.min(stood.row, rows.length - 1)]?.focus();
  }, [place, rows]);

  return {
    onFocus(event: FocusEvent) {
      const row = event.target.closest<HTMLElement>('[data-row]');
      const { key = '', row: index } = row?.dataset ?? {};
      stoodOn.current = row ? { key, row: Number(index) } : null;
    },
    // Taken out of the document is not left: then nothing else has the focus.
    onBlur(event: FocusEvent) {
      if (event.relatedTarget !== null) stoodOn.current = null;
    },
  };
}
