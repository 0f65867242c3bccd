// A reading as a line again, as plainly as it can be said.
import { addDays } from '../day.ts';
import { wallClockAt } from '../wall-clock.ts';
import { readQuickAdd } from './read-quick-add.ts';
import type { QuickAddContext, Reading } from './reading.ts';
import { clockText, instantText, lengthText } from './time/time-words.ts';
import { todayOf } from './time/today.ts';
import { unitTexts } from './unit-texts.ts';
import { quoted } from './who/saying.ts';

/**
 * Reading the line gives the same reading, apart from its spans and from what was unclear. It is
 * found by reading each way of saying it back, because names and notes may be anything.
 */
export function formatReading(reading: Reading, context: QuickAddContext): string {
  const times = timeTexts(reading, context);
  const exactTime = times.at(-1) ?? '';
  const exactNote = reading.note === null ? '' : quoted(reading.note);
  const first = (lines: Iterable<string>): string | null => {
    for (const line of lines) if (isRead(line, reading, context)) return line;
    return null;
  };
  const line = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  let fallback = '';
  for (const who of unitTexts(reading, context)) {
    fallback = line(who, exactTime, exactNote);
    if (!isRead(fallback, reading, context)) continue;
    const when = times.find((time) => isRead(line(who, time, exactNote), reading, context));
    const plainer = [line(who, when ?? exactTime, reading.note ?? '')];
    return first(plainer) ?? line(who, when ?? exactTime, exactNote);
  }
  return fallback;
}

/** The plainest first, the last to the second. */
function timeTexts(
  { durationSeconds, startedAt, day }: Reading,
  context: QuickAddContext,
): string[] {
  const today = todayOf(context);
  const onDay = (text: string) =>
    [day === null || day === today.day ? '' : day, text].filter((part) => part !== '').join(' ');
  const length = durationSeconds === null ? '' : lengthText(durationSeconds);
  if (startedAt === null) return [onDay(length)];
  const startMs = Date.parse(startedAt);
  const start = wallClockAt(startMs, context.timeZone);
  const exact = `at ${instantText(startMs)}${length && ` for ${length}`}`;
  if (durationSeconds === null) return [onDay(`at ${clockText(start.minuteOfDay)}`), exact];
  const end = wallClockAt(startMs + durationSeconds * 1000, context.timeZone);
  const isNextDay = end.day === addDays(start.day, 1);
  if (end.day !== start.day && !isNextDay) return [exact];
  const range = `${clockText(start.minuteOfDay)}-${clockText(end.minuteOfDay)}`;
  return [onDay(range), `${start.day} ${range}`, exact];
}

const VALUES = [
  'durationSeconds',
  'startedAt',
  'day',
  'clientId',
  'projectId',
  'serviceId',
  'billable',
  'note',
] as const;

const ABOUT_TIME = new Set(['duration', 'range', 'start', 'day']);

function isRead(line: string, reading: Reading, context: QuickAddContext): boolean {
  const read = readQuickAdd(line, context);
  if (!VALUES.every((value) => read[value] === reading[value])) return false;
  // A time to come stays one, whichever of its parts is marked.
  const mayBeDoubted = reading.unclear.some(({ part }) => ABOUT_TIME.has(part));
  return read.unclear.every(
    ({ part }) =>
      (mayBeDoubted && ABOUT_TIME.has(part)) || reading.unclear.some((one) => one.part === part),
  );
}
