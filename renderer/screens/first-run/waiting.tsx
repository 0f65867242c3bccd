// While the browser has the word: how long we wait, how to get back to it, and the way in for
// those whose browser cannot reach this computer.
import { type FormEvent, useId, useState } from 'react';
import type { SignInUnderWay } from '../../../shared/snapshot.ts';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';
import { CertificateNote } from './certificate-note.tsx';
import { Countdown } from './countdown.tsx';
import { PastedField } from './pasted-field.tsx';
import { cleanPastedText } from './pasted-text.ts';

const STEP_WORDS: Readonly<Record<SignInUnderWay['step'], string>> = {
  starting: 'Opening your browser…',
  'waiting-for-browser': 'Continue in your browser',
  'exchanging-code': 'Signing in…',
  'reading-identity': 'Reading who you are…',
};

export function Waiting({ signIn }: { readonly signIn: SignInUnderWay }) {
  const openAgain = useCommand('sign-in.open-browser-again');
  const cancel = useCommand('sign-in.cancel');
  const isWaiting = signIn.step === 'waiting-for-browser';
  return (
    <main className="screen">
      <div className="body waiting">
        <div className="waiting-head drags">
          <span className="pulse" aria-hidden="true" />
          <h1 aria-live="polite">{STEP_WORDS[signIn.step]}</h1>
          <p className="quiet">
            {isWaiting ? (
              <>
                {signIn.source === 'sandbox'
                  ? 'The sample FreshBooks asks whether Traybooks may read its books.'
                  : 'FreshBooks asks whether Traybooks may read your books.'}{' '}
                Say yes there, and this window goes on by itself.
              </>
            ) : (
              'This takes a moment.'
            )}
          </p>
          {isWaiting && <Countdown endsAtMs={signIn.endsAtMs} />}
        </div>
        {isWaiting && (
          <>
            {openAgain.error && <TroubleNote error={openAgain.error} about="signing-in" />}
            <button type="button" className="button" onClick={() => openAgain.send()}>
              Open browser again
            </button>
            <AddressForm />
            {signIn.source === 'freshbooks' && <CertificateNote />}
          </>
        )}
      </div>
      <footer className="foot">
        {cancel.error && <TroubleNote error={cancel.error} about="here" />}
        <button type="button" className="button button-large" onClick={() => cancel.send()}>
          Cancel
        </button>
      </footer>
    </main>
  );
}

function AddressForm() {
  const use = useCommand('sign-in.use-address');
  const [text, setText] = useState('');
  const hint = useId();
  const address = cleanPastedText(text);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (address !== '') void use.send({ text: address });
  }

  return (
    <form className="address" onSubmit={submit}>
      <h2>Did the browser end on a page that would not open?</h2>
      <p className="quiet" id={hint}>
        Copy the whole address from its address bar.
      </p>
      <PastedField
        label="Paste the address you were sent to"
        value={text}
        onChange={setText}
        describedBy={hint}
      />
      {use.error && <TroubleNote error={use.error} about="signing-in" />}
      <button
        type="submit"
        className="button button-start"
        aria-disabled={address === '' || use.underWay}
      >
        Use this address
      </button>
    </form>
  );
}
