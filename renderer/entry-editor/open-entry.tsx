// The entry that is open: the choice to make where it was changed elsewhere, the editor otherwise.
// Both come late, for most entries are never touched again. A choice that arises while somebody
// types waits beside the editor, or the next letter would be taken for their answer.
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
  const theirs = now?.state === 'conflict' ? now.theirs : null;
  if (now && theirs !== null && open.entry.state === 'conflict') {
    return (
      <EntryConflict.Part fallback={fallback} entry={now} theirs={theirs} onClose={editing.end} />
    );
  }
  return (
    <>
      <p className="entry-open-note" role="status">
        {theirs !== null &&
          'Changed elsewhere meanwhile. What you save here waits for your choice.'}
      </p>
      <EntryEditor.Part
        key={open.entry.key}
        fallback={fallback}
        open={open}
        onChange={editing.change}
        onClose={editing.end}
      />
    </>
  );
}
