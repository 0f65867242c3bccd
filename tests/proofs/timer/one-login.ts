// A way to FreshBooks for somebody who is signed in for good: the real client with one token.
// Keeping a session is what another proof is about.
import { createFreshBooks } from '../../../electron/freshbooks/freshbooks-books.ts';
import type { Connections, LiveConnection } from '../../../shared/connections.ts';
import type { Fetch } from '../../../shared/fetch.ts';
import type { ConnectionId } from '../../../shared/ids.ts';
import { failed, ok } from '../../../shared/result.ts';
import { SCOPES } from '../../../shared/scopes.ts';
import type { ConnectionSource } from '../../../shared/snapshot.ts';

const timers = {
  set: (callback: () => void, ms: number) => setTimeout(callback, ms),
  clear: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
};

export function oneLogin(baseUrl: string, accessToken: string, fetch: Fetch): Connections {
  const books = createFreshBooks({
    apiBaseUrl: baseUrl,
    read: fetch,
    write: fetch,
    tokens: {
      accessToken: async () => ok(accessToken),
      renewAfter: async () => failed({ code: 'sign-in-needed', reason: 'session-ended' }),
    },
    userAgent: 'Traybooks/0.0.0',
    timers,
  });

  function live(id: ConnectionId, source: ConnectionSource): LiveConnection {
    return {
      id,
      source,
      books,
      state: () => ({ status: 'connected' }),
      onStateChange: () => () => {},
      details: () => ({
        grantedScopes: SCOPES,
        missingScopes: [],
        accessEndsAtMs: 0,
        renewsAtMs: 0,
        lastRenewal: null,
        redirectUri: 'https://localhost:47821/callback',
        keychain: { name: 'none', kept: 'for-good' },
      }),
      renew: async () => ok(),
      checkServices: async () => [],
    };
  }

  return {
    checkCredentials: async () => ok(),
    async signIn({ source }) {
      const identity = await books.identity();
      if (!identity.ok) return identity;
      return ok({
        connection: live('the-login' as ConnectionId, source),
        identity: identity.value,
      });
    },
    openBrowserAgain: async () => ok(),
    useAddress: () => ok(),
    cancelSignIn: () => {},
    keepUntilQuit: () => {},
    resume: async (id, source) => ok(live(id, source)),
    signOut: async () => ok({ revoked: true, accessEndsAtMs: null }),
    catchUp: () => {},
    close: async () => {},
  };
}
