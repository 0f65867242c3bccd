// Joins auth, the FreshBooks client and the sample data into the one port the workspace knows.
import type { Connections, SignedIn, SignInRequest } from '../../shared/connections.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { SCOPES } from '../../shared/scopes.ts';
import type { ConnectionSource, SignInUnderWay } from '../../shared/snapshot.ts';
import { freshBooksEndpoints } from '../auth/endpoints.ts';
import { openKeychain } from '../auth/keychain.ts';
import { createSignIn } from '../auth/sign-in.ts';
import { createCertificateSource } from '../auth/tls-certificate.ts';
import { createTokenEndpoint } from '../auth/token-endpoint.ts';
import type { ClientCredentials } from '../auth/token-pair.ts';
import { createTokenVault } from '../auth/token-vault.ts';
import type { ConnectionsWorld } from './connections-world.ts';
import { type Login, openLogin, type Peer } from './login.ts';
import { createSampleData } from './sample-data.ts';

export function openConnections(world: ConnectionsWorld): Connections {
  const { clock, timers, randomBytes, ports, userAgent } = world;
  const keychain = openKeychain({ service: world.keychainService, load: world.loadKeytar });
  const vault = createTokenVault(keychain);
  const certificate = createCertificateSource(keychain, clock);
  const signIn = createSignIn({ clock, timers, randomBytes, certificate, ports });
  const sampleData = createSampleData({ clock, randomBytes, ports, folder: world.folder });
  const logins = new Map<ConnectionId, Login>();
  let signingIn: Promise<unknown> = Promise.resolve();

  async function reach(source: ConnectionSource): Promise<Result<Peer>> {
    const base = source === 'sandbox' ? await sampleData.baseUrl() : null;
    const endpoints = freshBooksEndpoints(
      base ? { authBaseUrl: base, apiBaseUrl: base } : world.overrides,
    );
    if (!endpoints.ok) return endpoints;
    const tokenEndpoint = createTokenEndpoint({
      endpoints: endpoints.value,
      fetch: world.write,
      clock,
      timers,
      userAgent,
    });
    return ok({ source, endpoints: endpoints.value, tokenEndpoint });
  }

  function credentialsFor(request: SignInRequest): Promise<ClientCredentials> {
    return request.source === 'sandbox'
      ? sampleData.registerApp()
      : Promise.resolve(request.credentials);
  }

  /** The tokens are in the vault before the identity is asked for: a crash costs no login. */
  async function runSignIn(
    id: ConnectionId,
    request: SignInRequest,
    onStep: (step: SignInUnderWay) => void,
  ): Promise<Result<SignedIn>> {
    const peer = await reach(request.source);
    if (!peer.ok) return peer;
    const credentials = await credentialsFor(request);
    // Before the browser opens: a keychain that refuses should say so now, not after consent.
    const kept = await vault.saveCredentials(id, { credentials, redirectUri: '' });
    if (!kept.ok) return kept;

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
    const { tokens, redirectUri } = granted.value;
    const keptAddress = await vault.saveCredentials(id, { credentials, redirectUri });
    const saved = keptAddress.ok ? await vault.saveTokens(id, tokens) : keptAddress;
    if (!saved.ok) return saved;

    onStep({ source, step: 'reading-identity', endsAtMs });
    const login = await openLogin(world, vault, peer.value, id);
    if (!login.ok) return login;
    const identity = await login.value.connection.books.identity();
    if (!identity.ok) {
      // Tokens nobody will use must not live on at FreshBooks either.
      await login.value.session.signOut();
      login.value.session.close();
      return identity;
    }
    logins.set(id, login.value);
    return ok({ connection: login.value.connection, identity: identity.value });
  }

  async function signInOrForget(
    request: SignInRequest,
    onStep: (step: SignInUnderWay) => void,
  ): Promise<Result<SignedIn>> {
    const id = world.randomId() as ConnectionId;
    const signedIn = await runSignIn(id, request, onStep);
    // A sign-in that did not end well leaves nothing secret behind.
    if (!signedIn.ok) await vault.forget(id);
    return signedIn;
  }

  return {
    signIn(request, onStep) {
      const result = signInOrForget(request, onStep);
      signingIn = result.catch(() => undefined);
      return result;
    },
    openBrowserAgain: signIn.openBrowserAgain,
    useAddress: signIn.useAddress,
    cancelSignIn: signIn.cancel,
    async resume(id, source) {
      const known = logins.get(id);
      if (known) return ok(known.connection);
      const peer = await reach(source);
      if (!peer.ok) return peer;
      const login = await openLogin(world, vault, peer.value, id);
      if (!login.ok) return login;
      logins.set(id, login.value);
      return ok(login.value.connection);
    },
    async signOut(id) {
      const login = logins.get(id);
      logins.delete(id);
      if (!login) return vault.forget(id);
      const signedOut = await login.session.signOut();
      login.session.close();
      return signedOut.ok ? ok() : failed(signedOut.error);
    },
    async close() {
      signIn.cancel();
      for (const { session } of logins.values()) session.close();
      logins.clear();
      await sampleData.close();
      // What a sign-in cut short had stored is erased again before the app ends.
      await signingIn;
      await keychain.settled();
    },
  };
}
