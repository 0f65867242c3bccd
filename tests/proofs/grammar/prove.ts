// What the quick-add line promises: the phrase table word by word, rules that hold for any line in
// any catalog, and an answer well within a keystroke.
import fc from 'fast-check';
import { readQuickAdd } from '../../../shared/quick-add/read-quick-add.ts';
import type { QuickAddContext } from '../../../shared/quick-add/reading.ts';
import { THEMES } from '../../unit/shared/quick-add/phrases/all.ts';
import { told } from '../../unit/shared/quick-add/phrases/told.ts';
import type { Prove } from '../proof.ts';
import { contexts } from './contexts.ts';
import { timeKeystrokes } from './keystrokes.ts';
import { lines } from './lines.ts';
import { RULES, type Rule } from './rules.ts';
import { TYPED } from './typed-lines.ts';

/** For each rule. */
const LINES = 10_000;
const TIMED_RUNS = 15;
const TIMED_RUNS_SHORT = 2;
const LONGEST_MS = 1;

export const prove: Prove = async (options) => proveWith(readQuickAdd, RULES, options);

/** @param read what is held against the phrases; @param rules held against every line */
export async function proveWith(
  read: typeof readQuickAdd,
  rules: Readonly<Record<string, Rule>>,
  { seed, rounds, say }: Parameters<Prove>[0],
): ReturnType<Prove> {
  const { phrases, misread } = phrasesRead(read, say);
  say(`${phrases} phrases, ${misread} of them misread`);
  let broken = 0;
  for (const [name, rule] of Object.entries(rules)) {
    const found = findBreach(rule, seed, rounds ?? LINES);
    if (found) broken += 1;
    say(found ? `NOT: a line ${name}: ${found}` : `a line ${name}`);
  }
  const timing = timeKeystrokes(TYPED, rounds === null ? TIMED_RUNS : TIMED_RUNS_SHORT);
  const ms = (figure: number) => `${figure.toFixed(3)}ms`;
  return {
    figures: {
      phrases,
      misread,
      rules: Object.keys(rules).length,
      broken,
      linesPerRule: rounds ?? LINES,
      keystrokes: timing.keystrokes,
      cold: ms(timing.cold),
      p50: ms(timing.p50),
      p99: ms(timing.p99),
      worst: ms(timing.worst),
      suggestP99: ms(timing.suggestP99),
      seed,
    },
    holds: misread === 0 && broken === 0 && phrases >= 250 && timing.worst < LONGEST_MS,
  };
}

function phrasesRead(read: typeof readQuickAdd, say: (sentence: string) => void) {
  let phrases = 0;
  let misread = 0;
  for (const { name, context, phrases: table } of THEMES)
    for (const [line, ...expected] of table) {
      phrases += 1;
      const found = told(read(line, context), context);
      if (JSON.stringify(found) === JSON.stringify(expected)) continue;
      misread += 1;
      say(`${name}: ${JSON.stringify(line)} is ${found.join(' | ')}`);
    }
  return { phrases, misread };
}

/** @returns the smallest line that breaks the rule, in words; null when none was found */
function findBreach(rule: Rule, seed: number, numRuns: number): string | null {
  const drawn = contexts.chain((context) => fc.tuple(fc.constant(context), lines(context)));
  const outcome = fc.check(
    fc.property(drawn, ([context, line]: [QuickAddContext, string]) => {
      const wrong = rule(line, context);
      if (wrong !== null) throw new Error(wrong);
    }),
    { seed, numRuns },
  );
  if (!outcome.failed) return null;
  const reason = outcome.errorInstance instanceof Error ? outcome.errorInstance.message : '';
  const [, line] = outcome.counterexample?.[0] ?? [];
  return `${JSON.stringify(line)} (${reason})`;
}
