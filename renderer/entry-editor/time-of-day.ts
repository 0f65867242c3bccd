// Times of day as people type them.

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2})|(\d{2}))?h?(am|pm|a|p)?$/;

/**
 * Reads `9`, `9:05`, `9.05`, `9h05`, `0905`, `9am`, `2:30 pm`, `2:30 p.m.`.
 * @returns minutes since midnight, 0 … 1439; null when it is no time of day
 */
export function parseTimeOfDay(text: string): number | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/([ap])\.?m\.?$/, '$1m');
  const match = CLOCK.exec(typed);
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? match[3] ?? '0');
  const half = match[4]?.[0];
  if (minutes > 59 || hours > (half ? 12 : 23) || (half && hours === 0)) return null;
  if (!half) return hours * 60 + minutes;
  return ((hours % 12) + (half === 'p' ? 12 : 0)) * 60 + minutes;
}

/** "2:30 pm", by a clock whose day has two halves. */
export function hasDayPeriod(text: string): boolean {
  return /[ap]/i.test(text);
}

/**
 * Where clocks have two halves, `1:30` may be in either; `13:30`, `01:30` and `1:30 am` may not.
 * @param isTwelveHours the clock in this place is such a one
 * @returns minutes since midnight, one or two; none when it is no time of day
 */
export function minutesMeant(text: string, isTwelveHours: boolean): readonly number[] {
  const minute = parseTimeOfDay(text);
  if (minute === null) return [];
  const isEither = minute >= 60 && minute < 13 * 60 && !/^\s*0|[ap]/i.test(text);
  if (!isTwelveHours || !isEither) return [minute];
  const inHalf = minute % (12 * 60);
  return [inHalf, inHalf + 12 * 60];
}
