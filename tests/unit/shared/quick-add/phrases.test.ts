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

it('has more than 1,000 phrases, and none twice in the same context', () => {
  const said = new Set<string>();
  const twice: string[] = [];
  for (const { context, phrases } of THEMES) {
    for (const [line] of phrases) {
      const inContext = JSON.stringify([context, line]);
      if (said.has(inContext)) twice.push(line);
      said.add(inContext);
    }
  }
  expect(twice).toEqual([]);
  expect(said.size).toBeGreaterThan(1000);
});
