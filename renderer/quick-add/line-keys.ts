// What a key does in the line. One table, so that it can be read and tested without a browser.

export interface KeyPressed {
  readonly key: string;
  /** Physical key: with Alt or Ctrl held, `key` may be another character. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** An input method is still putting a character together. */
  readonly isComposing: boolean;
}

export interface LineState {
  readonly offers: number;
  /** Row of the offer the keys act on; null while they act on the line. */
  readonly active: number | null;
  /** Row that Tab completes the line with; null where there is nothing to complete. */
  readonly completing: number | null;
  /** Rows that go by a number, first to last. */
  readonly numbered: readonly number[];
  readonly canUndo: boolean;
}

export type LineAct =
  | { readonly act: 'move'; readonly to: number | null }
  | { readonly act: 'take'; readonly row: number }
  | { readonly act: 'save'; readonly keepsWork: boolean }
  | { readonly act: 'start-timer' }
  | { readonly act: 'pin' }
  | { readonly act: 'undo' };

/** @returns null for every key that is none of the line's business: typing, Escape, a plain Tab */
export function lineAct(pressed: KeyPressed, line: LineState): LineAct | null {
  if (pressed.isComposing || pressed.altKey) return null;
  return pressed.ctrlKey || pressed.metaKey ? withCommand(pressed, line) : plain(pressed, line);
}

function plain({ key, shiftKey }: KeyPressed, line: LineState): LineAct | null {
  const { offers, active, completing } = line;
  if (key === 'Enter') {
    // What is highlighted is taken; the next Enter saves what it says then.
    return active === null ? { act: 'save', keepsWork: shiftKey } : { act: 'take', row: active };
  }
  if (shiftKey) return null;
  switch (key) {
    case 'ArrowDown':
      return offers === 0 ? null : { act: 'move', to: after(active, offers) };
    case 'ArrowUp':
      return offers === 0 ? null : { act: 'move', to: before(active, offers) };
    case 'Tab':
      return completing === null ? null : { act: 'take', row: completing };
    case 'Escape':
      return active === null ? null : { act: 'move', to: null };
    default:
      return null;
  }
}

function withCommand({ key, code, shiftKey }: KeyPressed, line: LineState): LineAct | null {
  if (shiftKey) return null;
  if (key === 'Enter') return { act: 'start-timer' };
  const number = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  const row = number === undefined ? undefined : line.numbered[Number(number) - 1];
  if (row !== undefined) return { act: 'take', row };
  if (key.toLowerCase() === 'p') return { act: 'pin' };
  return key.toLowerCase() === 'z' && line.canUndo ? { act: 'undo' } : null;
}

/** Down from the line to the first, and from the last back to the line. */
function after(active: number | null, offers: number): number | null {
  if (active === null) return 0;
  return active + 1 < offers ? active + 1 : null;
}

function before(active: number | null, offers: number): number | null {
  if (active === null) return offers - 1;
  return active > 0 ? active - 1 : null;
}
