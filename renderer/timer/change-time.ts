// A timer that runs has a start and nothing else of a time: no length, no end, no day of its own.
import { withChoice } from '../../shared/quick-add/complete.ts';
import { readQuickAdd } from '../../shared/quick-add/read-quick-add.ts';
import type {
  QuickAddContext,
  Reading,
  ReadingPart,
  UnclearPart,
} from '../../shared/quick-add/reading.ts';
import { shortDuration } from './timer-words.ts';

const OF_TIME: readonly ReadingPart[] = ['duration', 'range', 'start', 'day'];
const SINCE = 'Say when it began, such as “since 9” or “started 20m ago”.';

export function isOfTime({ part }: UnclearPart): boolean {
  return OF_TIME.includes(part);
}

/**
 * @returns what to ask about the time in a line, with the answers a timer can have; null where
 *   there is nothing to ask
 */
export function timeAsked(
  text: string,
  reading: Reading,
  context: QuickAddContext,
): UnclearPart | null {
  const doubt = reading.unclear.find(isOfTime);
  if (!doubt) return noTimers(text, reading);
  const choices = doubt.choices.filter((choice) => {
    const line = withChoice(text, doubt, choice);
    return noTimers(line, readQuickAdd(line, context)) === null;
  });
  return choices.length > 0 ? { ...doubt, choices } : (noTimers(text, reading) ?? doubt);
}

/** "clinic 9:10": as it is no length here, nothing is left to ask about. @returns the line so read */
export function onlyAnswer(
  text: string,
  { unclear }: Reading,
  question: UnclearPart,
  context: QuickAddContext,
): string | null {
  if (question.part !== 'duration' || !unclear.some(isOfLength)) return null;
  const lines = question.choices.map((choice) => withChoice(text, question, choice));
  const readings = lines.map((line) => readQuickAdd(line, context));
  const isOne = new Set(readings.map(({ startedAt }) => startedAt)).size === 1;
  const isClear = !readings.some((reading) => reading.unclear.some(isOfLength));
  return isOne && isClear ? (lines[0] ?? null) : null;
}

function isOfLength({ part }: UnclearPart): boolean {
  return part === 'duration';
}

function noTimers(text: string, reading: Reading): UnclearPart | null {
  const { spans, startedAt, durationSeconds, unclear } = reading;
  const length = spans.find(({ part }) => part === 'duration');
  if (length) {
    const { from, to } = length;
    const isSure = startedAt === null && durationSeconds !== null && unclear.length === 0;
    const choices = isSure ? insteadOfLength(text.slice(from, to), durationSeconds) : [];
    return { part: 'duration', why: 'A timer that runs has no length yet.', from, to, choices };
  }
  const end = spans.find(({ part }) => part === 'range');
  if (end) return { ...end, why: `A timer that runs has no end yet. ${SINCE}`, choices: [] };
  const day = spans.find(({ part }) => part === 'day');
  return day && startedAt === null ? { ...day, why: SINCE, choices: [] } : null;
}

function insteadOfLength(said: string, seconds: number): UnclearPart['choices'] {
  return [
    {
      label: `It began ${shortDuration(seconds)} ago`,
      text: `started ${Math.round(seconds / 60)}m ago`,
    },
    { label: 'Part of the note', text: `"${said}"` },
  ];
}
