// Electron's accelerator text (electronjs.org, "Accelerator"), from keys pressed and back to the
// caps printed on the person's own keyboard.
import type { SettingsSlice } from '../../shared/snapshot.ts';

export type Platform = SettingsSlice['platform'];

/** The part of a keyboard event that names a shortcut. */
export interface KeysPressed {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Physical key, e.g. "KeyT": with Option or Shift held, `key` is another character. */
  readonly code: string;
}

const NAMED: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Enter',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backquote: '`',
};

const MAC_CAPS: Readonly<Record<string, string>> = {
  CommandOrControl: '⌘',
  Command: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
};

const OTHER_CAPS: Readonly<Record<string, string>> = {
  CommandOrControl: 'Ctrl',
  Control: 'Ctrl',
  Alt: 'Alt',
  Shift: '⇧',
};

const MAC_NAMES: Readonly<Record<string, string>> = {
  CommandOrControl: 'Command',
  Alt: 'Option',
};

const OTHER_NAMES: Readonly<Record<string, string>> = {
  CommandOrControl: 'Control',
};

/**
 * @returns null while only modifiers are down, or when no modifier but Shift is held: a shortcut
 *   that works everywhere must not swallow a plain letter. Function keys may stand alone.
 */
export function acceleratorFrom(keys: KeysPressed, platform: Platform): string | null {
  const key = keyName(keys.code);
  if (key === null) return null;
  const mac = platform === 'darwin';
  const modifiers = [
    ...((mac ? keys.metaKey : keys.ctrlKey) ? ['CommandOrControl'] : []),
    ...(mac && keys.ctrlKey ? ['Control'] : []),
    ...(!mac && keys.metaKey ? ['Super'] : []),
    ...(keys.altKey ? ['Alt'] : []),
  ];
  if (modifiers.length === 0 && !/^F\d+$/.test(key)) return null;
  return [...modifiers, ...(keys.shiftKey ? ['Shift'] : []), key].join('+');
}

/** "CommandOrControl+Shift+T" → ["Ctrl", "⇧", "T"], as the platform prints its keys. */
export function keyCaps(accelerator: string, platform: Platform): readonly string[] {
  const caps = platform === 'darwin' ? MAC_CAPS : OTHER_CAPS;
  const superCap = platform === 'win32' ? 'Win' : 'Super';
  // A plus sign as the key itself is written "Plus" by Electron, so splitting is safe.
  return accelerator.split('+').map((part) => caps[part] ?? (part === 'Super' ? superCap : part));
}

/** "CommandOrControl+Shift+T" → "Control Shift T": to be read out, where signs have no sound. */
export function keyNames(accelerator: string, platform: Platform): string {
  const names = platform === 'darwin' ? MAC_NAMES : OTHER_NAMES;
  const superName = platform === 'win32' ? 'Windows' : 'Super';
  return accelerator
    .split('+')
    .map((part) => names[part] ?? (part === 'Super' ? superName : part))
    .join(' ');
}

/** The same keys in WAI-ARIA's spelling, for `aria-keyshortcuts`. */
export function ariaKeyShortcut(accelerator: string, platform: Platform): string {
  const command = platform === 'darwin' ? 'Meta' : 'Control';
  return accelerator
    .split('+')
    .map((part) => (part === 'CommandOrControl' ? command : part === 'Super' ? 'Meta' : part))
    .join('+');
}

function keyName(code: string): string | null {
  const character = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  if (character) return character;
  if (/^F(?:[1-9]|1\d|2[0-4])$/.test(code)) return code;
  return NAMED[code] ?? null;
}
