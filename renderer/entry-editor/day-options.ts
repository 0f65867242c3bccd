// The days one logs time for: today, yesterday, and two weeks back for those who catch up.
import { addDays, type Day } from '../../shared/day.ts';
import { formatDay } from '../../shared/day-words.ts';
import { englishLocale } from '../../shared/english-locale.ts';

const DAYS_BACK = 14;

export interface DayOption {
  readonly value: Day;
  readonly words: string;
}

/** @param own a day that must be among them, however long ago or still to come */
export function dayOptions(today: Day, own: Day = today): readonly DayOption[] {
  const days = Array.from({ length: DAYS_BACK }, (_, back) => addDays(today, -back));
  const all = days.includes(own) ? days : [...days, own].sort().reverse();
  return all.map((value) => ({ value, words: wordsOf(value, today) }));
}

function wordsOf(day: Day, today: Day): string {
  if (day === today) return 'Today';
  return day === addDays(today, -1) ? 'Yesterday' : formatDay(day, today, englishLocale());
}
