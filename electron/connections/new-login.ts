// A sign-in from its request to a login that can be used, or to nothing: what it stores on the way
// is written down first, and one that does not end well leaves nothing behind, here or at FreshBooks.
import type { SignedIn, SignInRequest } from '../../shared/connections.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { SCOPES } from '../../shared/scopes.ts';
import type { ConnectionSource, SignInUnderWay } from '../../shared/snapshot.ts';
import type { SecretPlaces } from '../auth/secret-places.ts';
import type { SignIn, SignInGrant } from '../auth/sign-in.ts';
import type { ClientCredentials, TokenPair } from '../auth/token-pair.ts';
import type { StoredClient } from '../auth/vault-entries.ts';
import type { ConnectionsWorld } from './connections-world.ts';
import { credentialsFor } from './credentials-for.ts';
import { type Login, openLogin, type Peer } from './login.ts';
import type { SampleData } from './sample-data.ts';

/** What it goes through, and shares with the logins that are there. */
export interface NewLoginWays {
  readonly secrets: SecretPlaces;
  readonly sampleData: SampleData;
  readonly reach: (source: ConnectionSource) => Promise<Result<Peer>>;
  readonly signIn: Pick<SignIn, 'run'>;
  /** Erases every secret of it. */
  readonly forget: (id: ConnectionId) => Promise<Result<undefined>>;
  /** It is one of the logins from now on. */
  readonly use: (id: ConnectionId, login: Login) => void;
}

/** @param signal aborted when the person cancels, whatever is under way then */
export type NewLogin = (
  request: SignInRequest,
  onStep: (step: SignInUnderWay) => void,
  signal: AbortSignal,
) => Promise<Result<SignedIn>>;

export function createNewLogin(world: ConnectionsWorld, ways: NewLoginWays): NewLogin {
  const { clock, timers } = world;
  const { secrets, sampleData, reach, signIn, forget, use } = ways;
  const { vault } = secrets;
  const nothingStored = new Set<ConnectionId>();

  async function runSignIn(
    id: ConnectionId,
    request: SignInRequest,
    onStep: (step: SignInUnderWay) => void,
    signal: AbortSignal,
  ): Promise<Result<SignedIn>> {
    const peer = await reach(request.source);
    if (!peer.ok) return peer;
    const found = await credentialsFor(
      { vault, sampleData, timers, untilQuit: secrets.placeOf(null).kept === 'until-quit' },
      request,
      peer.value.tokenEndpoint,
    );
    if (!found.ok) return found;
    const credentials = found.value;
    // Before the browser opens: a keychain that refuses should say so now, not after consent.
    const kept = await storeFirst(id, request.source, { credentials, redirectUri: '' });
    if (!kept.ok) return kept;
    if (signal.aborted) return cancelled();

    const { source, endpoints, tokenEndpoint } = peer.value;
    let endsAtMs = clock();
    const granted = await signIn.run({
      credentials,
      endpoints,
      tokenEndpoint,
      scopes: SCOPES,
      scheme: source === 'sandbox' ? 'http' : 'https',
      openBrowser: world.openBrowser,
      onStep: (step, ends) => {
        endsAtMs = ends;
        onStep({ source, step, endsAtMs });
      },
    });
    if (!granted.ok) return granted;
    onStep({ source, step: 'reading-identity', endsAtMs });
    return finishSignIn(id, peer.value, credentials, granted.value, signal);
  }

  /** A kill after this leaves secrets in the keychain, so that is written down first. */
  async function storeFirst(
    id: ConnectionId,
    source: ConnectionSource,
    client: StoredClient,
  ): Promise<Result<undefined>> {
    const isForGood = secrets.placeOf(null).kept === 'for-good';
    const noted = isForGood ? world.unfinishedSignIns.begin(id, source) : ok();
    if (!noted.ok) return noted;
    const kept = await vault.saveCredentials(id, client);
    if (!kept.ok && isShut(kept.error)) nothingStored.add(id);
    return kept;
  }

  /** A sign-in that did not end well leaves nothing secret behind. */
  async function leaveNothing(id: ConnectionId): Promise<void> {
    // A keychain that was shut from the beginning took nothing, and would ask the person again.
    const forgotten = nothingStored.delete(id) ? ok() : await forget(id);
    if (forgotten.ok) world.unfinishedSignIns.end(id);
  }

  /** The tokens are in the vault before the identity is asked for: a crash costs no login. */
  async function finishSignIn(
    id: ConnectionId,
    peer: Peer,
    credentials: ClientCredentials,
    { tokens, redirectUri }: SignInGrant,
    signal: AbortSignal,
  ): Promise<Result<SignedIn>> {
    let login: Login | null = null;
    let isUsed = false;
    try {
      const keptAddress = await vault.saveCredentials(id, { credentials, redirectUri });
      const saved = keptAddress.ok ? await vault.saveTokens(id, tokens) : keptAddress;
      if (!saved.ok) return saved;
      const opened = await openLogin(world, secrets, peer, id);
      if (!opened.ok) return opened;
      login = opened.value;
      const identity = await login.connection.books.identity(signal);
      if (!identity.ok) return identity;
      if (signal.aborted) return cancelled();
      use(id, login);
      isUsed = true;
      return ok({ connection: login.connection, identity: identity.value });
    } finally {
      // Tokens nobody will use must not live on at FreshBooks. Nobody waits for it either: the
      // network may be the very reason why the sign-in failed, or was cancelled.
      if (!isUsed) void endGrant(peer, credentials, tokens, login).catch(world.reportBug);
    }
  }

  return async (request, onStep, signal) => {
    const id = world.randomId() as ConnectionId;
    let isSignedIn = false;
    try {
      const signedIn = await runSignIn(id, request, onStep, signal);
      isSignedIn = signedIn.ok;
      return signedIn;
    } finally {
      if (!isSignedIn) await leaveNothing(id);
    }
  };
}

async function endGrant(
  { tokenEndpoint }: Peer,
  credentials: ClientCredentials,
  { refreshToken, accessToken }: TokenPair,
  login: Login | null,
): Promise<void> {
  login?.session.close();
  // The session knows the newest pair; its tokens may have been renewed meanwhile.
  if (login) await login.session.signOut();
  else {
    await tokenEndpoint.revoke(credentials, refreshToken);
    await tokenEndpoint.revoke(credentials, accessToken);
  }
}

function cancelled(): Result<never> {
  return failed({ code: 'cancelled', by: 'person' });
}

function isShut(error: TraybooksError): boolean {
  return error.code === 'keychain-unavailable' && error.cause !== 'write-refused';
}
