// What the timer's lines in the icon's menu do: the same commands the page sends.
import { lastWork } from '../../shared/last-work.ts';
import type { Failed, Result } from '../../shared/result.ts';
import type { Work } from '../../shared/snapshot.ts';
import type { CommandDoor } from './bind-commands.ts';

type TimerItem = 'start-timer' | 'pause-timer' | 'resume-timer' | 'stop-timer';

const NOTHING_SAID: Work = {
  clientId: null,
  projectId: null,
  serviceId: null,
  billable: true,
  note: '',
};

/** @param tell a sentence for the person, where the menu's choice could not be done */
export function timerItems(
  door: () => Promise<CommandDoor>,
  tell: (sentence: string) => void,
): Readonly<Record<TimerItem, () => void>> {
  const item =
    (command: (handlers: CommandDoor['handlers']) => Result<unknown> | Promise<Result<unknown>>) =>
    async (): Promise<void> => {
      const { handlers, reportBug } = await door();
      try {
        const answer = await command(handlers);
        if (!answer.ok) tell(await sentence(answer));
      } catch (error) {
        reportBug(error);
      }
    };
  return {
    'start-timer': item(async (handlers) => {
      const snapshot = await handlers['snapshot.read'](undefined);
      if (!snapshot.ok) return snapshot;
      const last = lastWork(snapshot.value);
      const { clientId, projectId, serviceId, billable, note } = last ?? NOTHING_SAID;
      return handlers['timer.start']({
        clientId,
        projectId,
        serviceId,
        billable: last ? billable : null,
        note,
        startedAtMs: null,
      });
    }),
    'pause-timer': item((handlers) => handlers['timer.pause'](undefined)),
    'resume-timer': item((handlers) => handlers['timer.resume'](undefined)),
    'stop-timer': item((handlers) => handlers['timer.stop'](undefined)),
  };
}

/** Read when first needed: this file is on the way to the tray, and the words are many. */
async function sentence({ error }: Failed): Promise<string> {
  const { errorWords } = await import('../../shared/error-words.ts');
  const { happened, safe, next } = errorWords(error, 'here');
  return [happened, safe, next].filter(Boolean).join(' ');
}
