// The short form: the whole phrase table, fewer lines for each rule, and a parser broken on purpose.
import { describe, expect, it } from 'vitest';
import { readQuickAdd } from '../../../shared/quick-add/read-quick-add.ts';
import { prove, proveWith } from './prove.ts';
import { RULES } from './rules.ts';

const SHORT_FORM = 250;
const seed = Math.floor(Math.random() * 2 ** 31);

describe('the quick-add line', () => {
  it('reads every phrase of the table, and keeps its rules for any other line', async () => {
    console.log(`seed ${seed}`);
    const said: string[] = [];
    const { figures } = await prove({ seed, rounds: SHORT_FORM, say: (s) => said.push(s) });
    // The time of a keystroke is for the long form: here, other tests run beside it.
    expect(figures, said.join('\n')).toMatchObject({ misread: 0, broken: 0 });
  });
});

describe('the proof falls short of a parser that', () => {
  const options = { seed, rounds: 60, say: () => undefined };

  it('takes every word for the note', async () => {
    const read: typeof readQuickAdd = (text, context) => readQuickAdd(`"${text}"`, context);
    const { figures, holds } = await proveWith(read, {}, options);
    expect(holds).toBe(false);
    expect(figures.misread).toBeGreaterThan(250);
  });

  it('breaks a rule for some lines only', async () => {
    const rules = { ...RULES, 'has no figure': (line: string) => (/\d/.test(line) ? line : null) };
    const { figures, holds } = await proveWith(readQuickAdd, rules, options);
    expect(holds).toBe(false);
    expect(figures.broken).toBe(1);
  });
});
