// Everything in a line that may be about time, from left to right, the longest meaning first.
import { parseDuration } from '../../duration.ts';
import type { Word } from '../words.ts';
import { BEGAN, clockTime, TIME_OF_DAY, TIME_OF_DAY_GROUPS } from './clock-time.ts';
import { isDayInOrder } from './day-order.ts';
import { DAY_PATTERNS, inFigures } from './days.ts';
import { isLongAgo } from './doubtful.ts';
import { LENGTH, LENGTH_BETWEEN, secondsOf } from './lengths.ts';
import { NUMBER_WORD } from './number-words.ts';
import type { ClockTime, TimeFind, TimeMeaning } from './time-find.ts';
import type { Today } from './today.ts';

type Read = (match: RegExpExecArray, today: Today) => TimeMeaning | null;

/** A word ends here; a full stop or a bracket may follow it. */
const END = String.raw`(?=[.!?)\]]*[,;:]*(?:$|\s))`;
const UNTIL = String.raw`\s*(?:[-–—]|\b(?:to|till?|until)\b)\s*`;
/** In "since 2 hours" and "started 2 months ago" the two is no time of day. */
const NO_COUNT = '(?!\\s*(?:h(?:ou)?rs?|min(?:ute)?s?|days?|wks?|weeks?|months?|years?)\\b)';
const BRACKETS = new Set(['(', '[']);
const FIRST = 1;
const SECOND = FIRST + TIME_OF_DAY_GROUPS;

const SPOKEN: readonly (readonly [pattern: string, read: Read])[] = [
  [
    String.raw`(?:at\s+|from\s+)?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)`,
    ([, text = '']) => {
      const ms = Date.parse(text);
      return Number.isNaN(ms) ? null : { kind: 'instant', ms };
    },
  ],
  // Before ranges: 2026-11-12 is a day, and so is 12.11.2026.
  ...DAY_PATTERNS,
  [`(?:${BEGAN}\\s+)?(?:about\\s+)?(${LENGTH})\\s+ago`, ([, text = '']) => ago(text)],
  [
    `(?:in\\s+)?(?:the\\s+)?(?:last|past)\\s+(${LENGTH}|hour(?:\\s+and\\s+a\\s+half)?)`,
    ([, text = '']) => ago(text),
  ],
  [
    `since\\s+((?:\\d+|${NUMBER_WORD})\\s+(?:hours?|hrs?|min(?:ute)?s?))`,
    ([, text = '']) => ago(text),
  ],
  [`(?:for\\s+|~\\s*)?${LENGTH_BETWEEN}`, lengthBetween],
  // "1h until now" is a length, "9h until now" had better say "from".
  [`(?:(?:from|since|at)\\s+|(?!\\d+h\\b))${TIME_OF_DAY}${UNTIL}now`, since],
  [
    `(?:(from|since|between|at)\\s+|(?!\\d+h\\s))${TIME_OF_DAY}(?:${UNTIL}|\\s+and\\s+)${TIME_OF_DAY}`,
    range,
  ],
  [`${BEGAN}\\s+(?:at\\s+)?${TIME_OF_DAY}${NO_COUNT}`, since],
  [`(?:until|till?|up\\s+to|ending|ended)\\s+(?:at\\s+)?(?:(now)|${TIME_OF_DAY})`, end],
  [`(?:at|from)\\s+${TIME_OF_DAY}${NO_COUNT}`, start],
  [
    `(?:(?:for|spent|took|ca\\.?|approx\\.?)\\s+|~\\s*)?(${LENGTH})`,
    ([, text = '']) => ({ kind: 'length', seconds: secondsOf(text) }),
  ],
  [String.raw`(?:for\s+)?(\d{0,2}):([0-5]\d)(?:\s*h(?:rs?|ours?)?)?`, clockLength],
  [TIME_OF_DAY, halfOfTheDay],
  [String.raw`(?:for\s+)?(\d+(?:[.,]\d+)?|[.,]\d+)(\s+and\s+a\s+half)?`, bareNumber],
];

const PATTERNS: readonly (readonly [pattern: RegExp, read: Read])[] = SPOKEN.map(
  ([pattern, read]) => [new RegExp(`(?:${pattern})${END}`, 'iy'), read],
);

/** @returns the part of a find that belongs to a name, if there is one */
type NameWithin = (find: TimeFind, place: number) => Pick<TimeFind, 'from' | 'to'> | null;

/** Only where a plain word begins, so that a quoted text is never about time. */
export function findTimes(
  text: string,
  words: readonly Word[],
  today: Today,
  nameWithin: NameWithin,
): TimeFind[] {
  const finds: TimeFind[] = [];
  let end = 0;
  for (const [place, word] of words.entries()) {
    if (word.kind !== 'word' || word.sigil || word.from < end) continue;
    // Nothing about time begins otherwise; most words of a note are done with here.
    if (!/[\d.,:~¼½¾a-z([]/i.test(text[word.from] ?? '')) continue;
    const whole = findIn(text, word.from, today);
    if (!whole || cutsAQuote(whole, words, place)) continue;
    const name = nameWithin(whole, place);
    if (name !== null && name.from > whole.from) {
      // "2h" of "2h 21 grams"
      const before = findIn(text.slice(0, name.from), word.from, today);
      if (before) finds.push(before);
      end = (before ?? name).to;
    } else if (name !== null && isRestTime(whole, name.to, text, today)) {
      end = name.to;
    } else {
      finds.push(whole);
      end = whole.to;
    }
  }
  return finds;
}

/** "until now" after "phase 2" is, "h" is not. */
function isRestTime({ to }: TimeFind, from: number, text: string, today: Today): boolean {
  const rest = /\S/g;
  rest.lastIndex = from;
  const begins = rest.exec(text)?.index ?? to;
  return begins >= to || findIn(text, begins, today) !== null;
}

/** "(1h)" is a length too. */
function findIn(text: string, from: number, today: Today): TimeFind | null {
  const isBracket = BRACKETS.has(text[from] ?? '');
  const find = findAt(text, isBracket ? from + 1 : from, today);
  if (!find || !isBracket) return find;
  return { ...find, from, to: /[)\]]/.test(text[find.to] ?? '') ? find.to + 1 : find.to };
}

function findAt(text: string, from: number, today: Today): TimeFind | null {
  for (const [pattern, read] of PATTERNS) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    const meaning = match && read(match, today);
    if (meaning) return { from, to: from + match[0].length, text: match[0], meaning };
  }
  return null;
}

/** What is quoted or has a sign is no part of a time. */
function cutsAQuote({ to }: TimeFind, words: readonly Word[], place: number): boolean {
  for (let at = place; (words[at]?.from ?? to) < to; at += 1)
    if (words[at]?.kind === 'quoted' || words[at]?.sigil) return true;
  return false;
}

function ago(text: string): TimeMeaning | null {
  const seconds = secondsOf(text.replace(/^hour/i, '1 hour'));
  return seconds === null ? null : { kind: 'ago', seconds };
}

function since(match: RegExpExecArray): TimeMeaning | null {
  const at = clockTime(match.slice(FIRST, SECOND));
  return at && { kind: 'since', at };
}

function start(match: RegExpExecArray): TimeMeaning | null {
  const at = clockTime(match.slice(FIRST, SECOND));
  return at && { kind: 'start', at };
}

function end(match: RegExpExecArray): TimeMeaning | null {
  const at = match[1] ? 'now' : clockTime(match.slice(2));
  return at && { kind: 'end', at };
}

function range(match: RegExpExecArray, today: Today): TimeMeaning | null {
  const startAt = clockTime(match.slice(2, 2 + TIME_OF_DAY_GROUPS));
  const endAt = clockTime(match.slice(2 + TIME_OF_DAY_GROUPS));
  const dashed = /^(\d{1,2})-(\d{1,2})$/.exec(match[0]);
  const orDay = dashed ? inFigures(dashed[1], dashed[2], today) : null;
  const isYears = /^(?:19|20)\d\d\D+(?:19|20)\d\d$/.test(match[0]);
  // "at 9 and 10" and "2 and 3" are enumerations.
  const isListed = /\sand\s/i.test(match[0]) && match[1]?.toLowerCase() !== 'between';
  if (!startAt || !endAt || isYears || isListed || isLikelierADay(startAt, endAt, orDay !== null))
    return isYears || isListed ? null : orDay;
  const isPlain = /^\d{1,2}\s*(?:[-–—]|to|till?|until)\s*\d{1,2}$/i.test(match[0]);
  const isInOrder =
    dashed !== null && isDayInOrder(Number(dashed[1]), Number(dashed[2]), today.dateFormat);
  const day = isInOrder && orDay !== null && !isLongAgo(orDay, today) ? orDay : null;
  return { kind: 'range', start: startAt, end: endAt, isPlain, orDay: day };
}

/** "12-11": nobody works from twelve to eleven. Up to ten hours across noon, "9-5" is a range. */
function isLikelierADay(startAt: ClockTime, endAt: ClockTime, canBeADay: boolean): boolean {
  if (!canBeADay || startAt.hour < endAt.hour) return false;
  const turn = startAt.hour > 12 ? 24 : 12;
  const hours = (endAt.hour + turn - startAt.hour + 24) % 24;
  return hours > 10 || hours === 0;
}

function lengthBetween([, least = '', most = '', unit = '']: RegExpExecArray): TimeMeaning | null {
  const [from, to] = [secondsOf(`${least}${unit}`), secondsOf(`${most}${unit}`)];
  if (from === null || to === null || from >= to) return null;
  return { kind: 'length', seconds: null, either: [from, to] };
}

function clockLength([, hours = '', minutes = '']: RegExpExecArray): TimeMeaning {
  const at: ClockTime = {
    hour: Number(hours || 0),
    minute: Number(minutes),
    half: null,
    isCertain: Number(hours) > 12 || hours.startsWith('0'),
  };
  return { kind: 'clock-length', seconds: parseDuration(`${hours}:${minutes}`), at };
}

/** "9am", "noon": without the half of the day it would be a number. */
function halfOfTheDay(match: RegExpExecArray): TimeMeaning | null {
  const at = clockTime(match.slice(FIRST, SECOND));
  const isWord = match[SECOND - 1] !== undefined;
  return at && (at.half !== null || isWord) ? { kind: 'start', at } : null;
}

function bareNumber([whole, text = '', half]: RegExpExecArray): TimeMeaning | null {
  const value = Number(text.replace(',', '.')) + (half ? 0.5 : 0);
  const seconds = parseDuration(half ? `${value}h` : text);
  if (seconds === null) return null;
  if (/^for/i.test(whole)) return { kind: 'length', seconds };
  return { kind: 'number', seconds, isWhole: !half && /^\d+$/.test(text), value };
}
