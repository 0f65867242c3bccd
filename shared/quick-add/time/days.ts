// Days as people write them, all counted from today: yest, last fri, 3 days ago, 12 nov, 12/11.
import { addDays, daysBetween } from '../../day.ts';
import { BEGAN } from './clock-time.ts';
import { calendarDay, certain, dayAndMonth, isDayInOrder } from './day-order.ts';
import { NUMBER_WORD, numberOfWord } from './number-words.ts';
import { PART_OF_AN_HOUR } from './spelled.ts';
import type { DayMeaning } from './time-find.ts';
import type { Today } from './today.ts';
import { beforeLast, inLastWeek, namedWeekday, WEEKDAY } from './weekdays.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** For building patterns; no groups of its own. */
export const MONTH_NAME =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH = `(${MONTH_NAME})`;
const NTH = '(?:st|nd|rd|th)';
const YEAR = '(?:19|20)\\d\\d';

/** A day and month without a year lies behind us; this far behind, next week's may be meant. */
const LONG_AGO_DAYS = 334;

type Reader = (match: RegExpExecArray, today: Today) => DayMeaning | null;

/** In the order they are tried. The patterns are for the place where a word begins. */
export const DAY_PATTERNS: readonly (readonly [pattern: string, read: Reader])[] = [
  [
    '(?:(?:the\\s+)?day\\s+before\\s+yest(?:erday)?)',
    (_, today) => certain(addDays(today.day, -2)),
  ],
  [
    '(?:on\\s+)?(?:today|tod)|tonight|this\\s+(?:morning|afternoon|evening)',
    (_, today) => certain(today.day),
  ],
  ['last\\s+night', (_, today) => certain(addDays(today.day, -1))],
  [
    '(?:yesterday|yest|yday|ystday|yestarday|yesteday|yesterdy|yesterda|yersterday|yetserday|yesterady)(?:\\s+(?:morning|afternoon|evening))?',
    (_, today) => certain(addDays(today.day, -1)),
  ],
  ['(?:tomorrow|tomorow|tmrw|tmw)', (_, today) => certain(addDays(today.day, 1))],
  [
    `(${BEGAN}\\s+)?(\\d{1,3}|${NUMBER_WORD})\\s*(d|days?|w|wks?|weeks?)\\s+ago`,
    ([, began, count = '', unit = ''], today) => {
      const number = /\d/.test(count) ? Number(count) : numberOfWord(count);
      const back = -number * (unit.toLowerCase().startsWith('w') ? 7 : 1);
      return { ...certain(addDays(today.day, back)), isPlain: began !== undefined };
    },
  ],
  [`(?:on\\s+)?(${WEEKDAY})\\s+(?:of\\s+)?last\\s+week`, inLastWeek],
  [`last\\s+week\\s+(?:on\\s+)?(${WEEKDAY})`, inLastWeek],
  [`(?:on\\s+)?(?:the\\s+)?(${WEEKDAY})\\s+before\\s+last`, beforeLast],
  [`(?:on\\s+)?(?:(last|next|this|past)\\s+)?(${WEEKDAY})`, namedWeekday],
  [
    '(?:at|from|since)\\s+(\\d{1,2})\\.(\\d{1,2})\\.',
    ([, first, second], today) => dayOrClock(Number(first), Number(second), today),
  ],
  [`(?:on\\s+)?(${YEAR})([-/.])(\\d{1,2})\\2(\\d{1,2})`, ([, y, , m, d]) => onDate(y, m, d)],
  [
    `(\\d{1,2})([-/.])(\\d{1,2})\\2(${YEAR}|\\d\\d)`,
    ([, first, , second, year = ''], today) => {
      const read = dayAndMonth(Number(first), Number(second), today.dateFormat);
      return read && onDate(year.length === 2 ? `20${year}` : year, read.month, read.day);
    },
  ],
  [
    `(?!24/7\\b|${PART_OF_AN_HOUR})(\\d{1,2})(?:\\.(\\d{1,2})\\.|/(\\d{1,2}))`,
    ([, a, b, c], today) => inFigures(a, b ?? c, today),
  ],
  [
    `(?:on\\s+)?(\\d{1,2})(?:${NTH}|\\.)?\\s*${MONTH}\\.?\\s+'?(\\d\\d)(?!\\s*(?:[hm:–—-]|to\\b|till?\\b|until\\b))`,
    ([, day, month = '', year = ''], today) => inShortYear(day, month, Number(year), today),
  ],
  [
    `(?:on\\s+)?(?:the\\s+)?(\\d{1,2})(?:${NTH}|\\.)?\\s*(?:of\\s+)?${MONTH}\\.?(?:,?\\s+(${YEAR}))?`,
    ([, day, month = '', year], today) => inWords(day, month, year, today),
  ],
  [
    `(?:on\\s+)?${MONTH}\\.?\\s*(\\d{1,2})${NTH}?(?![:.h]\\d)(?:,?\\s+(${YEAR}))?`,
    ([, month = '', day, year], today) => inWords(day, month, year, today),
  ],
  [
    `on\\s+the\\s+(\\d{1,2})${NTH}`,
    ([, number], today) => {
      const [year = 0, month = 1] = today.day.split('-').map(Number);
      const here = calendarDay(year, month, Number(number));
      const before = calendarDay(
        month === 1 ? year - 1 : year,
        month === 1 ? 12 : month - 1,
        Number(number),
      );
      const day = here && here <= today.day ? here : before;
      return day && certain(day);
    },
  ],
];

/** "12-11" where it is no range. */
export function inFigures(
  first: string | undefined,
  second: string | undefined,
  today: Today,
): DayMeaning | null {
  const read = dayAndMonth(Number(first), Number(second), today.dateFormat);
  return read && latest(read.month, read.day, today);
}

/** "2 nov 25" may be of last year, or take 25 minutes. */
function inShortYear(
  day: string | undefined,
  month: string,
  shortYear: number,
  today: Today,
): DayMeaning | null {
  const found = inWords(day, month, `${2000 + shortYear}`, today);
  const age = Number(today.day.slice(2, 4)) - shortYear;
  const near = inWords(day, month, undefined, today);
  if (!found || !near || (age !== 0 && age !== 1)) return null;
  if (age === 0) return found;
  return { ...found, doubt: { why: 'That may be the year.', days: [found.day, near.day] } };
}

/** "from 10.11." */
function dayOrClock(first: number, second: number, today: Today): DayMeaning | null {
  const found = isDayInOrder(first, second, today.dateFormat)
    ? inFigures(`${first}`, `${second}`, today)
    : null;
  if (!found) return null;
  const why = 'That may be a day, or a time of day.';
  return { ...found, isPlain: true, doubt: { why, days: [found.day] } };
}

function onDate(
  year: string | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
): DayMeaning | null {
  const found = calendarDay(Number(year), Number(month), Number(day));
  return found && certain(found);
}

function inWords(
  day: string | undefined,
  month: string,
  year: string | undefined,
  today: Today,
): DayMeaning | null {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return year ? onDate(year, number, day) : latest(number, Number(day), today);
}

/** Without a year it is the latest that is not to come. */
function latest(month: number, day: number, today: Today): DayMeaning | null {
  const year = Number(today.day.slice(0, 4));
  // Eight years reach a 29 February from anywhere.
  for (let back = 0; back <= 8; back += 1) {
    const found = calendarDay(year - back, month, day);
    if (!found || found > today.day) continue;
    const coming = calendarDay(year - back + 1, month, day);
    if (daysBetween(found, today.day) <= LONG_AGO_DAYS) return certain(found);
    const days = coming ? [found, coming] : [found];
    return {
      ...certain(found),
      doubt: { why: 'Without a year, that was almost a year ago or longer.', days },
    };
  }
  return null;
}
