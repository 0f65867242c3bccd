// What Enter would send, or the sentence that says why it cannot be sent yet. Nothing is guessed:
// what is unclear is asked first.
import type { Day } from '../day.ts';
import type { CommandInput } from '../ipc.ts';
import type { Reading } from './reading.ts';

export type Sendable<Input> =
  | { readonly ok: true; readonly input: Input }
  /** `open` is what the person still has to say. */
  | {
      readonly ok: false;
      readonly open: 'length' | 'question' | 'timer';
      readonly why: string;
    };

/** @param today the business's own day: the day of a line that names none */
export function entryToLog(reading: Reading, today: Day): Sendable<CommandInput<'time.log'>> {
  const open = question(reading);
  if (open) return open;
  if (reading.durationSeconds === null) {
    return { ok: false, open: 'length', why: 'How long? Such as 1h30, 90m or 9-10:30.' };
  }
  return {
    ok: true,
    input: {
      ...workOf(reading),
      durationSeconds: reading.durationSeconds,
      day: reading.day ?? today,
      startedAtMs: startOf(reading),
    },
  };
}

export function timerToStart(reading: Reading, today: Day): Sendable<CommandInput<'timer.start'>> {
  const open = question(reading);
  if (open) return open;
  if (reading.spans.some(({ part }) => part === 'duration' || part === 'range')) {
    return {
      ok: false,
      open: 'timer',
      why: 'This has a length already: Enter logs it. Take the length out to start a timer.',
    };
  }
  // Begun before midnight, it is of yesterday without a day having been said.
  if (reading.day !== today && reading.spans.some(({ part }) => part === 'day')) {
    return { ok: false, open: 'timer', why: 'A timer runs now: take the day out to start one.' };
  }
  return { ok: true, input: { ...workOf(reading), startedAtMs: startOf(reading) } };
}

function question(reading: Reading): Extract<Sendable<never>, { ok: false }> | null {
  const [first] = reading.unclear;
  return first ? { ok: false, open: 'question', why: first.why } : null;
}

function workOf({ clientId, projectId, serviceId, billable, note }: Reading) {
  return { clientId, projectId, serviceId, billable, note: note ?? '' };
}

function startOf({ startedAt }: Reading): number | null {
  return startedAt === null ? null : Date.parse(startedAt);
}
