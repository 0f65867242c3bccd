// What needs the person, above everything else: at most one trouble, and the notices.
import type { TraybooksError } from '../../../shared/errors.ts';
import type { Connection, Snapshot } from '../../../shared/snapshot.ts';
import { FeatureOff } from '../../parts/feature-off.tsx';
import { Notices } from '../../parts/notices.tsx';
import { SignInTrouble } from '../../parts/sign-in-trouble.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { SignInNote, type WaysToSignIn } from './sign-in-note.tsx';
import type { QuietPrompt } from './use-quiet-prompt.ts';

interface AttentionProps extends WaysToSignIn {
  readonly connection: Connection;
  readonly prompt: QuietPrompt;
  /** Why signing in, or reading the keychain, failed; null once dismissed. */
  readonly problem: TraybooksError | null;
  readonly onDismissProblem: () => void;
  readonly onRefresh: () => void;
}

export function Attention(props: AttentionProps) {
  return (
    <div className="attention">
      <Trouble {...props} />
      <Notices />
    </div>
  );
}

function Trouble(props: AttentionProps) {
  const { connection, prompt, problem, onDismissProblem, onConnectAgain, onSetUp } = props;
  const { id, state } = connection;
  const error = useWorstError();
  const tryAgain = { words: 'Try again', take: props.onRefresh };
  const connectAgain = { words: 'Connect again', take: onConnectAgain };
  if (problem) {
    const nextStep = isKeychainClosed(problem)
      ? tryAgain
      : needsTyping(problem)
        ? { words: 'Connect anew', take: onSetUp }
        : connectAgain;
    return (
      <SignInTrouble
        error={problem}
        about={isKeychainClosed(problem) ? 'reading' : 'signing-in'}
        nextStep={nextStep}
        onDismiss={onDismissProblem}
        onUntilQuit={onSetUp}
      />
    );
  }
  if (state.status === 'needs-sign-in' && !(state.severity === 'soft' && prompt.isDismissed(id))) {
    return (
      <SignInNote
        state={state}
        onDismiss={() => prompt.dismiss(id)}
        onConnectAgain={onConnectAgain}
        onSetUp={onSetUp}
      />
    );
  }
  if (!error) return null;
  switch (error.code) {
    case 'rate-limited':
      return <TroubleNote error={error} />;
    case 'scope-missing':
      return <FeatureOff className="note" scope={error.scope} onConnectAgain={onConnectAgain} />;
    case 'not-allowed':
    case 'sign-in-needed':
      return <TroubleNote error={error} nextStep={connectAgain} />;
    default:
      return <TroubleNote error={error} nextStep={tryAgain} />;
  }
}

/** What is in the keychain is wrong, or is not there: the same again would end the same. */
function needsTyping(error: TraybooksError): boolean {
  return (
    error.code === 'sign-in-needed' &&
    (error.reason === 'invalid-client' || error.reason === 'never-signed-in')
  );
}

/** The login is in there and only has to be read, which every refresh does. */
function isKeychainClosed(error: TraybooksError): boolean {
  return error.code === 'keychain-unavailable' && error.cause !== 'write-refused';
}

/**
 * The one that explains most: the whole refresh first, then the lists in reading order. A feature
 * that is off comes after everything that went wrong; for invoices their own place says it.
 */
function useWorstError(): TraybooksError | null {
  const sync = useSlice('sync');
  const invoices = useSlice('invoices');
  const time = useSlice('time');
  const catalog = useSlice('catalog');
  const errors = [sync.error, invoices.error, time.error, catalog.error, refusedInvoices(invoices)];
  const found = errors.filter((error) => error !== null);
  return found.find(({ code }) => code !== 'scope-missing') ?? found[0] ?? null;
}

function refusedInvoices({ unavailable }: Snapshot['invoices']): TraybooksError | null {
  return unavailable === 'not-allowed' ? { code: 'not-allowed', thing: 'invoices' } : null;
}
