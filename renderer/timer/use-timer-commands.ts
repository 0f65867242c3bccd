// Everything the bar can have done, with one place for what went wrong.
import type { TraybooksError } from '../../shared/errors.ts';
import { lastWork } from '../../shared/last-work.ts';
import { useCommand } from '../snapshot/use-command.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import type { TimerChange } from './read-change.ts';

export interface TimerCommands {
  /** On what was worked on last. */
  readonly start: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
  readonly discard: () => void;
  /** What is left out stays. @returns whether it was stored */
  readonly change: (change: TimerChange) => Promise<boolean>;
  readonly overnightSeen: () => void;
  /** Why the last one failed. */
  readonly error: TraybooksError | null;
  readonly forget: () => void;
}

export function useTimerCommands(): TimerCommands {
  const time = useSlice('time');
  const start = useCommand('timer.start');
  const pause = useCommand('timer.pause');
  const resume = useCommand('timer.resume');
  const stop = useCommand('timer.stop');
  const discard = useCommand('timer.discard');
  const change = useCommand('timer.change');
  const seen = useCommand('timer.overnight-seen');
  const failed = [start, pause, resume, stop, discard, change, seen].find(({ error }) => error);
  return {
    start() {
      const last = lastWork({ time });
      void start.send({
        clientId: last?.clientId ?? null,
        projectId: last?.projectId ?? null,
        serviceId: last?.serviceId ?? null,
        billable: last?.billable ?? null,
        note: last?.note ?? '',
        startedAtMs: null,
      });
    },
    pause: () => void pause.send(),
    resume: () => void resume.send(),
    stop: () => void stop.send(),
    discard: () => void discard.send(),
    change: async (wanted) => (await change.send(wanted))?.ok === true,
    overnightSeen: () => void seen.send(),
    error: failed?.error ?? null,
    forget: () => failed?.forget(),
  };
}
