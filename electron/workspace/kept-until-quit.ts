// Logins whose secrets a person chose to keep in memory only. Of such a one the state after the
// next start is stored from the beginning: a kill asks nobody, and the words must be right then.
import type { ConnectionState } from '../../shared/snapshot.ts';
import type { LiveConnections } from './live-connections.ts';
import type { StoredConnection } from './stored-connections.ts';

export const GONE_WITH_QUIT: ConnectionState = {
  status: 'needs-sign-in',
  severity: 'hard',
  reason: 'kept-until-quit',
};

/** It was kept until Traybooks quit, and that was an earlier run. */
export function isGoneWithQuit({ id, state }: StoredConnection, live: LiveConnections): boolean {
  return (
    state.status === 'needs-sign-in' &&
    state.reason === 'kept-until-quit' &&
    !live.isKeptUntilQuit(id)
  );
}
