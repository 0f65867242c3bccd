// FreshBooks wants a sign-in. Soft: nothing is lost yet, so it is said once, with the hours left.
// Hard: the last copies stay readable, and what is logged waits.
import { X } from 'lucide-react';
import { signInWords } from '../../../shared/sign-in-words.ts';
import type { ConnectionState } from '../../../shared/snapshot.ts';
import { timeLeftWords } from '../../parts/clock-words.ts';
import { useNow } from '../../snapshot/use-visible.ts';

type NeedsSignIn = Extract<ConnectionState, { status: 'needs-sign-in' }>;
type Soft = Extract<NeedsSignIn, { severity: 'soft' }>;

export interface WaysToSignIn {
  /** With the client ID and secret in the keychain: nothing is typed again. */
  readonly onConnectAgain: () => void;
  /** The steps to register an app, and the fields for its ID and secret. */
  readonly onSetUp: () => void;
}

interface SignInNoteProps extends WaysToSignIn {
  readonly state: NeedsSignIn;
  readonly onDismiss: () => void;
}

export function SignInNote({ state, onDismiss, ...ways }: SignInNoteProps) {
  if (state.severity === 'hard') return <HardNote state={state} {...ways} />;
  return (
    <div className="note note-quiet" role="alert">
      <div className="note-notice">
        <p>
          <strong>
            {isUsedElsewhere(state)
              ? 'Another computer uses the same FreshBooks app.'
              : 'FreshBooks will want you to sign in again soon.'}
          </strong>{' '}
          {isUsedElsewhere(state) && 'Each sign-in there ends the one here. '}
          <TimeLeft untilMs={state.usableUntilMs} />
        </p>
        <button type="button" className="icon-button" aria-label="Dismiss" onClick={onDismiss}>
          <X size={14} aria-hidden="true" />
        </button>
      </div>
      <Ways state={state} {...ways} />
    </div>
  );
}

function HardNote({ state, ...ways }: WaysToSignIn & { readonly state: NeedsSignIn }) {
  const { happened, safe } = signInWords(state.reason);
  return (
    <div className="note note-trouble" role="alert">
      <p>
        <strong>{happened}</strong> {safe} What you log is sent once you have connected again.
      </p>
      <Ways state={state} {...ways} />
    </div>
  );
}

function Ways({ state, onConnectAgain, onSetUp }: WaysToSignIn & { readonly state: NeedsSignIn }) {
  const elsewhere = isUsedElsewhere(state);
  const look = 'button button-small';
  return (
    <div className="note-actions">
      {elsewhere && (
        <button type="button" className={`${look} button-primary`} onClick={onSetUp}>
          Set up a second app
        </button>
      )}
      <button
        type="button"
        className={elsewhere ? look : `${look} button-primary`}
        onClick={onConnectAgain}
      >
        Connect again
      </button>
    </div>
  );
}

/** Not announced anew with every minute. */
function TimeLeft({ untilMs }: { readonly untilMs: Soft['usableUntilMs'] }) {
  const left = timeLeftWords(untilMs, useNow(1000));
  return left && <span aria-live="off">Everything works for another {left}.</span>;
}

function isUsedElsewhere({ reason }: NeedsSignIn): boolean {
  return reason === 'used-elsewhere';
}
