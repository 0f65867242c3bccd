// How the login is, in one line: first what matters, then the times.
import type { ConnectionDetails } from '../../../shared/connection-details.ts';
import type { ConnectionState } from '../../../shared/snapshot.ts';
import { useNow } from '../../snapshot/use-visible.ts';
import { tokenWords } from './token-words.ts';

interface StateLineProps {
  readonly state: ConnectionState;
  readonly details: ConnectionDetails | null;
  readonly onConnectAgain: () => void;
}

export function StateLine({ state, details, onConnectAgain }: StateLineProps) {
  const { words, tone } = stateWords(state);
  return (
    <div className="state-line">
      <p>
        <span className="state-dot" data-tone={tone} aria-hidden="true" />
        <strong>{words}</strong>
        {state.status === 'needs-sign-in' && (
          <>
            {' '}
            <button type="button" className="link" onClick={onConnectAgain}>
              Connect again
            </button>
          </>
        )}
      </p>
      {/* Its line is there before its words are, so that nothing jumps. */}
      <p className="quiet">{details ? <TokenLine details={details} /> : '\u00a0'}</p>
      {details?.keychain.kept === 'until-quit' && (
        <p className="state-warning">
          Kept in memory only: after you quit Traybooks you sign in again.
        </p>
      )}
    </div>
  );
}

/** By the second, so that no minute is ever wrong; not at all while nobody can see it. */
function TokenLine({ details }: { readonly details: ConnectionDetails }) {
  return tokenWords(details, useNow(1000));
}

function stateWords(state: ConnectionState) {
  switch (state.status) {
    case 'connected':
      return { words: 'Connected', tone: 'well' } as const;
    case 'refreshing':
      return { words: 'Connected, renewing…', tone: 'well' } as const;
    case 'needs-sign-in':
      return state.severity === 'soft'
        ? ({ words: 'Works, but will want a sign-in', tone: 'soon' } as const)
        : ({ words: 'Wants a sign-in', tone: 'late' } as const);
  }
}
