// Times of day as people write them: 9, 9:15, 14.00, 9h30, 0930, 9am, 9.15 pm, noon.
import type { ClockTime } from './time-find.ts';

/** For building patterns; five groups: hour, minutes, both in four figures, half of the day, word. */
export const TIME_OF_DAY = String.raw`(?:(\d{1,2})(?:[:.](\d{2})(?!\d)|h(\d{2})?(?![\da-z]))?(?:\s?([ap])\.?m\b\.?|([ap])\b(?=\s|$|[-–—]))?|(\d{4})(?=\D|$)|(noon|midday|midnight))`;
export const TIME_OF_DAY_GROUPS = 7;

/** For building patterns; no groups. */
export const BEGAN = '(?:started|start|starting|began|beginning|since)';

const NOON: ClockTime = { hour: 12, minute: 0, half: null, isCertain: true };
const MIDNIGHT: ClockTime = { hour: 0, minute: 0, half: null, isCertain: true };

/**
 * @param groups what `TIME_OF_DAY` caught
 * @returns null when no clock shows it
 */
export function clockTime(groups: readonly (string | undefined)[]): ClockTime | null {
  const [hours, minutes, minutesAfterH, half, shortHalf, fourFigures, word] = groups;
  if (word) return word.toLowerCase() === 'midnight' ? MIDNIGHT : NOON;
  if (fourFigures)
    return checked({
      hour: Number(fourFigures.slice(0, 2)),
      minute: Number(fourFigures.slice(2)),
      half: null,
      isCertain: true,
    });
  const letter = (half ?? shortHalf)?.toLowerCase();
  return checked({
    hour: Number(hours),
    minute: Number(minutes ?? minutesAfterH ?? 0),
    half: letter === undefined ? null : letter === 'a' ? 'am' : 'pm',
    isCertain: letter !== undefined || Number(hours) > 12 || hours?.startsWith('0') === true,
  });
}

function checked(time: ClockTime): ClockTime | null {
  const { hour, minute, half } = time;
  if (minute > 59) return null;
  if (half !== null) return hour >= 1 && hour <= 12 ? time : null;
  return hour < 24 || (hour === 24 && minute === 0) ? time : null;
}

/** Minutes since midnight, taking what was typed by its word. */
export function minuteOfDay({ hour, minute, half }: ClockTime): number {
  const hours = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return hours * 60 + minute;
}
