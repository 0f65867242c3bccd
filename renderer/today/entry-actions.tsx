// What can be done about an entry, at the row that is selected; the same by its keys.
import { Pencil, RotateCw, Trash2, Undo2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LoggedEntry } from '../../shared/snapshot.ts';

export interface EntryActs {
  open(entry: LoggedEntry): void;
  remove(entry: LoggedEntry): void;
  /** Everything unsent is tried again now. */
  retry(): void;
  discard(entry: LoggedEntry): void;
}

interface EntryActionsProps {
  readonly entry: LoggedEntry;
  readonly title: string;
  readonly acts: EntryActs;
}

export function EntryActions(props: EntryActionsProps) {
  return props.entry.state === 'conflict' ? (
    <ChoiceAction {...props} />
  ) : (
    <UsualActions {...props} />
  );
}

function ChoiceAction({ entry, title, acts }: EntryActionsProps) {
  return (
    <span className="row-actions">
      <Action
        words={`Choose for ${title}`}
        hint="Changed elsewhere: choose (Enter)"
        act={() => acts.open(entry)}
      >
        Choose…
      </Action>
    </span>
  );
}

function UsualActions({ entry, title, acts }: EntryActionsProps) {
  const [isSure, setSure] = useState(false);
  const isUnsent = ['waiting', 'unsure', 'refused'].includes(entry.state);
  // Nobody else has what was never sent, so that a slip of the hand must not be enough.
  const unsent = entry.pending ?? 'add';
  const asksFirst = unsent === 'add' && !isSure;
  const discardWords = DISCARD_WORDS[unsent];
  return (
    <span className="row-actions" onPointerLeave={() => setSure(false)}>
      {isUnsent && (
        <>
          <Action words={`Retry ${title} now`} hint="Retry now" act={acts.retry}>
            <RotateCw size={13} aria-hidden="true" />
          </Action>
          <Action
            words={`${isSure ? 'Discard for good:' : discardWords} ${title}`}
            hint={HINTS[unsent]}
            act={() => (asksFirst ? setSure(true) : acts.discard(entry))}
            onBlur={() => setSure(false)}
          >
            {isSure ? (
              'Discard for good?'
            ) : unsent === 'add' ? (
              <X size={13} aria-hidden="true" />
            ) : (
              <Undo2 size={13} aria-hidden="true" />
            )}
          </Action>
        </>
      )}
      {unsent !== 'delete' && (
        <>
          <Action words={`Edit ${title}`} hint="Edit (Enter or E)" act={() => acts.open(entry)}>
            <Pencil size={13} aria-hidden="true" />
          </Action>
          <Action words={`Delete ${title}`} hint="Delete (Del)" act={() => acts.remove(entry)}>
            <Trash2 size={13} aria-hidden="true" />
          </Action>
        </>
      )}
    </span>
  );
}

const DISCARD_WORDS = {
  add: 'Discard',
  change: 'Discard the change to',
  delete: 'Keep',
} as const;

const HINTS = {
  add: 'Discard it, unsent',
  change: 'Discard the change',
  delete: 'Keep it',
} as const;

interface ActionProps {
  readonly words: string;
  readonly hint: string;
  readonly act: () => void;
  readonly onBlur?: () => void;
  readonly children: ReactNode;
}

function Action({ words, hint, act, onBlur, children }: ActionProps) {
  return (
    <button
      type="button"
      className="row-action"
      aria-label={words}
      title={hint}
      onClick={act}
      onBlur={onBlur}
    >
      {children}
    </button>
  );
}
