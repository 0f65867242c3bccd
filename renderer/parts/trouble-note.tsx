// An error as three short sentences, announced when it appears, with a button for the next step
// where pressing one can help.
import type { ReactNode } from 'react';
import { errorWords } from '../../shared/error-words.ts';
import type { TraybooksError } from '../../shared/errors.ts';

interface TroubleNoteProps {
  readonly error: TraybooksError;
  /** Buttons for the next step. */
  readonly children?: ReactNode;
}

export function TroubleNote({ error, children }: TroubleNoteProps) {
  const words = errorWords(error);
  const tone = isPassing(error) ? 'note note-quiet' : 'note note-trouble';
  return (
    <div className={tone} role="alert">
      <p>
        <strong>{words.happened}</strong> {words.safe} {words.next}
      </p>
      {children && <div className="note-actions">{children}</div>}
    </div>
  );
}

/** Clears up without the person: said calmly. */
function isPassing(error: TraybooksError): boolean {
  return error.code === 'offline' || error.code === 'rate-limited';
}
