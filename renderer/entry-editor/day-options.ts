// The days one logs time for: today, yesterday, and two weeks back for those who catch up.
import { addDays, type Day } from '../../shared/day.ts';
import { formatDay } from '../../shared/day-words.ts';
import { englishLocale } from '../../shared/english-locale.ts';

const DAYS_BACK = 14;

export interface DayOption {
  readonly value: Day;
  readonly words: string;
}

export function dayOptions(today: Day): readonly DayOption[] {
  return Array.from({ length: DAYS_BACK }, (_, back) => {
    const value = addDays(today, -back);
    const words =
      back === 0 ? 'Today' : back === 1 ? 'Yesterday' : formatDay(value, today, englishLocale());
    return { value, words };
  });
}
