// Saves the entry and says how it went, until the person types the next one.
import { useState } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { CommandInput, CommandValue } from '../../../shared/ipc.ts';
import { useTraybooks } from '../../snapshot/use-snapshot.ts';
import { type FormField, sortReasons } from './field-reasons.ts';

const DONE_WORDS: Readonly<Record<CommandValue<'time.log'>['state'], string>> = {
  saved: 'Saved to FreshBooks',
  waiting: 'Kept here, will be sent when you’re back online',
  unsure: 'Sent, but no answer came. Checking before sending again',
};

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'failed'; readonly error: TraybooksError };

export interface Saving {
  /** @returns whether the entry is safe, in FreshBooks or here, and the form may be cleared. */
  save(entry: CommandInput<'time.log'>): Promise<boolean>;
  /** What was said about the last one no longer fits what is typed now. */
  forget(): void;
  readonly underWay: boolean;
  readonly done: string | null;
  readonly reasons: Readonly<Partial<Record<FormField, string>>>;
  readonly trouble: TraybooksError | null;
}

export function useSaveEntry(): Saving {
  const { api } = useTraybooks();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const sorted = sortReasons(outcome.kind === 'failed' ? outcome.error : null);

  return {
    async save(entry) {
      if (outcome.kind === 'under-way') return false;
      setOutcome({ kind: 'under-way' });
      const answer = await api.call('time.log', entry);
      setOutcome(
        answer.ok
          ? { kind: 'done', words: DONE_WORDS[answer.value.state] }
          : { kind: 'failed', error: answer.error },
      );
      return answer.ok;
    },
    forget: () => setOutcome((last) => (last.kind === 'under-way' ? last : { kind: 'none' })),
    underWay: outcome.kind === 'under-way',
    done: outcome.kind === 'done' ? outcome.words : null,
    reasons: sorted.atField,
    trouble: sorted.rest,
  };
}
