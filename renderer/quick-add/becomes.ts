// What the day's total becomes with the entry being typed.
import type { Day } from '../../shared/day.ts';
import { secondsOn } from '../../shared/day-total.ts';
import type { Reading } from '../../shared/quick-add/reading.ts';
import type { TimeSlice } from '../../shared/snapshot.ts';
import { dayWords } from './reading-words.ts';

export interface Becomes {
  /** "today", "yesterday", "Thu 12 Nov". */
  readonly day: string;
  readonly beforeSeconds: number;
  /** Null while no length was typed. */
  readonly afterSeconds: number | null;
}

/** @returns null for a day whose entries are not all here, and while none was ever read */
export function becomes(reading: Reading, time: TimeSlice): Becomes | null {
  const day: Day = reading.day ?? time.today;
  const isKnown = time.refreshedAtMs !== null || time.entries.length > 0;
  if (!isKnown || day < time.from) return null;
  const beforeSeconds = secondsOn(time.entries, day);
  const added = reading.durationSeconds;
  return {
    day: dayWords(day, time.today),
    beforeSeconds,
    afterSeconds: added === null ? null : beforeSeconds + added,
  };
}
