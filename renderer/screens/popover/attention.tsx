// What needs the person, above everything else: at most one trouble, and the notices.
import { errorWords } from '../../../shared/error-words.ts';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { ConnectionState, Snapshot } from '../../../shared/snapshot.ts';
import { Notices } from '../../parts/notices.tsx';
import { SignInTrouble } from '../../parts/sign-in-trouble.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSlice } from '../../snapshot/use-snapshot.ts';

interface AttentionProps {
  readonly state: ConnectionState;
  /** Why signing in, or reading the keychain, failed; null once dismissed. */
  readonly problem: TraybooksError | null;
  readonly onDismissProblem: () => void;
  readonly onConnect: () => void;
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

function Trouble({ state, problem, onDismissProblem, onConnect, onRefresh }: AttentionProps) {
  const error = useWorstError();
  const tryAgain = { words: 'Try again', take: onRefresh };
  const connectAgain = { words: 'Connect again', take: onConnect };
  if (problem) {
    const nextStep = isKeychainClosed(problem) ? tryAgain : connectAgain;
    return (
      <SignInTrouble
        error={problem}
        about={isKeychainClosed(problem) ? 'reading' : 'signing-in'}
        nextStep={nextStep}
        onDismiss={onDismissProblem}
        onUntilQuit={onConnect}
      />
    );
  }
  if (state.status === 'needs-sign-in') return <SignInNote state={state} onConnect={onConnect} />;
  if (!error) return null;
  switch (error.code) {
    case 'rate-limited':
      return <TroubleNote error={error} />;
    case 'scope-missing':
    case 'not-allowed':
    case 'sign-in-needed':
      return <TroubleNote error={error} nextStep={connectAgain} />;
    default:
      return <TroubleNote error={error} nextStep={tryAgain} />;
  }
}

/** The login is in there and only has to be read, which every refresh does. */
function isKeychainClosed(error: TraybooksError): boolean {
  return error.code === 'keychain-unavailable' && error.cause !== 'write-refused';
}

/** The one that explains most: the whole refresh first, then the lists in reading order. */
function useWorstError(): TraybooksError | null {
  const sync = useSlice('sync');
  const invoices = useSlice('invoices');
  const time = useSlice('time');
  const catalog = useSlice('catalog');
  return sync.error ?? invoices.error ?? time.error ?? catalog.error ?? refusedInvoices(invoices);
}

function refusedInvoices({ unavailable }: Snapshot['invoices']): TraybooksError | null {
  switch (unavailable) {
    case 'scope-missing':
      return { code: 'scope-missing', scope: 'user:invoices:read' };
    case 'not-allowed':
      return { code: 'not-allowed', thing: 'invoices' };
    default:
      return null;
  }
}

interface SignInNoteProps {
  readonly state: Extract<ConnectionState, { status: 'needs-sign-in' }>;
  readonly onConnect: () => void;
}

function SignInNote({ state, onConnect }: SignInNoteProps) {
  const connect = (
    <button type="button" className="button button-small button-primary" onClick={onConnect}>
      Connect again
    </button>
  );
  if (state.severity === 'soft') {
    return (
      <div className="note note-quiet" role="alert">
        <p>
          <strong>FreshBooks will want you to sign in again soon.</strong> Everything keeps working
          until then.
        </p>
        <div className="note-actions">{connect}</div>
      </div>
    );
  }
  const words = errorWords({ code: 'sign-in-needed', reason: state.reason });
  return (
    <div className="note note-trouble" role="alert">
      <p>
        <strong>{words.happened}</strong> {words.safe}
      </p>
      <div className="note-actions">{connect}</div>
    </div>
  );
}
