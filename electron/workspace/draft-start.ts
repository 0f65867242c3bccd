// When an entry begins: as the person said, else as its day suggests. FreshBooks keeps whole seconds.
import type { TimeEntryDraft } from '../../shared/books.ts';
import { parseDay } from '../../shared/day.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { dayOf, localDateTime, startOfDay, timeOnDay } from '../../shared/zoned-day.ts';
import type { BusinessDay } from './business-day.ts';

type Timing = Pick<CommandInput<'time.log'>, 'day' | 'startedAtMs' | 'durationSeconds'>;

/** Where an entry of another day begins, when only its length was given. */
const USUAL_START_HOUR = 9;
/** A clock may be a little slow, and reading a line takes its moment. */
const AHEAD_MS = 60_000;

/**
 * A start given wins; work logged today has just ended. An entry that is changed keeps its time of
 * day.
 * @param before null for a new entry
 * @returns milliseconds since the epoch; null when the day is no date
 */
export function startOf(
  input: Timing,
  before: TimeEntryDraft | null,
  { today, timeZone }: BusinessDay,
  nowMs: number,
): number | null {
  const day = parseDay(input.day);
  if (day === null) return null;
  if (input.startedAtMs !== null) return wholeSeconds(input.startedAtMs);
  if (before) {
    if (dayOf(before.startedAtMs, timeZone) === day) return before.startedAtMs;
    const [hour, minute] = localDateTime(before.startedAtMs, timeZone).slice(11).split(':');
    return timeOnDay(day, timeZone, Number(hour), Number(minute));
  }
  if (day !== today) return timeOnDay(day, timeZone, USUAL_START_HOUR);
  const justEnded = nowMs - input.durationSeconds * 1000;
  return wholeSeconds(Math.max(justEnded, startOfDay(today, timeZone)));
}

/** @returns what is wrong with the time, by field; empty when nothing is */
export function startRefusals(
  input: Timing,
  before: TimeEntryDraft | null,
  startedAtMs: number | null,
  { today, timeZone }: BusinessDay,
  nowMs: number,
): Record<string, string> {
  if (startedAtMs === null) return { day: 'is not a date' };
  const { durationSeconds } = input;
  if (before?.startedAtMs === startedAtMs && before.durationSeconds === durationSeconds) return {};
  if (input.day > today) return { day: 'lies in the future' };
  if (input.startedAtMs === null && before === null) return {};
  if (dayOf(startedAtMs, timeZone) !== input.day) return { start: 'is not on that day' };
  // A timer rounded up may have ended ahead of now; it can be made shorter all the same.
  const latestMs = Math.max(nowMs + AHEAD_MS, before ? endOf(before) : 0);
  const isAhead = endOf({ startedAtMs, durationSeconds }) > latestMs;
  // Made longer than its day is old, as a new one of which only the length was said may be.
  const isFromMidnight = before !== null && startedAtMs === startOfDay(today, timeZone);
  return isAhead && !isFromMidnight ? { start: 'makes it end in the future' } : {};
}

function endOf({
  startedAtMs,
  durationSeconds,
}: Pick<TimeEntryDraft, 'startedAtMs' | 'durationSeconds'>): number {
  return startedAtMs + durationSeconds * 1000;
}

function wholeSeconds(instantMs: number): number {
  return Math.floor(instantMs / 1000) * 1000;
}
