// What a clock tells of a line, and what it leaves in doubt.
import type { Day } from '../../day.ts';
import type { ReadingPart, UnclearPart } from '../reading.ts';
import type { PlacedFind } from './zones.ts';

export interface ClockDoubt {
  readonly part: ReadingPart;
  readonly find: PlacedFind;
  readonly why: string;
  readonly choices: UnclearPart['choices'];
}

export interface SettledClock {
  readonly durationSeconds: number | null;
  readonly startedAtMs: number | null;
  readonly day: Day;
  /** A range and a length were said that differ. */
  readonly isLengthAtOdds: boolean;
  readonly doubts: readonly ClockDoubt[];
}

/** In minutes. */
export const HALF_DAY = 12 * 60;
export const DAY = 24 * 60;
export const FUTURE = 'That is yet to come.';
export const EITHER_HALF = 'That may be in the morning or in the afternoon.';

export function settled(
  core: Pick<SettledClock, 'durationSeconds' | 'startedAtMs' | 'day'>,
  rest: Partial<Pick<SettledClock, 'isLengthAtOdds' | 'doubts'>> = {},
): SettledClock {
  return { isLengthAtOdds: false, doubts: [], ...core, ...rest };
}
