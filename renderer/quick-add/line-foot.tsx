// What Enter will do, what is still missing, what was just done; and what the day becomes.
import { formatDuration } from '../../shared/duration.ts';
import { entryToLog } from '../../shared/quick-add/enter.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { becomes } from './becomes.ts';
import { DoneWords } from './done-words.tsx';
import { hintsFor } from './hints.ts';
import { isWorthCompleting } from './offers.ts';
import type { QuickAdd } from './use-quick-add.ts';

interface LineFootProps {
  readonly quick: QuickAdd;
  readonly id: string;
}

export function LineFoot({ quick, id }: LineFootProps) {
  const { state, reading, offers, active, refusal } = quick;
  const time = useSlice('time');
  const { platform } = useSlice('settings');
  const isEmpty = state.text.trim() === '';
  const highlighted = active === null ? undefined : offers[active];
  const entry = entryToLog(reading, time.today);
  const total = becomes(reading, time);
  const hints = hintsFor({
    platform,
    isEmpty,
    active: !highlighted
      ? null
      : highlighted.kind === 'work' && highlighted.isPinned
        ? 'pinned'
        : highlighted.kind,
    hasOffers: offers.length > 0,
    canComplete: isWorthCompleting(reading, offers),
    open: entry.ok ? null : entry.open,
    hasStart: reading.spans.some(({ part }) => part === 'start'),
  });
  const isQuestion = !entry.ok && entry.open === 'question';
  const isLengthMissing = !entry.ok && entry.open === 'length' && !isEmpty && active === null;
  const isSaying = state.underWay > 0 || state.done !== null;
  return (
    <div className="line-foot" id={id}>
      {/* There before they say anything: only then is what they say announced. */}
      <output className="line-said" aria-label="Saving">
        {state.underWay > 0
          ? 'Saving…'
          : state.done && <DoneWords quick={quick} done={state.done} />}
      </output>
      {/* A question is on the screen already, above its answers. */}
      <p className={isQuestion ? 'line-refusal visually-hidden' : 'line-refusal'} role="alert">
        {refusal}
      </p>
      {!isSaying && (
        <p className="hints">
          {isLengthMissing && refusal === null && <span className="line-missing">{entry.why}</span>}{' '}
          {hints.map(({ caps, keys, words }) => (
            <span className="hint" key={keys}>
              <span aria-hidden="true">{caps}</span>
              <span className="visually-hidden">{keys}:</span> {words}{' '}
            </span>
          ))}
        </p>
      )}
      {total && (
        <p className="becomes quiet">
          {total.day} {formatDuration(total.beforeSeconds)}
          {total.afterSeconds !== null && (
            <>
              {' → '}
              <strong>{formatDuration(total.afterSeconds)}</strong>
            </>
          )}
        </p>
      )}
    </div>
  );
}
