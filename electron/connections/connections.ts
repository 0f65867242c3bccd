// Joins auth, the FreshBooks client and the sample data into the one port the workspace knows.
import type { Connections } from '../../shared/connections.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ConnectionSource } from '../../shared/snapshot.ts';
import { checkCredentials } from '../auth/credentials-check.ts';
import { openKeychain } from '../auth/keychain.ts';
import { openSecretPlaces } from '../auth/secret-places.ts';
import type { Session } from '../auth/session.ts';
import { createSignIn } from '../auth/sign-in.ts';
import { startTimeLimit } from '../auth/time-limit.ts';
import { createCertificateSource } from '../auth/tls-certificate.ts';
import { unlessAborted } from '../auth/unless-aborted.ts';
import type { ConnectionsWorld } from './connections-world.ts';
import { type Login, openLogin } from './login.ts';
import { createNewLogin } from './new-login.ts';
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
  let signingIn: Promise<unknown> = Promise.resolve();
  let underWay: AbortController | null = null;

  async function forget(id: ConnectionId): Promise<Result<undefined>> {
    const forgotten = await vault.forget(id);
    if (forgotten.ok) world.refreshNotes.clear(id, null);
    return forgotten;
  }

  const newLogin = createNewLogin(world, {
    secrets,
    sampleData,
    reach,
    signIn,
    forget,
    use: (id, login) => void logins.set(id, login),
  });

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
      const result = newLogin(request, onStep, underWay.signal);
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
