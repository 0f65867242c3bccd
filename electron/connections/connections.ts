// Joins auth, the FreshBooks client and the sample data into the one port the workspace knows.
import type { Connections, SignedIn, SignInRequest } from '../../shared/connections.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { SCOPES } from '../../shared/scopes.ts';
import type { ConnectionSource, SignInUnderWay } from '../../shared/snapshot.ts';
import { checkCredentials } from '../auth/credentials-check.ts';
import { openKeychain } from '../auth/keychain.ts';
import { openSecretPlaces } from '../auth/secret-places.ts';
import type { Session } from '../auth/session.ts';
import { createSignIn, type SignInGrant } from '../auth/sign-in.ts';
import { startTimeLimit } from '../auth/time-limit.ts';
import { createCertificateSource } from '../auth/tls-certificate.ts';
import type { ClientCredentials, TokenPair } from '../auth/token-pair.ts';
import { unlessAborted } from '../auth/unless-aborted.ts';
import type { StoredClient } from '../auth/vault-entries.ts';
import type { ConnectionsWorld } from './connections-world.ts';
import { credentialsFor } from './credentials-for.ts';
import { type Login, openLogin, type Peer } from './login.ts';
import { peerFinder } from './peers.ts';
import { createSampleData } from './sample-data.ts';

/** Shorter than a quitting program may take in all. */
const LONGEST_SETTLING_MS = 2000;

export function openConnections(world: ConnectionsWorld): Connections {
  const { clock, timers, randomBytes, ports } = world;
  const keychain = openKeychain({
    service: world.keychainService,
    load: world.loadKeytar,
    desktop: world.desktopKeychain,
  });
  const secrets = openSecretPlaces(keychain, world.desktopKeychain);
  const { vault } = secrets;
  const certificate = createCertificateSource(secrets.keychain, clock);
  const signIn = createSignIn({ clock, timers, randomBytes, certificate, ports });
  const { folder, notify } = world;
  const sampleData = createSampleData({ clock, randomBytes, ports, folder, notify });
  const reach = peerFinder(world, sampleData);
  const logins = new Map<ConnectionId, Login>();
  const nothingStored = new Set<ConnectionId>();
  let signingIn: Promise<unknown> = Promise.resolve();
  let underWay: AbortController | null = null;

  async function forget(id: ConnectionId): Promise<Result<undefined>> {
    const forgotten = await vault.forget(id);
    if (forgotten.ok) world.refreshNotes.clear(id, null);
    return forgotten;
  }

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
      logins.set(id, login);
      isUsed = true;
      return ok({ connection: login.connection, identity: identity.value });
    } finally {
      // Tokens nobody will use must not live on at FreshBooks. Nobody waits for it either: the
      // network may be the very reason why the sign-in failed, or was cancelled.
      if (!isUsed) void endGrant(peer, credentials, tokens, login).catch(world.reportBug);
    }
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

  async function signInOrForget(
    request: SignInRequest,
    onStep: (step: SignInUnderWay) => void,
    signal: AbortSignal,
  ): Promise<Result<SignedIn>> {
    const id = world.randomId() as ConnectionId;
    let isSignedIn = false;
    try {
      const signedIn = await runSignIn(id, request, onStep, signal);
      isSignedIn = signedIn.ok;
      return signedIn;
    } finally {
      if (!isSignedIn) await leaveNothing(id);
    }
  }

  /** @returns null when there is nothing left that FreshBooks could revoke */
  async function loginToEnd(
    id: ConnectionId,
    source: ConnectionSource | null,
  ): Promise<Result<Login | null>> {
    const known = logins.get(id) ?? null;
    if (known || source === null) return ok(known);
    const peer = await reach(source);
    if (!peer.ok) return ok(null);
    const login = await openLogin(world, secrets, peer.value, id);
    return login.ok || login.error.code === 'keychain-unavailable' ? login : ok(null);
  }

  function cancelSignIn(): void {
    underWay?.abort();
    signIn.cancel();
  }

  return {
    async checkCredentials(credentials) {
      const peer = await reach('freshbooks');
      if (!peer.ok) return peer;
      return checkCredentials(peer.value.tokenEndpoint, timers, credentials);
    },
    signIn(request, onStep) {
      cancelSignIn();
      underWay = new AbortController();
      const result = signInOrForget(request, onStep, underWay.signal);
      signingIn = result.catch(() => undefined);
      return result;
    },
    openBrowserAgain: signIn.openBrowserAgain,
    useAddress: signIn.useAddress,
    cancelSignIn,
    keepUntilQuit: secrets.keepUntilQuit,
    async resume(id, source) {
      const known = logins.get(id);
      if (known) return ok(known.connection);
      const peer = await reach(source);
      if (!peer.ok) return peer;
      const login = await openLogin(world, secrets, peer.value, id);
      if (!login.ok) return login;
      logins.set(id, login.value);
      return ok(login.value.connection);
    },
    async signOut(id, source) {
      const login = await loginToEnd(id, source);
      logins.delete(id);
      if (!login.ok) return login;
      if (login.value === null) {
        const forgotten = await forget(id);
        return forgotten.ok ? ok({ revoked: false, accessEndsAtMs: null }) : forgotten;
      }
      const signedOut = await login.value.session.signOut();
      login.value.session.close();
      return signedOut;
    },
    catchUp() {
      for (const { session } of logins.values()) session.catchUp();
    },
    async close() {
      cancelSignIn();
      const sessions = [...logins.values()].map(({ session }) => session);
      logins.clear();
      // An answer on its way would be lost with the program, and a sign-in with it.
      const limit = startTimeLimit(timers, LONGEST_SETTLING_MS);
      await unlessAborted(settled(sessions), limit.signal);
      limit.end();
      for (const session of sessions) session.close();
      await sampleData.close();
      // What a sign-in cut short had stored is erased again before the app ends.
      await signingIn;
      await keychain.settled();
    },
  };
}

async function settled(sessions: readonly Session[]): Promise<void> {
  await Promise.all(sessions.map((session) => session.settled()));
}

function cancelled(): Result<never> {
  return failed({ code: 'cancelled', by: 'person' });
}

function isShut(error: TraybooksError): boolean {
  return error.code === 'keychain-unavailable' && error.cause !== 'write-refused';
}
