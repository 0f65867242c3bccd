// Everything around the line: what was understood, what is asked or offered, what the keys do.
// Each part keeps its height, so that nothing jumps while one types.
import { Play } from 'lucide-react';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { entryTitle } from '../today/entry-words.ts';
import { FailedNotes } from './failed-notes.tsx';
import { LineFoot } from './line-foot.tsx';
import OfferList from './offer-list.tsx';
import { isNoLineYet } from './offers.ts';
import { ReadingChips } from './reading-chips.tsx';
import { readingSentence } from './reading-words.ts';
import { remarkFor } from './remark.ts';
import type { QuickAdd } from './use-quick-add.ts';

interface QuickPanelProps {
  readonly quick: QuickAdd;
  readonly listId: string;
  readonly footId: string;
}

export default function QuickPanel({ quick, listId, footId }: QuickPanelProps) {
  const { state, reading, chips, offers, active, last, pins } = quick;
  const catalog = useSlice('catalog');
  const time = useSlice('time');
  const sync = useSlice('sync');
  const { platform } = useSlice('settings');
  const isEmpty = state.text.trim() === '';
  const questions = reading.unclear.map(({ why }) => why);
  const remark = remarkFor(catalog, time, sync);
  const isAnswering = offers[0]?.kind === 'answer';
  return (
    <div className="quick-panel">
      <p className="visually-hidden" aria-live="polite">
        {isEmpty ? '' : readingSentence(chips, questions)}
      </p>
      <div className="understood">
        {isEmpty && last ? (
          <button
            type="button"
            className="chip chip-continue"
            onClick={() => quick.act({ act: 'start-timer' })}
          >
            <Play size={12} aria-hidden="true" />
            <span>
              Continue {entryTitle(last, catalog, catalog.refreshedAtMs !== null)}
              {last.note && <span className="quiet"> · {last.note}</span>}
            </span>{' '}
            <span className="chip-label">
              {quick.lastIsPaused ? 'resumes the timer' : 'starts a timer'}
            </span>{' '}
            <span className="chip-label">{platform === 'darwin' ? '⌘↵' : 'Ctrl ↵'}</span>
          </button>
        ) : (
          <ReadingChips chips={chips} />
        )}
      </div>
      <div className="offered">
        <FailedNotes quick={quick} />
        {pins.change.error && (
          <TroubleNote error={pins.change.error} about="here" onDismiss={pins.change.forget} />
        )}
        {questions[0] !== undefined && <p className="question">{questions[0]}</p>}
        {offers.length > 0 && (
          <OfferList
            id={listId}
            label={isAnswering ? 'Answers' : isNoLineYet(state.text) ? 'Used last' : 'Suggestions'}
            offers={offers}
            active={active}
            nowMs={quick.context.nowMs}
            onTake={(row) => quick.act({ act: 'take', row })}
            onPin={(row) => quick.pinRow(row)}
          />
        )}
        {remark && <p className="remark">{remark}</p>}
      </div>
      <LineFoot quick={quick} id={footId} />
    </div>
  );
}
