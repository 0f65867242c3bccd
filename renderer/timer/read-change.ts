// What a line makes of the timer that runs: who it is for, what is noted, when it began. It is read
// as the quick-add line is; only what was named changes, and what is unclear is asked.
import type { CommandInput } from '../../shared/ipc.ts';
import { withChoice } from '../../shared/quick-add/complete.ts';
import { readQuickAdd } from '../../shared/quick-add/read-quick-add.ts';
import type { QuickAddContext } from '../../shared/quick-add/reading.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { isOfTime, onlyAnswer, timeAsked } from './change-time.ts';
import { workNamed } from './change-work.ts';
import { readStart } from './read-start.ts';

export type TimerChange = CommandInput<'timer.change'>;

export type ReadChange =
  | { readonly ok: true; readonly change: TimerChange }
  | {
      readonly ok: false;
      readonly why: string;
      /** What the line becomes by each answer. */
      readonly choices: readonly { readonly label: string; readonly line: string }[];
    };

/** @returns null for an empty line */
export function readChange(
  text: string,
  timer: RunningTimer,
  context: QuickAddContext,
): ReadChange | null {
  if (text.trim() === '') return null;
  const startedAtMs = readStart(text, context);
  if (startedAtMs === 'ahead') return asked('This is no time it could have begun at.');
  if (startedAtMs !== null) return { ok: true, change: { startedAtMs } };
  return readLine(text, timer, context);
}

function readLine(text: string, timer: RunningTimer, context: QuickAddContext): ReadChange {
  const before = placeOfService(text, timer, context);
  const line = before + text;
  const reading = readQuickAdd(line, context);
  const question =
    reading.unclear.find((part) => !isOfTime(part)) ?? timeAsked(line, reading, context);
  if (question) {
    const clear = onlyAnswer(line, reading, question, context);
    if (clear !== null) return readLine(clear.slice(before.length), timer, context);
    const choices = question.choices.map((choice) => ({
      label: choice.label,
      line: withChoice(line, question, choice).slice(before.length),
    }));
    return asked(question.why, choices);
  }
  const { startedAt, billable, note, spans } = reading;
  const change: TimerChange = {
    ...(startedAt === null ? {} : { startedAtMs: Date.parse(startedAt) }),
    ...workNamed(reading, timer, context),
    ...(spans.some(({ part }) => part === 'billable') && billable !== null ? { billable } : {}),
    ...(note === null ? {} : { note }),
  };
  const isNone = Object.keys(change).length === 0;
  return isNone ? asked('This changes nothing.') : { ok: true, change };
}

/** A service alone is one of the timer's own project, so the line is read with that in front. */
function placeOfService(text: string, { projectId }: RunningTimer, context: QuickAddContext) {
  const named = new Set(readQuickAdd(text, context).spans.map(({ part }) => part));
  const isAlone = named.has('service') && !named.has('project') && !named.has('client');
  const isKnown = context.projects.some(({ id }) => id === projectId);
  return isAlone && isKnown ? `@project=${projectId} ` : '';
}

function asked(
  why: string,
  choices: Extract<ReadChange, { ok: false }>['choices'] = [],
): ReadChange {
  return { ok: false, why, choices };
}
