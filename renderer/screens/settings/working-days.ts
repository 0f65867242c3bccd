// The days of a week and the times of a day as the settings name them.
import { addDays, type Day } from '../../../shared/day.ts';
import { formatTimeOfDay, weekdayName } from '../../../shared/day-words.ts';
import { englishLocale } from '../../../shared/english-locale.ts';

/** A Monday; which one does not matter. */
const MONDAY = '2026-11-09' as Day;

export interface Weekday {
  /** As in ISO 8601: 1 is Monday. */
  readonly number: number;
  readonly name: string;
  readonly letters: string;
}

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7].map((number) => {
  const name = weekdayName(addDays(MONDAY, number - 1), englishLocale());
  return { number, name, letters: name.slice(0, 2) };
});

/** In the order of the week, each once. */
export function withDay(days: readonly number[], day: number, isIn: boolean): number[] {
  const others = days.filter((each) => each !== day);
  return (isIn ? [...others, day] : others).sort((one, other) => one - other);
}

/** "9:00 a.m." or "09:00", as the desktop writes it; the end of the day is its last midnight. */
export function startWords(minute: number): string {
  return minute === 24 * 60 ? 'midnight' : formatTimeOfDay(minute * 60_000, 'UTC');
}
