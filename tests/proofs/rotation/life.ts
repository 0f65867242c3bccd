// One life of the app's main process, as far as its login goes: real keychain, real database, real
// session, nothing else. It does as it is told until it is killed.
import { createHash } from 'node:crypto';
import keytar from 'keytar';
import { freshBooksEndpoints } from '../../../electron/auth/endpoints.ts';
import { openKeychain } from '../../../electron/auth/keychain.ts';
import { openSession, type Session } from '../../../electron/auth/session.ts';
import { createTokenEndpoint } from '../../../electron/auth/token-endpoint.ts';
import type { TokenPair } from '../../../electron/auth/token-pair.ts';
import { createTokenVault } from '../../../electron/auth/token-vault.ts';
import { checkAccess } from '../../../electron/connections/check-access.ts';
import { openDatabase } from '../../../electron/workspace/database.ts';
import { storedRefreshNotes } from '../../../electron/workspace/stored-refresh-notes.ts';
import type { ConnectionId } from '../../../shared/ids.ts';
import { killPoints } from './kill-points.ts';
import type { Condition, Installation, Order, Report } from './messages.ts';

const ID = 'the-login' as ConnectionId;
const USER_AGENT = 'Traybooks/0.0.0';
const timers = {
  set: (callback: () => void, ms: number) => setTimeout(callback, ms),
  clear: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
};
const points = killPoints(() => process.kill(process.pid, 'SIGKILL'));

function say(report: Report): void {
  process.send?.(report);
}

function bringUp(installation: Installation) {
  const { baseUrl, credentials } = installation;
  const endpoints = freshBooksEndpoints({ authBaseUrl: baseUrl, apiBaseUrl: baseUrl });
  if (!endpoints.ok) throw new Error(endpoints.error.code);
  const keychain = openKeychain({
    service: installation.keychainService,
    load: async () => points.keytar(keytar),
  });
  const vault = createTokenVault(keychain);
  const endpoint = createTokenEndpoint({
    endpoints: endpoints.value,
    fetch: points.fetch(fetch),
    clock: Date.now,
    timers,
    userAgent: USER_AGENT,
  });
  const refreshNotes = points.notes(
    storedRefreshNotes(openDatabase(installation.databasePath, Date.now())),
  );
  const reach = {
    apiBaseUrl: baseUrl,
    read: fetch,
    write: fetch,
    userAgent: USER_AGENT,
    timers,
  };
  let session: Session | null = null;

  async function open(): Promise<Condition> {
    session?.close();
    const opened = await openSession({
      id: ID,
      vault,
      endpoint,
      clock: Date.now,
      timers,
      refreshNotes,
      checkAccess: (accessToken) => checkAccess(reach, accessToken),
      onUnsaved: () => {},
      reportBug: (error) => say({ said: 'bug', what: String(error) }),
    });
    session = opened.ok ? opened.value : null;
    const state = session?.state();
    const stored = await vault.read(ID);
    const tokens = stored.ok ? stored.value?.tokens : null;
    const needs = state?.status === 'needs-sign-in' ? state : null;
    return {
      state: state ? (needs?.severity ?? 'connected') : 'none',
      reason: needs?.reason ?? null,
      tokenDigest: tokens ? createHash('sha256').update(tokens.refreshToken).digest('hex') : null,
      accessStatus: needs?.severity === 'soft' && tokens ? await statusOf(tokens) : null,
    };
  }

  async function statusOf({ accessToken }: TokenPair): Promise<number> {
    const answer = await fetch(`${baseUrl}/auth/api/v1/users/me`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    await answer.text();
    return answer.status;
  }

  return {
    open,
    async signIn(tokens: TokenPair): Promise<Condition> {
      const client = { credentials, redirectUri: 'http://localhost:47821/callback' };
      const kept = await vault.saveCredentials(ID, client);
      const saved = kept.ok ? await vault.saveTokens(ID, tokens) : kept;
      if (!saved.ok) throw new Error(`the keychain refuses: ${JSON.stringify(saved.error)}`);
      return open();
    },
    async askMany(callers: number): Promise<void> {
      const held = await session?.accessToken();
      if (!session || !held?.ok) throw new Error('nothing to ask for');
      const living = session;
      const asked = await Promise.all(
        Array.from({ length: callers }, () => living.renewAfter(held.value)),
      );
      const tokens = new Set(asked.map((answer) => (answer.ok ? answer.value : answer.error.code)));
      say({ said: 'answered-many', tokens: tokens.has(held.value) ? 0 : tokens.size });
    },
    async renew(killAt: number | null): Promise<void> {
      if (!session) throw new Error('nothing to renew');
      points.arm(killAt);
      const callers = [session.accessToken(), session.accessToken()];
      const renewed = await session.renewNow();
      await Promise.all(callers);
      const passed = points.passed();
      points.arm(null);
      const error = renewed.ok ? null : JSON.stringify(renewed.error);
      say({ said: 'renewed', error, points: passed });
    },
  };
}

let life: ReturnType<typeof bringUp> | null = null;

async function follow(order: Order): Promise<void> {
  if (order.do === 'come-up') {
    life = bringUp(order.installation);
    say({ said: 'up', condition: await life.open() });
    return;
  }
  if (!life) throw new Error('not up yet');
  if (order.do === 'sign-in') say({ said: 'up', condition: await life.signIn(order.tokens) });
  else if (order.do === 'ask-many') await life.askMany(order.callers);
  else if (order.do === 'renew') await life.renew(order.killAt);
  else for (;;) await life.renew(null);
}

process.on('message', (order: Order) => {
  follow(order).catch((error: unknown) => say({ said: 'bug', what: String(error) }));
});
// Whoever started this is gone.
process.on('disconnect', () => process.exit());
say({ said: 'ready' });
