import { describe, expect, it } from 'vitest';
import {
  type KeyPressed,
  type LineState,
  lineAct,
} from '../../../../renderer/quick-add/line-keys.ts';

const LINE: LineState = {
  offers: 3,
  active: null,
  completing: 0,
  numbered: [1, 2],
  canUndo: false,
};

/** @param keys e.g. "Control+Enter" */
function pressed(keys: string, more: Partial<KeyPressed> = {}): KeyPressed {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : key,
    ctrlKey: parts.includes('Control'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    isComposing: false,
    ...more,
  };
}

const act = (keys: string, line: Partial<LineState> = {}) =>
  lineAct(pressed(keys), { ...LINE, ...line });

describe('a key in the line', () => {
  it.each<[string, Partial<LineState>, ReturnType<typeof lineAct>]>([
    ['Enter', {}, { act: 'save', keepsWork: false }],
    ['Shift+Enter', {}, { act: 'save', keepsWork: true }],
    ['Enter', { active: 2 }, { act: 'take', row: 2 }],
    ['Control+Enter', {}, { act: 'start-timer' }],
    ['Meta+Enter', { active: 1 }, { act: 'start-timer' }],
    ['ArrowDown', {}, { act: 'move', to: 0 }],
    ['ArrowDown', { active: 2 }, { act: 'move', to: null }],
    ['ArrowUp', {}, { act: 'move', to: 2 }],
    ['ArrowUp', { active: 0 }, { act: 'move', to: null }],
    ['ArrowDown', { offers: 0 }, null],
    ['Tab', {}, { act: 'take', row: 0 }],
    ['Tab', { completing: null }, null],
    ['Shift+Tab', {}, null],
    ['Escape', { active: 1 }, { act: 'move', to: null }],
    ['Escape', {}, null],
    ['Control+1', {}, { act: 'take', row: 1 }],
    ['Control+2', {}, { act: 'take', row: 2 }],
    ['Control+3', {}, null],
    ['Control+p', {}, { act: 'pin' }],
    ['Control+z', { canUndo: true }, { act: 'undo' }],
    ['Control+z', {}, null],
    ['Control+Shift+z', { canUndo: true }, null],
    ['1', {}, null],
    ['a', {}, null],
    ['Home', {}, null],
  ])('%s with %j', (keys, line, expected) => {
    expect(act(keys, line)).toEqual(expected);
  });

  it('belongs to the input method while that is at work', () => {
    expect(lineAct(pressed('Enter', { isComposing: true }), LINE)).toBeNull();
  });

  it('is left alone with AltGr, which writes characters', () => {
    expect(act('Control+Alt+1')).toBeNull();
  });
});
