// A due date as a person would say it: colour never carries the meaning alone.
import { type Day, daysBetween } from './day.ts';
import { formatDay, weekdayName } from './day-words.ts';
import { englishLocale } from './english-locale.ts';

export type DueUrgency = 'overdue' | 'soon' | 'later' | 'none';

export interface DueWords {
  readonly words: string;
  readonly urgency: DueUrgency;
}

/**
 * @param due null when the invoice carries no due date
 * @param today the business's own day
 * @param locale decides the order of day and month; the words are English
 */
export function dueWords(due: Day | null, today: Day, locale?: string): DueWords {
  if (due === null) return { words: 'no due date', urgency: 'none' };
  const days = daysBetween(today, due);
  if (days < -1) return { words: `${-days} days overdue`, urgency: 'overdue' };
  if (days === -1) return { words: '1 day overdue', urgency: 'overdue' };
  if (days === 0) return { words: 'due today', urgency: 'soon' };
  if (days === 1) return { words: 'due tomorrow', urgency: 'soon' };
  if (days <= 6)
    return { words: `due ${weekdayName(due, englishLocale(locale))}`, urgency: 'soon' };
  if (days <= 30) return { words: `due in ${days} days`, urgency: 'later' };
  return { words: `due ${formatDay(due, today, englishLocale(locale))}`, urgency: 'later' };
}
