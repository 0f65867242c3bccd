// The last thing that was done, with the way back, for as long as the main process keeps one.
import { useEffect, useState } from 'react';
import { formatDuration } from '../../shared/duration.ts';
import type { Undoable } from '../../shared/snapshot.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useCommand } from '../snapshot/use-command.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { useVisible } from '../snapshot/use-visible.ts';
import { entryTitle } from './entry-words.ts';
import { useUndoKey } from './use-undo-key.ts';

const DONE_WORDS = {
  added: 'Added',
  changed: 'Changed',
  deleted: 'Deleted',
  'timer-logged': 'Logged',
  'away-answered': 'Settled the time away',
} as const;

export function UndoBar() {
  const undoable = useUndoable();
  const undo = useCommand('time.undo');
  const { platform } = useSlice('settings');
  const words = useUndoWords(undoable);
  const takeBack = () => undoable && void undo.send({ id: undoable.id });
  useUndoKey(undoable ? takeBack : null);
  return (
    // There before it says anything: only then is what it says announced.
    <div className="undo-place" role="status" aria-label="Last change">
      {undo.error && <TroubleNote error={undo.error} about="here" onDismiss={undo.forget} />}
      {undoable && (
        <div className="undo-bar" key={undoable.id}>
          <span className="undo-words">{words}</span>{' '}
          <button
            type="button"
            className="link"
            aria-keyshortcuts="Control+Z Meta+Z"
            title={platform === 'darwin' ? 'Undo (⌘Z)' : 'Undo (Ctrl+Z)'}
            onClick={takeBack}
          >
            Undo
          </button>
        </div>
      )}
    </div>
  );
}

/** What can be taken back now; the clock for it stands while nobody looks. */
function useUndoable(): Undoable | null {
  const { undo } = useSlice('outbox');
  const visible = useVisible();
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    if (!undo || !visible) return;
    const leftMs = undo.untilMs - Date.now();
    setNowMs(Date.now());
    if (leftMs <= 0) return;
    const timer = setTimeout(() => setNowMs(Date.now()), leftMs);
    return () => clearTimeout(timer);
  }, [undo, visible]);
  return undo && undo.untilMs > nowMs ? undo : null;
}

function useUndoWords(undoable: Undoable | null): string {
  const { entries } = useSlice('time');
  const catalog = useSlice('catalog');
  if (!undoable) return '';
  const done = DONE_WORDS[undoable.what];
  if (undoable.what === 'away-answered') return `${done}.`;
  const entry = entries.find(({ key }) => key === undoable.key);
  if (!entry) return `${done} an entry.`;
  const title = entryTitle(entry, catalog, catalog.refreshedAtMs !== null);
  return `${done} ${title}, ${formatDuration(entry.durationSeconds)}.`;
}
