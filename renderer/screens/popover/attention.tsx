// What needs the person, above everything else: at most one trouble, and the notices.
import { errorWords } from '../../../shared/error-words.ts';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { ConnectionState, Snapshot } from '../../../shared/snapshot.ts';
import { Notices } from '../../parts/notices.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSlice } from '../../snapshot/use-snapshot.ts';

interface AttentionProps {
  readonly state: ConnectionState;
  readonly onConnect: () => void;
  readonly onRefresh: () => void;
}

export function Attention({ state, onConnect, onRefresh }: AttentionProps) {
  const error = useWorstError();
  return (
    <div className="attention">
      {state.status === 'needs-sign-in' ? (
        <SignInNote state={state} onConnect={onConnect} />
      ) : (
        error && <TroubleNote error={error} {...nextStep(error, onConnect, onRefresh)} />
      )}
      <Notices />
    </div>
  );
}

function nextStep(error: TraybooksError, onConnect: () => void, onRefresh: () => void) {
  if (error.code === 'rate-limited') return {};
  return error.code === 'scope-missing' || error.code === 'sign-in-needed'
    ? { nextStep: { words: 'Connect again', take: onConnect } }
    : { nextStep: { words: 'Try again', take: onRefresh } };
}

/** The one that explains most: the whole refresh first, then the lists in reading order. */
function useWorstError(): TraybooksError | null {
  const sync = useSlice('sync');
  const invoices = useSlice('invoices');
  const time = useSlice('time');
  const catalog = useSlice('catalog');
  const connection = useSlice('connection');
  return (
    connection.problem ??
    sync.error ??
    invoices.error ??
    time.error ??
    catalog.error ??
    missingScope(invoices)
  );
}

function missingScope({ unavailable }: Snapshot['invoices']): TraybooksError | null {
  return unavailable === 'scope-missing'
    ? { code: 'scope-missing', scope: 'user:invoices:read' }
    : null;
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
