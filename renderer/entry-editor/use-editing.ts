// Which entry is being edited and what was typed so far. To be kept where it outlives the popover,
// which is taken down each time it is hidden: looking something up elsewhere must lose nothing. It
// waits for its own business to be shown again, for no other has that entry.
import { useMemo, useState } from 'react';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import { useShownOwner } from '../snapshot/use-shown-owner.ts';
import type { EntryDraft } from './entry-draft.ts';

export interface OpenedEntry {
  /** As it was when it was opened: what comes from FreshBooks meanwhile changes no field. */
  readonly entry: LoggedEntry;
  /** Null until something was changed. */
  readonly draft: EntryDraft | null;
}

export interface Editing {
  readonly open: OpenedEntry | null;
  /** The entry that has just been left, as it was when it was opened: the keys go on there. */
  readonly left: LoggedEntry | null;
  begin(entry: LoggedEntry): void;
  change(draft: EntryDraft): void;
  end(): void;
  /** The keys went on there, and go where they like from now on. */
  wentOn(): void;
}

interface OwnedEntry extends OpenedEntry {
  /** The login and business it belongs to. */
  readonly owner: string;
}

export function useEditing(): Editing {
  const owner = useShownOwner();
  const [opened, setOpened] = useState<OwnedEntry | null>(null);
  const [left, setLeft] = useState<LoggedEntry | null>(null);
  const open = opened?.owner === owner ? opened : null;
  return useMemo(
    () => ({
      open,
      left,
      begin: (entry) => setOpened({ entry, draft: null, owner }),
      change: (draft) => setOpened((from) => from && { ...from, draft }),
      end() {
        setLeft(open?.entry ?? null);
        setOpened(null);
      },
      wentOn: () => setLeft(null),
    }),
    [open, left, owner],
  );
}
