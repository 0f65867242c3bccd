// Small numbers written out, as in "two hours" and "three days ago".

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
};

/** For building patterns; longer words first, so that "an" is not cut short. */
export const NUMBER_WORD = Object.keys(NUMBERS)
  .sort((a, b) => b.length - a.length)
  .join('|');

export function numberOfWord(word: string): number {
  return NUMBERS[word.toLowerCase()] ?? Number.NaN;
}
