// The ways on where the keychain cannot be used: the one that mends it first, and, by choice, a
// sign-in that lasts until Traybooks quits.
import { useCommand } from '../snapshot/use-command.ts';
import { TroubleNote } from './trouble-note.tsx';

interface KeychainWaysProps {
  /** Left out where the button that tries again is beside the note. */
  readonly nextStep?: { readonly words: string; readonly take: () => void } | undefined;
  /** Secrets are kept in memory from now on: sign in. */
  readonly onUntilQuit: () => void;
}

export function KeychainWays({ nextStep, onUntilQuit }: KeychainWaysProps) {
  const keep = useCommand('keychain.keep-until-quit');

  async function goOn() {
    const answer = await keep.send();
    if (answer?.ok) onUntilQuit();
  }

  return (
    <>
      <p className="note-aside">
        Or go on without it: your sign-in then stays in memory only, and you connect again after
        quitting.
      </p>
      <div className="note-actions">
        {nextStep && (
          <button
            type="button"
            className="button button-small button-primary"
            onClick={nextStep.take}
          >
            {nextStep.words}
          </button>
        )}
        <button type="button" className="button button-small" onClick={goOn}>
          Go on until I quit
        </button>
      </div>
      {keep.error && <TroubleNote error={keep.error} about="here" />}
    </>
  );
}
