// What the time away was, in one part or several, read as the quick-add line reads. The last part
// takes what is left, unless it says how long it was: what is in no part then is dropped.
import type { CommandInput } from '../../shared/ipc.ts';
import { readQuickAdd } from '../../shared/quick-add/read-quick-add.ts';
import type {
  QuickAddContext,
  Reading,
  ReadingPart,
  UnclearPart,
} from '../../shared/quick-add/reading.ts';
import { LONGEST_SECONDS } from '../../shared/quick-add/time/settle-times.ts';
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
  /** In no part, since the last one has a length of its own. */
  readonly leftSeconds: number;
}

export const MOST_PARTS = 10;

/** Asked about elsewhere, or meaningless here: when it was is known. */
const NOT_ASKED: readonly ReadingPart[] = ['duration', 'range', 'start', 'day'];

/** @param gapSeconds whole seconds there are for the parts */
export function readParts(
  texts: readonly string[],
  gapSeconds: number,
  context: QuickAddContext,
): AwayParts {
  let left = gapSeconds;
  const read = texts.map((text, index) => {
    const reading = readQuickAdd(text, context);
    const isLast = index === texts.length - 1;
    const takesRest = isLast && left > 0 && lengthDoubt(reading) === undefined;
    const seconds = reading.durationSeconds ?? (takesRest ? left : null);
    const problem = workProblem(reading) ?? lengthProblem(reading, seconds, left);
    left -= seconds ?? 0;
    return { reading, seconds, problem };
  });
  const isComplete = read.every(({ problem }) => problem === null);
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

function lengthProblem(reading: Reading, seconds: number | null, left: number): string | null {
  if (left <= 0) return 'Nothing is left for this part.';
  if (seconds === null) return lengthDoubt(reading)?.why ?? 'Say how long it was, for example 20m.';
  if (seconds > left) return `Only ${shortDuration(left)} are left.`;
  return seconds > LONGEST_SECONDS ? 'Say how long it was: an entry is a day at most.' : null;
}

/** Something was said about its length that makes none, such as "30h". */
function lengthDoubt({ durationSeconds, unclear }: Reading): UnclearPart | undefined {
  if (durationSeconds !== null) return undefined;
  return unclear.find(({ part }) => part === 'duration');
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
