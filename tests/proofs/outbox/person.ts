// The person in front of the app: logs, changes, deletes and takes back, and reads what it says to
// that. Each act is announced before it is tried, since a kill may keep the answer for itself.
import type { CommandHandlers } from '../../../electron/ipc/answer-command.ts';
import type { Workspace } from '../../../electron/workspace/workspace.ts';
import { addDays, type Day } from '../../../shared/day.ts';
import type { CommandInput } from '../../../shared/ipc.ts';
import type { Result } from '../../../shared/result.ts';
import type { Act, Report, Said, Target, Undoes } from './messages.ts';
import type { Steps } from './steps.ts';

type PersonalAct = Extract<Act, { readonly id: number }>;

export class Person {
  private readonly keys = new Map<number, Promise<string | null>>();
  private readonly unheard: Promise<unknown>[] = [];

  constructor(
    private readonly workspace: Workspace,
    private readonly handlers: CommandHandlers,
    private readonly steps: Steps,
    private readonly say: (report: Report) => void,
  ) {}

  /** Nobody waits for the answer to one entry before typing the next. */
  async does(act: PersonalAct): Promise<void> {
    switch (act.act) {
      case 'log': {
        const key = this.logs(act.id, act.said);
        this.keys.set(act.id, key);
        this.unheard.push(key);
        return;
      }
      case 'change': {
        const key = await this.keyOf(act.entry);
        if (key === null) return;
        const day = this.dayOf(act.said);
        await this.tries(act.id, { undoes: null, day }, () =>
          this.handlers['time.change']({ ...input(act.said, day), key }),
        );
        return;
      }
      case 'delete': {
        const key = await this.keyOf(act.entry);
        if (key === null) return;
        await this.tries(act.id, { undoes: null, day: null }, () =>
          this.handlers['time.delete']({ key }),
        );
        return;
      }
      case 'undo': {
        // The person reads what can be taken back, so what was logged before has been answered.
        await this.heard();
        const { undo } = this.workspace.snapshot().outbox;
        if (undo?.what !== 'added' && undo?.what !== 'deleted') return;
        const undoes = { what: undo.what, key: undo.key };
        await this.tries(act.id, { undoes, day: null }, () =>
          this.handlers['time.undo']({ id: undo.id }),
        );
      }
    }
  }

  /** Settles once everything was answered. */
  async heard(): Promise<void> {
    await Promise.all(this.unheard);
  }

  private async logs(id: number, said: Said): Promise<string | null> {
    const day = this.dayOf(said);
    const answer = await this.tries(id, { undoes: null, day }, () =>
      this.handlers['time.log'](input(said, day)),
    );
    return answer.ok && answer.value ? answer.value.key : null;
  }

  private async tries<T extends { readonly key: string } | undefined>(
    id: number,
    about: { readonly undoes: Undoes | null; readonly day: Day | null },
    work: () => Result<T> | Promise<Result<T>>,
  ): Promise<Result<T>> {
    this.say({ said: 'trying', id, ...about });
    const answer = await work();
    this.steps.step('before the person is told');
    const key = answer.ok && answer.value ? answer.value.key : null;
    this.say({ said: 'answered', id, error: answer.ok ? null : answer.error.code, key });
    this.steps.step('after the person is told');
    return answer;
  }

  private async keyOf({ of, key }: Target): Promise<string | null> {
    return (await this.keys.get(of)) ?? key;
  }

  private dayOf({ daysAgo }: Said): Day {
    return addDays(this.workspace.snapshot().time.today, -daysAgo);
  }
}

function input(said: Said, day: Day): CommandInput<'time.log'> {
  const { note, durationSeconds, projectId, serviceId } = said;
  return {
    note,
    durationSeconds,
    projectId,
    serviceId,
    clientId: null,
    billable: null,
    day,
    startedAtMs: null,
  };
}
