// While the browser has the word: how long we wait, how to get back to it, what its warning looks
// like, and the ways on when it does not come back.
import { useRef } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { SignInUnderWay } from '../../../shared/snapshot.ts';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';
import { AddressForm } from './address-form.tsx';
import { CertificateNote } from './certificate-note.tsx';
import { whyUnclear } from './check-words.ts';
import { Countdown } from './countdown.tsx';
import { ErrorPageHelp } from './error-page-help.tsx';
import { useIsLate } from './use-is-late.ts';

const STEP_WORDS: Readonly<Record<SignInUnderWay['step'], string>> = {
  starting: 'Opening your browser…',
  'waiting-for-browser': 'Continue in your browser',
  'exchanging-code': 'Signing in…',
  'reading-identity': 'Reading who you are…',
};

const WAITING_WORDS: Readonly<Record<SignInUnderWay['source'], string>> = {
  sandbox:
    'The sample FreshBooks asks whether Traybooks may read its books. Say yes, and this goes on by itself.',
  freshbooks:
    'FreshBooks asks whether Traybooks may read your books. Say yes, and this goes on by itself.',
};

interface WaitingProps {
  readonly signIn: SignInUnderWay;
  /** Why FreshBooks could not be asked about the pair beforehand; null when it was. */
  readonly unclear: TraybooksError | null;
}

export function Waiting({ signIn, unclear }: WaitingProps) {
  const openAgain = useCommand('sign-in.open-browser-again');
  const cancel = useCommand('sign-in.cancel');
  const help = useRef<HTMLElement>(null);
  const isOwnApp = signIn.source === 'freshbooks';
  // The same while the browser opens as afterwards: what it will show is to be seen before it does.
  const isWaiting = signIn.step === 'waiting-for-browser' || signIn.step === 'starting';
  const isLate = useIsLate(signIn.endsAtMs) && isOwnApp;

  function showHelp() {
    help.current?.scrollIntoView({ block: 'start' });
    help.current?.focus({ preventScroll: true });
  }

  return (
    <main className="screen">
      <div className="body waiting">
        <div className="waiting-head drags">
          <h1 aria-live="polite">
            <span className="pulse" aria-hidden="true" />
            {STEP_WORDS[signIn.step]}
          </h1>
          <p className="quiet" role="status">
            {isWaiting && isLate && (
              <>
                Nothing has come back for a minute. FreshBooks may show an error page:{' '}
                <button type="button" className="link" onClick={showHelp}>
                  see what it may be
                </button>
              </>
            )}
            {isWaiting && !isLate && WAITING_WORDS[signIn.source]}
            {!isWaiting && 'This takes a moment.'}
          </p>
        </div>
        {isWaiting && (
          <>
            {unclear && isOwnApp && (
              <p className="note note-quiet">
                <strong>ID and secret are not checked yet: {whyUnclear(unclear)}.</strong> Should
                one be wrong, you hear it after you said yes.
              </p>
            )}
            {openAgain.error && <TroubleNote error={openAgain.error} about="signing-in" />}
            <button
              type="button"
              className="button button-small"
              aria-disabled={signIn.step === 'starting'}
              onClick={() => {
                if (signIn.step !== 'starting') void openAgain.send();
              }}
            >
              Open browser again
            </button>
            {isOwnApp && (
              <section className="expected">
                <h2>A warning at the end is expected</h2>
                <CertificateNote />
              </section>
            )}
            <AddressForm />
            {isOwnApp && <ErrorPageHelp isLate={isLate} place={help} />}
          </>
        )}
      </div>
      <footer className="foot">
        {cancel.error && <TroubleNote error={cancel.error} about="here" />}
        <div className="waiting-foot">
          {isWaiting && <Countdown endsAtMs={signIn.endsAtMs} />}
          <button type="button" className="button button-large" onClick={() => cancel.send()}>
            Cancel
          </button>
        </div>
      </footer>
    </main>
  );
}
