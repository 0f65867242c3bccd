// "2h until 3": which three o'clock, and when it began.
import { addDays, type Day } from '../../day.ts';
import { instantOf, wallClockAt } from '../../wall-clock.ts';
import { minuteOfDay } from './clock-time.ts';
import type { PickedTimes } from './pick-times.ts';
import {
  type ClockDoubt,
  DAY,
  EITHER_HALF,
  FUTURE,
  HALF_DAY,
  type SettledClock,
  settled,
} from './settled-clock.ts';
import type { ClockTime } from './time-find.ts';
import { clockText } from './time-words.ts';
import type { Today } from './today.ts';
import type { PlacedFind } from './zones.ts';

/** Work that would have begun before is rather of the afternoon. */
const MORNING = 7 * 60;

export function endingAt(
  find: PlacedFind,
  at: ClockTime | 'now',
  picked: PickedTimes,
  today: Today,
): SettledClock {
  const durationSeconds = picked.length?.meaning.seconds ?? null;
  const said = picked.day?.meaning.day ?? null;
  if (durationSeconds === null)
    return settled(
      { durationSeconds, startedAtMs: null, day: said ?? today.day },
      { doubts: [doubtAt(find, 'Until then, but since when?')] },
    );
  const { endMs, doubt } =
    at === 'now'
      ? { endMs: today.nowMs, doubt: null }
      : endOf(at, durationSeconds / 60, said, today);
  const startedAtMs = endMs - durationSeconds * 1000;
  const { day } = wallClockAt(startedAtMs, today.timeZone);
  const doubts = doubt ? [{ ...doubtAt(find, doubt.why), choices: doubt.choices }] : [];
  return settled({ durationSeconds, startedAtMs, day }, { doubts });
}

function doubtAt(find: PlacedFind, why: string): ClockDoubt {
  return { part: 'start', find, why, choices: [] };
}

interface End {
  readonly endMs: number;
  readonly doubt: Pick<ClockDoubt, 'why' | 'choices'> | null;
}

/** @param said the day it began on; without one, it ended today */
function endOf(at: ClockTime, minutes: number, said: Day | null, today: Today): End {
  const literal = minuteOfDay(at) % DAY;
  const msOf = (minute: number) => {
    const isNextDay = said !== null && minute - minutes < 0;
    return instantOf(said ?? today.day, minute + (isNextDay ? DAY : 0), today.timeZone);
  };
  const early = msOf(literal);
  if (literal === 0 && said === null && today.nowMs - early > HALF_DAY * 60_000)
    return { endMs: early, doubt: { why: FUTURE, choices: [lastMidnight(today)] } };
  const isNight = literal - minutes < MORNING;
  const late = msOf(literal + HALF_DAY);
  const isLateOver = !at.isCertain && at.hour < 12 && late <= today.nowMs;
  if (early > today.nowMs && !isLateOver)
    return { endMs: early, doubt: { why: FUTURE, choices: [] } };
  const isSure = at.isCertain || at.hour >= 12 || isNight === (isLateOver && isOf(today, said));
  const choices = [literal, literal + HALF_DAY].map((minute) => {
    const text = `until ${clockText(minute)}`;
    return { label: text, text };
  });
  const isLate = isLateOver && (isNight || isOf(today, said));
  return {
    endMs: isLate ? late : early,
    doubt: isSure ? null : { why: EITHER_HALF, choices },
  };
}

function isOf(today: Today, said: Day | null): boolean {
  return said === null || said === today.day;
}

function lastMidnight({ day }: Today) {
  const text = `${addDays(day, -1)} until 24:00`;
  return { label: text, text };
}
