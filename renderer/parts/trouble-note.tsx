// An error as three short sentences, announced when it appears, with a button for the next step
// where pressing one can help.
import { errorWords } from '../../shared/error-words.ts';
import type { TraybooksError } from '../../shared/errors.ts';

interface TroubleNoteProps {
  readonly error: TraybooksError;
  /** Some errors mean something else to someone who is not connected yet. */
  readonly during?: 'sign-in';
  readonly nextStep?: { readonly words: string; readonly take: () => void };
}

export function TroubleNote({ error, during, nextStep }: TroubleNoteProps) {
  const words = errorWords(error, during);
  const tone = isPassing(error) ? 'note note-quiet' : 'note note-trouble';
  return (
    <div className={tone} role="alert">
      <p>
        <strong>{words.happened}</strong> {words.safe} {words.next}{' '}
        {nextStep && (
          <button type="button" className="link" onClick={nextStep.take}>
            {nextStep.words}
          </button>
        )}
      </p>
    </div>
  );
}

/** Clears up without the person: said calmly. */
function isPassing(error: TraybooksError): boolean {
  return error.code === 'offline' || error.code === 'rate-limited';
}
