// Days as people write them, all counted from today: yest, last fri, 3 days ago, 12 nov, 12/11.
import { addDays, type Day, daysBetween, startOfWeek, weekday } from '../../day.ts';
import { calendarDay, dayAndMonth } from './day-order.ts';
import { NUMBER_WORD, numberOfWord } from './number-words.ts';
import { PART_OF_AN_HOUR } from './spelled.ts';
import type { DayMeaning } from './time-find.ts';
import type { Today } from './today.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
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
    `(\\d{1,3}|${NUMBER_WORD})\\s*(d|days?|w|wks?|weeks?)\\s+ago`,
    ([, count = '', unit = ''], today) => {
      const number = /\d/.test(count) ? Number(count) : numberOfWord(count);
      return certain(addDays(today.day, -number * (unit.toLowerCase().startsWith('w') ? 7 : 1)));
    },
  ],
  [`(?:on\\s+)?(?:(last|next|this|past)\\s+)?(${WEEKDAY})`, namedWeekday],
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

function certain(day: Day): DayMeaning {
  return { kind: 'day', day, isPlain: false, doubt: null };
}

/** The latest before today. Whose name today bears is asked about: it may be today or a week ago. */
function namedWeekday(match: RegExpExecArray, today: Today): DayMeaning {
  const which = match[1]?.toLowerCase();
  const number = WEEKDAYS.indexOf((match[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  const back = (weekday(today.day) - number + 7) % 7;
  const latestDay = addDays(today.day, -back);
  const found = (day: Day, doubt: DayMeaning['doubt'] = null): DayMeaning => ({
    kind: 'day',
    day,
    isPlain: which === undefined,
    doubt,
  });
  if (which === 'next') return found(addDays(today.day, back === 0 ? 7 : 7 - back));
  if (which === 'this') {
    const start = startOfWeek(today.day, today.firstDayOfWeek);
    return found(addDays(start, (number - weekday(start) + 7) % 7));
  }
  if (back === 0 && which !== undefined) return found(addDays(today.day, -7));
  if (back === 0)
    return found(today.day, {
      why: 'That is what today is called, and the same day last week.',
      days: [today.day, addDays(today.day, -7)],
    });
  if (which === undefined || latestDay < startOfWeek(today.day, today.firstDayOfWeek))
    return found(latestDay);
  return found(latestDay, {
    why: 'There was one this week, and one last week.',
    days: [latestDay, addDays(latestDay, -7)],
  });
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
