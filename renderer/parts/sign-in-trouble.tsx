// Why a sign-in failed, or could not be read. Where the keychain is the reason there is another
// way on, which nobody is led into unasked.
import type { TraybooksError } from '../../shared/errors.ts';
import { KeychainWays } from './keychain-ways.tsx';
import { TroubleNote, type TroubleNoteProps } from './trouble-note.tsx';

interface SignInTroubleProps extends Omit<TroubleNoteProps, 'more'> {
  readonly error: TraybooksError;
  /** Signs in, or leads there, with secrets in memory only. */
  readonly onUntilQuit: () => void;
}

export function SignInTrouble({
  about = 'signing-in',
  nextStep,
  onUntilQuit,
  ...note
}: SignInTroubleProps) {
  if (note.error.code !== 'keychain-unavailable') {
    return <TroubleNote {...note} about={about} {...(nextStep && { nextStep })} />;
  }
  return (
    <TroubleNote
      {...note}
      about={about}
      more={<KeychainWays nextStep={nextStep} onUntilQuit={onUntilQuit} />}
    />
  );
}
