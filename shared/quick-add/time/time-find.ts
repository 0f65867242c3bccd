// Something in the line that may be about time. Whether it is, its place in the line decides.
import type { Day } from '../../day.ts';

/** A time of day as it was typed. */
export interface ClockTime {
  /** 0…24 as typed: with a half of the day, 1…12. */
  readonly hour: number;
  readonly minute: number;
  readonly half: 'am' | 'pm' | null;
  /** "09", "13:00", "noon": nobody means the other half of the day. */
  readonly isCertain: boolean;
}

export type TimeMeaning =
  /**
   * `seconds` null: it looks like a length, but none that can be logged. `either`: "8-10 hours",
   * from so long to so long.
   */
  | {
      readonly kind: 'length';
      readonly seconds: number | null;
      readonly either?: readonly [number, number];
    }
  /** "1:30": a length, but written like a time of day. */
  | { readonly kind: 'clock-length'; readonly seconds: number | null; readonly at: ClockTime }
  /** A number without a unit. */
  | {
      readonly kind: 'number';
      readonly seconds: number;
      readonly value: number;
      readonly isWhole: boolean;
    }
  /** `isPlain`: "9-11", two numbers that might be something else. */
  | {
      readonly kind: 'range';
      readonly start: ClockTime;
      readonly end: ClockTime;
      readonly isPlain: boolean;
      /** What it is when it is no range, as in "12-11". */
      readonly orDay: DayMeaning | null;
    }
  | { readonly kind: 'since'; readonly at: ClockTime }
  /** It began so long ago. */
  | { readonly kind: 'ago'; readonly seconds: number }
  | { readonly kind: 'start'; readonly at: ClockTime }
  /** A start to the second, as formatting writes it where no clock can tell. */
  | { readonly kind: 'instant'; readonly ms: number }
  | { readonly kind: 'end'; readonly at: ClockTime | 'now' }
  | DayMeaning;

export interface DayMeaning {
  readonly kind: 'day';
  readonly day: Day;
  /** "monday" in the middle of a note is part of it, "yesterday" hardly. */
  readonly isPlain: boolean;
  /** Why it might be another day. */
  readonly doubt: { readonly why: string; readonly days: readonly Day[] } | null;
}

export interface TimeFind {
  /** UTF-16 offsets into the line. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly meaning: TimeMeaning;
}
