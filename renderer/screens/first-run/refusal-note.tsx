// FreshBooks does not know the pair: what to do about it, beside the button that brought it up.
import { errorWords } from '../../../shared/error-words.ts';

interface RefusalNoteProps {
  readonly onSwap: () => void;
  /** A way past the check, should FreshBooks ever mean something else by its answer. */
  readonly onGoOn: () => void;
}

export function RefusalNote({ onSwap, onGoOn }: RefusalNoteProps) {
  const words = errorWords({ code: 'sign-in-needed', reason: 'invalid-client' }, 'signing-in');
  return (
    <div className="note note-trouble" role="alert">
      <p>
        <strong>{words.happened}</strong> {words.safe} {words.next}
      </p>
      <div className="note-actions">
        <button type="button" className="button button-small" onClick={onSwap}>
          Swap the two
        </button>
        <button type="button" className="button button-small" onClick={onGoOn}>
          Go on anyway
        </button>
      </div>
    </div>
  );
}
