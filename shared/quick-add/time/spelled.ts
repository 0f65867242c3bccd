// Lengths with words and fractions in figures: "two and a half hours" is "2.5h".
import { NUMBER_WORD, numberOfWord } from './number-words.ts';

// For building patterns; none has groups.
const PART = `(?:(?:an?|one)\\s+)?(?:half|quarter)|three[\\s-]+quarters?`;
const AND_A_PART = '\\s+and\\s+(?:a\\s+(?:half|quarter)|three[\\s-]+quarters)';
const FRACTION = '[1-3]/[2-4]';
const OF_AN = '(?:(?:of\\s+)?an?\\s+)?';
const HOUR = 'h(?:ou)?rs?';
const HOUR_OR_H = 'h(?:(?:ou)?rs?)?';
const MINUTE = 'min(?:ute)?s?';
const COUNT = `(?:\\d+|${NUMBER_WORD})`;
/** Not "2h and a half day", nor "1h and a quarter of the tests". */
const NO_PART_OF_MORE = '(?!\\s+(?:of|days?|weeks?|dozen|hours?)\\b)';

/** "3/4 h" is no day. */
export const PART_OF_AN_HOUR = `${FRACTION}\\s*${OF_AN}h`;

export const SPELLED = [
  `(?:${PART})\\s+${OF_AN}${HOUR}`,
  `(?:\\d+\\s+)?${FRACTION}\\s*${OF_AN}${HOUR_OR_H}`,
  `(?:\\d+\\s*)?[¼½¾]\\s*${HOUR_OR_H}`,
  `${COUNT}${AND_A_PART}\\s+${HOUR_OR_H}`,
  `(?:\\d+\\s*h|${COUNT}\\s+${HOUR})${AND_A_PART}${NO_PART_OF_MORE}`,
  `${COUNT}\\s+${HOUR}\\s+(?:and\\s+)?${COUNT}\\s+${MINUTE}`,
  `(?:${NUMBER_WORD})\\s+(?:${HOUR}|${MINUTE})`,
].join('|');

const OF_AN_HOUR = new RegExp(`(?<=${PART}|${FRACTION})\\s*(?:of\\s+)?an?\\s+(?=h)`);
const PARTS = new RegExp(`\\b(?:${PART})\\b`);
const SIGNS: Readonly<Record<string, string>> = { '¼': ' 0.25', '½': ' 0.5', '¾': ' 0.75' };
const WORDS = new RegExp(`\\b(?:${NUMBER_WORD})\\b`, 'g');
const SUM = new RegExp(
  `^(\\d+)\\s*(?:${HOUR_OR_H})?\\s+(?:and\\s+)?(0\\.\\d+)\\s*(?:${HOUR_OR_H})?$`,
);

/** @param typed a length in lower case */
export function inFigures(typed: string): string {
  return typed
    .replace(OF_AN_HOUR, ' ')
    .replace(PARTS, (part) => (/^three/.test(part) ? '0.75' : /half$/.test(part) ? '0.5' : '0.25'))
    .replace(/[¼½¾]/, (sign) => SIGNS[sign] ?? sign)
    .replace(/(\d)\/(\d)/, (_, over: string, under: string) => `${Number(over) / Number(under)}`)
    .replace(WORDS, (words) => `${numberOfWord(words)}`)
    .trim()
    .replace(SUM, (_, whole: string, part: string) => `${Number(whole) + Number(part)}h`);
}
