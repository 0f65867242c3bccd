// A `Connections` without OAuth or keychain: every sign-in succeeds with the given books unless
// told otherwise, and a login survives as long as the double does.
import type { ConnectionDetails } from '../../shared/connection-details.ts';
import type { Connections, LiveConnection } from '../../shared/connections.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, ok } from '../../shared/result.ts';
import { SCOPES } from '../../shared/scopes.ts';
import type { ConnectionSource, ConnectionState } from '../../shared/snapshot.ts';
import type { BooksDouble } from './books-double.ts';

export interface ConnectionsDouble extends Connections {
  readonly calls: string[];
  nextId: string;
  /** Books of their own for some logins; the others share the given ones. */
  readonly booksOf: Map<string, BooksDouble>;
  signInError: TraybooksError | null;
  resumeError: TraybooksError | null;
  signOutError: TraybooksError | null;
  details: ConnectionDetails;
  /** What a connection test finds. */
  checkError: TraybooksError | null;
  /** Reports a state as the live connection would. */
  report(id: string, state: ConnectionState): void;
}

const DETAILS: ConnectionDetails = {
  grantedScopes: SCOPES,
  missingScopes: [],
  accessEndsAtMs: 0,
  renewsAtMs: 0,
  lastRenewal: null,
  redirectUri: 'https://localhost:47821/callback',
  keychain: { name: 'GNOME Keyring', kept: 'for-good' },
};

export function connectionsDouble(books: BooksDouble): ConnectionsDouble {
  const listeners = new Map<string, Set<(state: ConnectionState) => void>>();
  function live(id: ConnectionId, source: ConnectionSource): LiveConnection {
    const heard = listeners.get(id) ?? new Set();
    listeners.set(id, heard);
    // A login's secrets stay where they were put.
    const { keychain } = double.details;
    return {
      id,
      source,
      books: double.booksOf.get(id) ?? books,
      state: () => ({ status: 'connected' }),
      onStateChange(listener) {
        heard.add(listener);
        return () => heard.delete(listener);
      },
      details: () => ({ ...double.details, keychain }),
      async renew() {
        double.calls.push(`renew ${id}`);
        return ok();
      },
      async checkServices(business) {
        double.calls.push(`check ${id} ${business?.name}`);
        return [{ service: 'Who you are', tookMs: 12, error: double.checkError }];
      },
    };
  }
  const double: ConnectionsDouble = {
    calls: [],
    nextId: 'login-1',
    booksOf: new Map(),
    signInError: null,
    resumeError: null,
    signOutError: null,
    details: DETAILS,
    checkError: null,
    report: (id, state) => {
      for (const listener of listeners.get(id) ?? []) listener(state);
    },
    async checkCredentials() {
      double.calls.push('checkCredentials');
      return ok();
    },
    async signIn(request, onStep) {
      const { source } = request;
      double.calls.push('asConnection' in request ? `signIn as ${request.asConnection}` : 'signIn');
      onStep({ source, step: 'waiting-for-browser', endsAtMs: 0 });
      await Promise.resolve();
      if (double.signInError) return failed(double.signInError);
      const connection = live(double.nextId as ConnectionId, source);
      return ok({ connection, identity: (double.booksOf.get(double.nextId) ?? books).who });
    },
    openBrowserAgain: async () => ok(),
    useAddress: () => failed({ code: 'sign-in-needed', reason: 'no-sign-in-waiting' }),
    cancelSignIn: () => void double.calls.push('cancelSignIn'),
    keepUntilQuit: () => void double.calls.push('keepUntilQuit'),
    async resume(id, source) {
      double.calls.push(`resume ${id}`);
      return double.resumeError ? failed(double.resumeError) : ok(live(id, source));
    },
    async signOut(id) {
      double.calls.push(`signOut ${id}`);
      if (double.signOutError) return failed(double.signOutError);
      return ok({ revoked: true, accessEndsAtMs: null });
    },
    catchUp: () => void double.calls.push('catchUp'),
    async close() {
      double.calls.push('close');
    },
  };
  return double;
}
