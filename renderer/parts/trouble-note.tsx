// An error as three short sentences, announced when it appears, with a button for the next step
// where pressing one can help.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type About, errorWords } from '../../shared/error-words.ts';
import type { TraybooksError } from '../../shared/errors.ts';

export interface TroubleNoteProps {
  readonly error: TraybooksError;
  /** What failed: what is safe and what to do next depend on it. */
  readonly about?: About;
  readonly nextStep?: { readonly words: string; readonly take: () => void };
  /** Given where the trouble is over as soon as the person has read of it. */
  readonly onDismiss?: () => void;
  /** Below the sentences, for what takes more than one button. */
  readonly more?: ReactNode;
}

export function TroubleNote({ error, about, nextStep, onDismiss, more }: TroubleNoteProps) {
  const words = errorWords(error, about);
  const tone = isPassing(error) ? 'note note-quiet' : 'note note-trouble';
  return (
    <div className={onDismiss ? `${tone} note-notice` : tone} role="alert">
      <div className="note-body">
        <p>
          <strong>{words.happened}</strong> {words.safe} {words.next}{' '}
          {nextStep && (
            <button type="button" className="link" onClick={nextStep.take}>
              {nextStep.words}
            </button>
          )}
        </p>
        {more}
      </div>
      {onDismiss && (
        <button type="button" className="icon-button" aria-label="Dismiss" onClick={onDismiss}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

/** Clears up without the person: said calmly. */
function isPassing(error: TraybooksError): boolean {
  return error.code === 'offline' || error.code === 'rate-limited';
}
