// What may be time, or something else.
import { daysBetween } from '../../day.ts';
import { isNumbered } from './numbered.ts';
import type { Picked } from './pick-times.ts';
import type { DayMeaning } from './time-find.ts';
import type { Today } from './today.ts';
import type { PlacedFind } from './zones.ts';

/** "1:30" is a length and "14:30" may be; a long one is asked about, "8:00" is a day's work. */
const LONGEST_CLOCK_SECONDS = 8 * 3600;

export function isClockDoubtful({ meaning }: PlacedFind): boolean {
  return meaning.kind === 'clock-length' && (meaning.seconds ?? 0) > LONGEST_CLOCK_SECONDS;
}

/** What meets on a weekday is called after it: "monday standup". */
const OCCASIONS =
  /^(?:call|checkin|check-in|demo|deploy|launch|meeting|newsletter|planning|release|report|retro|review|session|standup|sync|update|workshop)s?$/;

export function isBeforeAnOccasion({ find, meaning }: Picked<DayMeaning>): boolean {
  return meaning.isPlain && find.after !== null && OCCASIONS.test(find.after);
}

/** "broken since 2019", at ten in the evening. */
export function isRatherAYear({ text }: PlacedFind): boolean {
  return /^(?:since|from|until|till?)\s+(?:19|20)[0-5]\d$/i.test(text);
}

/** Nobody logs "4/5 screens" in May half a year later, and "9-5 6h" is not of then. */
const SELDOM_LOGGED_DAYS = 42;

export function isRatherAFraction({ find, meaning }: Picked<DayMeaning>, today: Today): boolean {
  if (!/^\d{1,2}(?:[/-]\d{1,2}|\.\d{1,2}\.)$/.test(find.text)) return false;
  return isNumbered(find) || (isLongAgo(meaning, today) && find.isBesideNote);
}

export function isLongAgo({ day }: DayMeaning, today: Today): boolean {
  return daysBetween(day, today.day) > SELDOM_LOGGED_DAYS;
}
