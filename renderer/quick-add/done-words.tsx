// What was just done, and the way to take it back while there is one.
import { useSlice } from '../snapshot/use-snapshot.ts';
import type { Done } from './quick-line.ts';
import type { QuickAdd } from './use-quick-add.ts';

const WHAT: Readonly<Record<Done['what'], string>> = {
  logged: 'Saved',
  'timer-started': 'Timer started',
  'timer-resumed': 'Timer resumed',
  'timer-renewed': 'Timer started, the paused one logged',
  undone: 'Taken back',
};

interface DoneWordsProps {
  readonly quick: QuickAdd;
  readonly done: Done;
}

export function DoneWords({ quick, done }: DoneWordsProps) {
  const { entries } = useSlice('time');
  const { error } = useSlice('sync');
  const { platform } = useSlice('settings');
  const entry = entries.find(({ key }) => key === done.key);
  const canTakeBack = quick.undoable?.what === 'added' && quick.undoable.key === done.key;
  const fares = done.what === 'logged' ? faresWords(entry?.state, error?.code === 'offline') : '';
  return (
    <>
      <strong>{WHAT[done.what]}</strong>{' '}
      <span className="quiet">
        {done.words}
        {fares && ` – ${fares}`}
      </span>{' '}
      {canTakeBack && (
        <button type="button" className="link" onClick={() => quick.act({ act: 'undo' })}>
          Undo <span aria-hidden="true">{platform === 'darwin' ? '⌘Z' : 'Ctrl Z'}</span>
        </button>
      )}
    </>
  );
}

/** Only what a person may want to act on; that it is on its way goes without saying. */
function faresWords(state: string | undefined, isOffline: boolean): string {
  if (state === 'refused') return 'FreshBooks refused it: mend it under Today';
  if (state === 'unsure') return 'no answer came; checking';
  if (state === 'waiting' && isOffline) return 'sent once you’re back online';
  return '';
}
