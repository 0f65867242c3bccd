import { describe, expect, it } from 'vitest';
import {
  acceleratorFrom,
  ariaKeyShortcut,
  type KeysPressed,
  keyCaps,
  keyNames,
} from '../../../../renderer/parts/accelerator.ts';

function pressed(code: string, ...held: ('ctrl' | 'meta' | 'alt' | 'shift')[]): KeysPressed {
  return {
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
  };
}

describe('a shortcut from keys pressed', () => {
  it('calls the main modifier of each desktop by the name they share', () => {
    expect(acceleratorFrom(pressed('KeyT', 'ctrl', 'shift'), 'linux')).toBe(
      'CommandOrControl+Shift+T',
    );
    expect(acceleratorFrom(pressed('KeyT', 'meta', 'shift'), 'darwin')).toBe(
      'CommandOrControl+Shift+T',
    );
  });

  it('tells Control from Command on a Mac, and the Windows key from Ctrl elsewhere', () => {
    expect(acceleratorFrom(pressed('Digit1', 'ctrl'), 'darwin')).toBe('Control+1');
    expect(acceleratorFrom(pressed('Space', 'meta', 'alt'), 'win32')).toBe('Super+Alt+Space');
  });

  it('waits while only modifiers are held', () => {
    expect(acceleratorFrom(pressed('ControlLeft', 'ctrl'), 'linux')).toBeNull();
  });

  it('refuses keys that people need for typing, but takes a function key alone', () => {
    expect(acceleratorFrom(pressed('KeyT'), 'linux')).toBeNull();
    expect(acceleratorFrom(pressed('KeyT', 'shift'), 'linux')).toBeNull();
    expect(acceleratorFrom(pressed('F9'), 'linux')).toBe('F9');
  });

  it('goes by the physical key, because Option and Shift change the character', () => {
    expect(acceleratorFrom(pressed('BracketLeft', 'meta', 'alt'), 'darwin')).toBe(
      'CommandOrControl+Alt+[',
    );
    expect(acceleratorFrom(pressed('IntlBackslash', 'ctrl'), 'linux')).toBeNull();
  });
});

describe('a shortcut shown', () => {
  it('uses the caps of the person’s keyboard', () => {
    expect(keyCaps('CommandOrControl+Shift+T', 'linux')).toEqual(['Ctrl', '⇧', 'T']);
    expect(keyCaps('CommandOrControl+Alt+T', 'darwin')).toEqual(['⌘', '⌥', 'T']);
    expect(keyCaps('Super+Space', 'win32')).toEqual(['Win', 'Space']);
  });

  it('is read out by the names of its keys, on every platform', () => {
    expect(keyNames('CommandOrControl+Shift+T', 'linux')).toBe('Control Shift T');
    expect(keyNames('Super+Shift+F9', 'win32')).toBe('Windows Shift F9');
    expect(keyNames('CommandOrControl+Alt+Shift+T', 'darwin')).toBe('Command Option Shift T');
  });

  it('is told to assistive technology in its own spelling', () => {
    expect(ariaKeyShortcut('CommandOrControl+Shift+T', 'linux')).toBe('Control+Shift+T');
    expect(ariaKeyShortcut('CommandOrControl+Shift+T', 'darwin')).toBe('Meta+Shift+T');
  });
});
