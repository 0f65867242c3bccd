// What the time away was, in one part or several, read as the quick-add line reads. The last part
// takes what is left, so that the parts always cover the whole.
import type { CommandInput } from '../../shared/ipc.ts';
import { readQuickAdd } from '../../shared/quick-add/read-quick-add.ts';
import type { QuickAddContext, Reading, ReadingPart } from '../../shared/quick-add/reading.ts';
import { timerName } from '../../shared/timer-name.ts';
import { shortDuration } from './timer-words.ts';

type Away = CommandInput<'timer.away'>;
type EntryPart = Extract<Away, { choice: 'entries' }>['parts'][number];

export interface AwayPart {
  /** Null while it is not known. */
  readonly seconds: number | null;
  /** What it was understood as, e.g. "Acme Labs · API rebuild". */
  readonly words: string;
  /** What keeps it from being saved, for the person. */
  readonly problem: string | null;
}

export interface AwayParts {
  readonly parts: readonly AwayPart[];
  /** Null while something is missing. */
  readonly entries: readonly EntryPart[] | null;
  /** The last part has a length of its own, and something is left after it. */
  readonly leftSeconds: number;
}

export const MOST_PARTS = 10;

/** Asked about elsewhere, or meaningless here: when it was is known. */
const NOT_ASKED: readonly ReadingPart[] = ['duration', 'range', 'start', 'day'];

/** @param gapSeconds whole seconds the parts must cover */
export function readParts(
  texts: readonly string[],
  gapSeconds: number,
  context: QuickAddContext,
): AwayParts {
  let left = gapSeconds;
  const read = texts.map((text, index) => {
    const reading = readQuickAdd(text, context);
    const isLast = index === texts.length - 1;
    const seconds = reading.durationSeconds ?? (isLast && left > 0 ? left : null);
    const fits = seconds !== null && seconds <= left;
    const problem = workProblem(reading) ?? lengthProblem(reading, fits, left);
    left -= seconds ?? 0;
    return { reading, seconds, problem };
  });
  const isComplete = left === 0 && read.every(({ problem }) => problem === null);
  return {
    parts: read.map(({ reading, seconds, problem }) => ({
      seconds,
      problem,
      words: workWords(reading, context),
    })),
    entries: isComplete ? read.map(({ reading, seconds }) => entryOf(reading, seconds ?? 0)) : null,
    leftSeconds: Math.max(0, left),
  };
}

function workProblem({ unclear, clientId, projectId, note }: Reading): string | null {
  const asked = unclear.find(({ part }) => !NOT_ASKED.includes(part));
  if (asked) return asked.why;
  return clientId === null && projectId === null && note === null ? 'Say what it was.' : null;
}

function lengthProblem(reading: Reading, fits: boolean, left: number): string | null {
  if (fits) return null;
  if (left <= 0) return 'Nothing is left for this part.';
  return reading.durationSeconds === null
    ? 'Say how long it was, for example 20m.'
    : `Only ${shortDuration(left)} are left.`;
}

function workWords(reading: Reading, context: QuickAddContext): string {
  const { projectId, clientId, serviceId, note } = reading;
  const service = context.services.find(({ id }) => id === serviceId)?.name;
  const isNamed = clientId !== null || projectId !== null;
  const name = isNamed ? timerName({ projectId, clientId, note: '' }, context) : '';
  return [name, service, note].filter(Boolean).join(' · ');
}

function entryOf(reading: Reading, durationSeconds: number): EntryPart {
  const { clientId, projectId, serviceId, billable, note } = reading;
  return { clientId, projectId, serviceId, billable, note: note ?? '', durationSeconds };
}
