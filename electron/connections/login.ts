// One stored login brought to life: its session over the vault, and its books over the session.
import type { Books } from '../../shared/books.ts';
import type { LiveConnection } from '../../shared/connections.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import { missingScopes } from '../../shared/scopes.ts';
import type { ConnectionSource } from '../../shared/snapshot.ts';
import type { FreshBooksEndpoints } from '../auth/endpoints.ts';
import type { SecretPlaces } from '../auth/secret-places.ts';
import { openSession, type Session } from '../auth/session.ts';
import type { TokenEndpoint } from '../auth/token-endpoint.ts';
import { createServiceChecks } from '../freshbooks/check-services.ts';
import { createFreshBooks } from '../freshbooks/freshbooks-books.ts';
import { checkAccess } from './check-access.ts';
import type { ConnectionsWorld } from './connections-world.ts';
import { unsavedNotice, unsavedNoticeId } from './unsaved-notice.ts';

/** A FreshBooks, real or embedded, and its token endpoint. */
export interface Peer {
  readonly source: ConnectionSource;
  readonly endpoints: FreshBooksEndpoints;
  readonly tokenEndpoint: TokenEndpoint;
}

export interface Login {
  readonly connection: LiveConnection;
  readonly session: Session;
}

/** @returns `sign-in-needed` when the vault has no tokens, `keychain-unavailable` when it is shut */
export async function openLogin(
  world: ConnectionsWorld,
  secrets: SecretPlaces,
  peer: Peer,
  id: ConnectionId,
): Promise<Result<Login>> {
  const { clock, timers, read, write, userAgent } = world;
  const { apiBaseUrl } = peer.endpoints;
  const reach = { apiBaseUrl, read, write, userAgent, timers };
  const opened = await openSession({
    id,
    vault: secrets.vault,
    endpoint: peer.tokenEndpoint,
    clock,
    timers,
    refreshNotes: world.refreshNotes,
    checkAccess: (accessToken) => checkAccess(reach, accessToken),
    onUnsaved: (error) => {
      if (error) world.notify(unsavedNotice(id, error));
      else world.withdrawNotice(unsavedNoticeId(id));
    },
    reportBug: world.reportBug,
  });
  if (!opened.ok) return opened;
  // Of an earlier run: what was unsaved then is gone, and the session's state says so.
  world.withdrawNotice(unsavedNoticeId(id));
  const session = opened.value;
  const freshBooks = { ...reach, tokens: session };
  const books: Books = createFreshBooks(freshBooks);
  return ok({
    session,
    connection: {
      id,
      source: peer.source,
      books,
      state: session.state,
      onStateChange: session.onStateChange,
      details: () => ({
        ...session.details(),
        grantedScopes: session.grantedScopes(),
        missingScopes: missingScopes(session.grantedScopes()),
        keychain: secrets.placeOf(id),
      }),
      renew: session.renewNow,
      checkServices: createServiceChecks(freshBooks, clock),
    },
  });
}
