// Which entry is being edited and what was typed so far. To be kept where it outlives the popover,
// which is taken down each time it is hidden: looking something up elsewhere must lose nothing.
import { useMemo, useState } from 'react';
import type { EntryKey } from '../../shared/ids.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import type { EntryDraft } from './entry-draft.ts';

export interface OpenedEntry {
  /** As it was when it was opened: what comes from FreshBooks meanwhile changes no field. */
  readonly entry: LoggedEntry;
  /** Null until something was changed. */
  readonly draft: EntryDraft | null;
}

export interface Editing {
  readonly open: OpenedEntry | null;
  /** The entry that was left last, where the keys go on. */
  readonly leftKey: EntryKey | null;
  begin(entry: LoggedEntry): void;
  change(draft: EntryDraft): void;
  end(): void;
}

export function useEditing(): Editing {
  const [open, setOpen] = useState<OpenedEntry | null>(null);
  const [leftKey, setLeftKey] = useState<EntryKey | null>(null);
  return useMemo(
    () => ({
      open,
      leftKey,
      begin: (entry) => setOpen({ entry, draft: null }),
      change: (draft) => setOpen((from) => from && { ...from, draft }),
      end() {
        setLeftKey(open?.entry.key ?? null);
        setOpen(null);
      },
    }),
    [open, leftKey],
  );
}
