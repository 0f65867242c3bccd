// The entry that is open: the choice to make where it was changed elsewhere, the editor otherwise.
// Both come late, for most entries are never touched again.
import { loadLater } from '../parts/load-later.tsx';
import { useSlice } from '../snapshot/use-snapshot.ts';
import type { Editing, OpenedEntry } from './use-editing.ts';

const EntryEditor = loadLater(() => import('./entry-editor.tsx'));
const EntryConflict = loadLater(() => import('./entry-conflict.tsx'));

interface OpenEntryProps {
  readonly editing: Editing;
  readonly open: OpenedEntry;
}

export function OpenEntry({ editing, open }: OpenEntryProps) {
  const { entries } = useSlice('time');
  const now = entries.find(({ key }) => key === open.entry.key);
  const fallback = <div className="entry-open" aria-busy="true" />;
  return now?.state === 'conflict' && now.theirs !== null ? (
    <EntryConflict.Part fallback={fallback} entry={now} theirs={now.theirs} onClose={editing.end} />
  ) : (
    <EntryEditor.Part
      key={open.entry.key}
      fallback={fallback}
      open={open}
      onChange={editing.change}
      onClose={editing.end}
    />
  );
}
