// The entry being typed and the one being saved. Kept above the form, which may be left and
// reopened while it is being saved: a form that forgot would save the same entry again.
import { useCallback, useRef, useState } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { CommandInput } from '../../../shared/ipc.ts';
import { type Draft, EMPTY_DRAFT, isSameDraft } from '../../entry-editor/draft.ts';
import { useCommand } from '../../snapshot/use-command.ts';

/** How sending fares is told at the entry in the list. */
const DONE_WORDS = 'Saved';

export interface TimeLog {
  readonly draft: Draft;
  /** What was said about the last entry no longer fits what is typed now. */
  change(draft: Draft): void;
  /**
   * @param entry what the present draft means
   * @returns whether the entry is safe, and the form was cleared for the
   *   next one; false while another is being saved
   */
  save(entry: CommandInput<'time.log'>): Promise<boolean>;
  readonly isSaving: boolean;
  /** How the last one went, while that is worth saying. */
  readonly done: string | null;
  readonly error: TraybooksError | null;
  /** The person has left the form. */
  leave(): void;
}

export function useTimeLog(): TimeLog {
  const log = useCommand('time.log');
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [done, setDone] = useState<string | null>(null);
  const latest = useRef(draft);
  const taken = useRef<Draft | null>(null);

  function show(next: Draft): void {
    latest.current = next;
    setDraft(next);
  }

  return {
    draft,
    change(next) {
      show(next);
      setDone(null);
      log.forget();
    },
    async save(entry) {
      // A second Enter may come before the cleared form is drawn; it still holds what was taken.
      const takenBefore = taken.current;
      if (draft === takenBefore) return false;
      taken.current = draft;
      const answer = await log.send(entry);
      if (!answer?.ok) {
        taken.current = takenBefore;
        return false;
      }
      const isStillThere = isSameDraft(latest.current, draft);
      if (isStillThere) show(EMPTY_DRAFT);
      setDone(isStillThere ? DONE_WORDS : `${DONE_WORDS} (without your last changes)`);
      return isStillThere;
    },
    isSaving: log.underWay,
    done,
    error: log.error,
    leave: useCallback(() => setDone(null), []),
  };
}
