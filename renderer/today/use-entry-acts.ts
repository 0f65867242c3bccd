// Sends what is done to entries, and remembers why the last of it failed.
import type { TraybooksError } from '../../shared/errors.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import { useCommand } from '../snapshot/use-command.ts';
import type { EntryActs } from './entry-actions.tsx';

export interface EntryActing {
  readonly acts: EntryActs;
  readonly error: TraybooksError | null;
  readonly forget: () => void;
}

/** @param open shows the editor, or the choice where an entry was changed elsewhere */
export function useEntryActs(open: (entry: LoggedEntry) => void): EntryActing {
  const remove = useCommand('time.delete');
  const retry = useCommand('outbox.retry');
  const discard = useCommand('outbox.discard');
  const failed = [remove, retry, discard].find(({ error }) => error !== null);
  return {
    acts: {
      open,
      remove: ({ key }) => void remove.send({ key }),
      retry: () => void retry.send(),
      discard: ({ key }) => void discard.send({ key }),
    },
    error: failed?.error ?? null,
    forget() {
      remove.forget();
      retry.forget();
      discard.forget();
    },
  };
}

/**
 * What a key pressed on an entry's own row does.
 * @returns whether it did anything
 */
export function actByKey(key: string, entry: LoggedEntry, acts: EntryActs): boolean {
  const opens = key === 'Enter' || key === 'e';
  const removes = key === 'Delete' || key === 'Backspace';
  if (!opens && !removes) return false;
  // Where it was changed elsewhere, the choice is all there is to do: theirs was not seen yet.
  if (entry.state === 'conflict') acts.open(entry);
  else if (entry.pending === 'delete') return false;
  else if (opens) acts.open(entry);
  else acts.remove(entry);
  return true;
}
