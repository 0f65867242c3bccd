// Lengths with a unit or a colon: 1.5h, 1,5h, 90m, 1h30, 1h30m, 1:30, :45, 2h 15min, half an hour.
import { parseDuration } from '../../duration.ts';
import { MONTH_NAME } from './days.ts';
import { NUMBER_WORD, numberOfWord } from './number-words.ts';

const NUMBER = String.raw`(?:\d+(?:[.,]\d+)?|[.,]\d+)`;
const HOURS = 'h(?:(?:ou)?rs?)?';
const MINUTES = 'm(?:in(?:ute)?s?)?';
const SECONDS = 's(?:ec(?:ond)?s?)?';
/** In "1h 12 nov" the twelve is a day. */
const BARE_MINUTES = `\\s?[0-5]\\d(?![\\d:.,-]|\\s*(?:of\\s+)?(?:${MONTH_NAME})\\b)`;

/** For building patterns; no groups. Every text it matches is for `secondsOf`. */
export const LENGTH = [
  `half\\s+(?:an?\\s+)?hour`,
  `(?:a\\s+)?quarter\\s+(?:of\\s+an\\s+)?hour`,
  `(?:an?|one)\\s+hour\\s+and\\s+a\\s+half`,
  `(?:\\d+|${NUMBER_WORD})\\s+and\\s+a\\s+half\\s+${HOURS}`,
  `[1-3]/[2-4]\\s*${HOURS}`,
  `(?:${NUMBER_WORD})\\s+(?:hours?|hrs?|minutes?|mins?)`,
  `\\d*[¼½¾]\\s*${HOURS}`,
  `${NUMBER}\\s*${HOURS}(?:\\s*(?:and\\s+)?\\d+\\s*${MINUTES}(?:\\s*\\d+\\s*${SECONDS})?|\\s*\\d+\\s*${SECONDS}|${BARE_MINUTES})?`,
  `${NUMBER}\\s*${MINUTES}(?:\\s*\\d+\\s*${SECONDS})?`,
  `\\d+\\s*${SECONDS}`,
].join('|');

const LONGEST_SECONDS = 24 * 3600;
const FRACTIONS: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };

/** @returns whole seconds, or null when it is none or longer than a day */
export function secondsOf(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const seconds =
    parseDuration(typed.replace(/\band\s+/, '')) ?? spelled(typed) ?? toTheSecond(typed);
  return seconds !== null && seconds > 0 && seconds <= LONGEST_SECONDS ? Math.round(seconds) : null;
}

function spelled(typed: string): number | null {
  if (/^half/.test(typed)) return 1800;
  if (/quarter/.test(typed)) return 900;
  const [, whole] = /^([\w-]+)\s.*and a half/.exec(typed.replace(/\s+/g, ' ')) ?? [];
  if (whole) return (/\d/.test(whole) ? Number(whole) : numberOfWord(whole)) * 3600 + 1800;
  const part = /^(\d)\/(\d)/.exec(typed);
  if (part) return (Number(part[1]) / Number(part[2])) * 3600;
  const fraction = /^(\d*)([¼½¾])/.exec(typed);
  if (fraction) return (Number(fraction[1] || 0) + (FRACTIONS[fraction[2] ?? ''] ?? 0)) * 3600;
  const [word = '', unit = ''] = typed.split(/\s+/);
  const number = numberOfWord(word);
  return Number.isNaN(number) ? null : number * (unit.startsWith('h') ? 3600 : 60);
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
