// Lengths with a unit: 1.5h, 1,5h, 90m, 1h30, 1h30m, 2h 15min, half an hour.
import { parseDuration } from '../../duration.ts';
import { MONTH_NAME } from './days.ts';
import { inFigures, SPELLED } from './spelled.ts';

const NUMBER = String.raw`(?:\d+(?:[.,]\d+)?|[.,]\d+)`;
const HOURS = 'h(?:(?:ou)?rs?)?';
const MINUTES = 'm(?:in(?:ute)?s?)?';
const SECONDS = 's(?:ec(?:ond)?s?)?';
const MONTH_FOLLOWS = `\\s*(?:of\\s+)?(?:${MONTH_NAME})\\b`;
/** Apart from the hour, 12 may be a count of days or a time of day: "1h 12 days ago", "1h 12 pm". */
const OTHER_FOLLOWS = [
  '\\s*(?:days?|wks?|weeks?|months?|years?)\\b',
  '\\s*[dw]\\s+ago\\b',
  '(?<=0\\d|1[0-2])\\s*[ap]\\.?m\\b',
  '(?<=[01]\\d|2[0-4])\\s*(?:[-–—]|(?:to|till?|until)\\b)\\s*(?:\\d|noon|midnight|now)',
].join('|');
const BARE_MINUTES = `[0-5]\\d(?![\\d:.,-]|${MONTH_FOLLOWS})|\\s[0-5]\\d(?![\\d:.,-]|${MONTH_FOLLOWS}|${OTHER_FOLLOWS})`;

/** For building patterns; no groups. Every text it matches is for `secondsOf`. */
export const LENGTH = [
  SPELLED,
  `${NUMBER}\\s*${HOURS}(?:\\s*(?:and\\s+)?\\d+\\s*${MINUTES}(?:\\s*\\d+\\s*${SECONDS})?|\\s*\\d+\\s*${SECONDS}|${BARE_MINUTES})?`,
  `${NUMBER}\\s*${MINUTES}(?:\\s*\\d+\\s*${SECONDS})?`,
  `\\d+\\s*${SECONDS}`,
].join('|');

/** "10-15 min"; "9-11h" are hours of the clock. Three groups: both numbers and the unit. */
export const LENGTH_BETWEEN =
  '(\\d+(?:[.,]\\d+)?)\\s*(?:[-–—]|to|or)\\s*(\\d+(?:[.,]\\d+)?)(\\s*(?:h(?:ou)?rs?|min(?:ute)?s?|m)|\\s+h)';

const LONGEST_SECONDS = 24 * 3600;

/** @returns whole seconds, or null when it is none or longer than a day */
export function secondsOf(text: string): number | null {
  const typed = inFigures(text.trim().toLowerCase()).replace(/\band\s+/, '');
  const seconds = parseDuration(typed) ?? toTheSecond(typed);
  return seconds !== null && seconds > 0 && seconds <= LONGEST_SECONDS ? Math.round(seconds) : null;
}

const PARTS = new RegExp(
  `^(?:(${NUMBER})\\s*${HOURS})?\\s*(?:(${NUMBER})\\s*${MINUTES})?\\s*(?:(\\d+)\\s*${SECONDS})?$`,
);

function toTheSecond(typed: string): number | null {
  const match = PARTS.exec(typed);
  if (!match) return null;
  const [hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number(part?.replace(',', '.') ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
