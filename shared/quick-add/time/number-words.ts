// Numbers written out, as in "two hours", "forty-five minutes" and "three days ago".

const ONES = 'one two three four five six seven eight nine'.split(' ');
const TEENS =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** For building patterns; longer words first, so that "seventeen" is not cut short. */
export const NUMBER_WORD = [
  `(?:${TENS.join('|')})(?:[\\s-]+(?:${ONES.join('|')}))?`,
  ...TEENS,
  ...ONES,
  'an?',
].join('|');

const VALUES: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ...ONES.map((word, at) => [word, at + 1] as const),
  ...TEENS.map((word, at) => [word, at + 10] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
]);

/** @param words what `NUMBER_WORD` matches; anything else is not a number */
export function numberOfWord(words: string): number {
  return words
    .toLowerCase()
    .split(/[\s-]+/)
    .reduce((sum, word) => sum + (VALUES.get(word) ?? Number.NaN), 0);
}
