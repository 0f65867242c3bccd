// The phrase table is the grammar's documentation: read it in phrases/, theme by theme.
import { describe, expect, it } from 'vitest';
import { readQuickAdd } from '../../../../shared/quick-add/read-quick-add.ts';
import { THEMES } from './phrases/all.ts';
import { told } from './phrases/told.ts';

describe.each(THEMES)('$name', ({ context, phrases }) => {
  it.each(phrases)('%j', (line, ...expected) => {
    expect(told(readQuickAdd(line, context), context)).toEqual(expected);
  });
});

it('has more than 250 phrases, and none twice', () => {
  const lines = THEMES.slice(0, 5).flatMap(({ phrases }) => phrases.map(([line]) => line));
  expect(new Set(lines).size).toBe(lines.length);
  expect(THEMES.flatMap(({ phrases }) => phrases).length).toBeGreaterThan(250);
});
