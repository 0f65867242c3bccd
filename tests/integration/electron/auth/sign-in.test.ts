import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshBooksEndpoints } from '../../../../electron/auth/endpoints.ts';
import { openSession } from '../../../../electron/auth/session.ts';
import {
  createSignIn,
  type SignIn,
  type SignInGrant,
  type SignInOrder,
} from '../../../../electron/auth/sign-in.ts';
import { createCertificateSource } from '../../../../electron/auth/tls-certificate.ts';
import {
  createTokenEndpoint,
  type TokenEndpoint,
} from '../../../../electron/auth/token-endpoint.ts';
import type { ClientCredentials } from '../../../../electron/auth/token-pair.ts';
import { createTokenVault } from '../../../../electron/auth/token-vault.ts';
import { dropAfterHandling } from '../../../../electron/sandbox/faults/connection-faults.ts';
import { htmlBadGateway } from '../../../../electron/sandbox/faults/refusals.ts';
import { type Sandbox, startSandbox } from '../../../../electron/sandbox/start-sandbox.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { SCOPES } from '../../../../shared/scopes.ts';
import { SIGN_IN_LIMIT_MS } from '../../../../shared/sign-in-limit.ts';
import { consent, load } from '../../../support/followed-browser.ts';
import { freePorts } from '../../../support/free-ports.ts';
import { listeningAddresses } from '../../../support/listening-sockets.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { createMemoryKeychain } from '../../../support/memory-keychain.ts';
import { memoryRefreshNotes } from '../../../support/memory-refresh-notes.ts';

let time: ManualClock;
let sandbox: Sandbox;
let credentials: ClientCredentials;
let ports: readonly number[];
let signIn: SignIn;
let tokenEndpoint: TokenEndpoint;
let steps: string[];

beforeEach(async () => {
  time = manualClock();
  ports = await freePorts(3);
  sandbox = await startSandbox({ clock: time.now, randomBytes });
  credentials = sandbox.registerApp({
    name: 'Traybooks',
    redirectUris: ports.flatMap((port) => [
      `https://localhost:${port}/callback`,
      `http://localhost:${port}/callback`,
    ]),
    scopes: SCOPES,
  });
  signIn = createSignIn({
    clock: time.now,
    timers: time.timers,
    randomBytes,
    certificate: createCertificateSource(createMemoryKeychain(), Date.now),
    ports,
  });
  tokenEndpoint = createTokenEndpoint({
    endpoints: endpoints(),
    fetch,
    clock: time.now,
    timers: time.timers,
    userAgent: 'Traybooks/0.0.0',
  });
  steps = [];
});

afterEach(async () => {
  signIn.cancel();
  await sandbox.stop();
});

function endpoints() {
  const found = freshBooksEndpoints({ authBaseUrl: sandbox.baseUrl, apiBaseUrl: sandbox.baseUrl });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

/** Starts a sign-in; `opened` resolves with the address the browser was sent to. */
function start(changes: Partial<SignInOrder> = {}) {
  let onOpened = (_url: string) => {};
  const opened = new Promise<string>((resolve) => {
    onOpened = resolve;
  });
  const outcome = signIn.run({
    credentials,
    endpoints: endpoints(),
    tokenEndpoint,
    scopes: SCOPES,
    scheme: 'http',
    openBrowser: async (url) => {
      onOpened(url);
      return ok();
    },
    onStep: (step) => steps.push(step),
    ...changes,
  });
  return { opened, outcome };
}

/** The access token works, and nothing of the listener is left. */
async function expectSignedIn(outcome: Result<SignInGrant>): Promise<void> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const me = await fetch(`${sandbox.baseUrl}/auth/api/v1/users/me`, {
    headers: { Authorization: `Bearer ${outcome.value.tokens.accessToken}` },
  });
  expect(me.status).toBe(200);
  expect(outcome.value.tokens.scopes).toEqual(expect.arrayContaining([...SCOPES]));
  expectNothingLeft();
}

function expectNothingLeft(): void {
  expect(ports.flatMap(listeningAddresses)).toEqual([]);
  expect(time.pending).toEqual([]);
}

describe('a sign-in succeeds', () => {
  it('over HTTPS, as registered at FreshBooks', async () => {
    const { opened, outcome } = start({ scheme: 'https' });
    const address = await consent(await opened, 'authorize');
    expect(address).toMatch(new RegExp(`^https://localhost:${ports[0]}/callback\\?`));
    expect((await load(address)).text).toContain('go back to Traybooks');
    const done = await outcome;
    expect(done).toMatchObject({
      value: { redirectUri: `https://localhost:${ports[0]}/callback` },
    });
    await expectSignedIn(done);
    expect(steps).toEqual(['starting', 'waiting-for-browser', 'exchanging-code']);
  });

  it('over plain HTTP on the same port, when the person edited the address', async () => {
    const { opened, outcome } = start({ scheme: 'https' });
    const address = await consent(await opened, 'authorize');
    await load(address.replace('https:', 'http:'));
    await expectSignedIn(await outcome);
  });

  it('by pasting the address the browser could not load', async () => {
    const { opened, outcome } = start({ scheme: 'https' });
    const address = await consent(await opened, 'authorize');
    expect(signIn.useAddress(`  "${address}"\n`)).toEqual(ok());
    await expectSignedIn(await outcome);
  });

  it('by pasting the bare code', async () => {
    const { opened, outcome } = start();
    const address = new URL(await consent(await opened, 'authorize'));
    expect(signIn.useAddress(address.searchParams.get('code') ?? '')).toEqual(ok());
    await expectSignedIn(await outcome);
  });

  it('on the next port when another program holds the first', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(ports[0], '::1', done));
    const { opened, outcome } = start();
    await load(await consent(await opened, 'authorize'));
    expect(await outcome).toMatchObject({
      value: { redirectUri: `http://localhost:${ports[1]}/callback` },
    });
    await new Promise((done) => other.close(done));
  });

  it('after strangers tried their luck and wrong things were pasted', async () => {
    const { opened, outcome } = start();
    const address = new URL(await consent(await opened, 'authorize'));
    const wrong = new URL(address);
    wrong.searchParams.set('state', 'a-guess');
    expect((await load(wrong.href)).status).toBe(403);
    expect(signIn.useAddress(wrong.href)).toEqual(
      failed({ code: 'sign-in-needed', reason: 'wrong-state' }),
    );
    expect(signIn.useAddress('what now')).toEqual(
      failed({ code: 'sign-in-needed', reason: 'not-an-address' }),
    );
    await load(address.href);
    await expectSignedIn(await outcome);
  });

  it('when the browser is opened again, with the same address', async () => {
    const urls: string[] = [];
    const { outcome } = start({
      openBrowser: async (url) => {
        urls.push(url);
        return ok();
      },
    });
    while (urls.length === 0) await new Promise(setImmediate);
    expect(await signIn.openBrowserAgain()).toEqual(ok());
    expect(urls).toEqual([urls[0], urls[0]]);
    await load(await consent(urls[1] ?? '', 'authorize'));
    await expectSignedIn(await outcome);
  });
});

describe('a sign-in ends without a grant', () => {
  it('when the person says no in FreshBooks', async () => {
    const { opened, outcome } = start();
    const page = await load(await consent(await opened, 'cancel'));
    expect(page.text).toContain('Nothing was connected');
    expect(await outcome).toEqual(failed({ code: 'cancelled', by: 'freshbooks' }));
    expectNothingLeft();
  });

  it('when the person pastes the “no”', async () => {
    const { opened, outcome } = start();
    signIn.useAddress(await consent(await opened, 'cancel'));
    expect(await outcome).toEqual(failed({ code: 'cancelled', by: 'freshbooks' }));
  });

  it('when the person cancels here', async () => {
    const { opened, outcome } = start();
    await opened;
    signIn.cancel();
    expect(await outcome).toEqual(failed({ code: 'cancelled', by: 'person' }));
    expectNothingLeft();
  });

  it('when nobody comes back within five minutes', async () => {
    const { opened, outcome } = start();
    await opened;
    time.advance(SIGN_IN_LIMIT_MS - 1);
    expect(listeningAddresses(ports[0] ?? 0)).toHaveLength(2);
    time.advance(1);
    expect(await outcome).toEqual(failed({ code: 'cancelled', by: 'time-out' }));
    expectNothingLeft();
  });

  it('when the client secret is wrong, with the exact cause', async () => {
    const { opened, outcome } = start({
      credentials: { ...credentials, clientSecret: 'not the secret' },
    });
    await load(await consent(await opened, 'authorize'));
    expect(await outcome).toEqual(failed({ code: 'sign-in-needed', reason: 'invalid-client' }));
  });

  it('when a made-up code is pasted', async () => {
    const { opened, outcome } = start();
    await opened;
    expect(signIn.useAddress('0123456789abcdef0123456789abcdef')).toEqual(ok());
    expect(await outcome).toEqual(
      failed({
        code: 'code-refused',
        came: 'bare',
        redirectUri: `http://localhost:${ports[0]}/callback`,
      }),
    );
  });

  it('when FreshBooks does not accept the code of its own redirect, naming the redirect URI', async () => {
    const { opened, outcome } = start();
    const address = new URL(await consent(await opened, 'authorize'));
    address.searchParams.set('code', '0123456789abcdef0123456789abcdef');
    await load(address.href);
    expect(await outcome).toEqual(
      failed({
        code: 'code-refused',
        came: 'redirect',
        redirectUri: `http://localhost:${ports[0]}/callback`,
      }),
    );
  });

  it('when the browser does not open', async () => {
    const { outcome } = start({
      openBrowser: async () => failed({ code: 'bug', detail: 'no browser' }),
    });
    expect(await outcome).toEqual(failed({ code: 'bug', detail: 'no browser' }));
    expectNothingLeft();
  });

  it('when every port is taken', async () => {
    const others = ports.map(() => createServer());
    for (const [at, other] of others.entries()) {
      await new Promise<void>((done) => other.listen(ports[at], '127.0.0.1', done));
    }
    expect(await start().outcome).toEqual(failed({ code: 'port-in-use', ports }));
    for (const other of others) await new Promise((done) => other.close(done));
    expectNothingLeft();
  });
});

describe('one sign-in at a time', () => {
  it('starting another cancels the first, and takes its port over', async () => {
    const first = start();
    const stale = await first.opened;
    const second = start();
    expect(await first.outcome).toEqual(failed({ code: 'cancelled', by: 'person' }));
    const url = await second.opened;
    // The answer to the first is no answer to the second.
    expect((await load(await consent(stale, 'authorize'))).status).toBe(403);
    const address = await consent(url, 'authorize');
    expect(address).toContain(`:${ports[0]}/`);
    await load(address);
    await expectSignedIn(await second.outcome);
  });

  it('of three started at once only the last goes on', async () => {
    const attempts = [start(), start(), start()] as const;
    await load(await consent(await attempts[2].opened, 'authorize'));
    expect(await attempts[0].outcome).toMatchObject({ error: { code: 'cancelled' } });
    expect(await attempts[1].outcome).toMatchObject({ error: { code: 'cancelled' } });
    await expectSignedIn(await attempts[2].outcome);
  });

  it('nothing can be pasted, opened or cancelled when none waits', async () => {
    const none = failed({ code: 'sign-in-needed', reason: 'no-sign-in-waiting' });
    expect(signIn.useAddress('0123456789abcdef')).toEqual(none);
    expect(await signIn.openBrowserAgain()).toEqual(none);
    signIn.cancel();
    const { opened, outcome } = start();
    await load(await consent(await opened, 'authorize'));
    await outcome;
    expect(signIn.useAddress('0123456789abcdef')).toEqual(none);
  });
});

describe('a session from then on', () => {
  const ID = 'one' as ConnectionId;

  async function signedInSession() {
    const { opened, outcome } = start();
    await load(await consent(await opened, 'authorize'));
    const done = await outcome;
    if (!done.ok) throw new Error(done.error.code);
    const vault = createTokenVault(createMemoryKeychain());
    await vault.saveCredentials(ID, { credentials, redirectUri: done.value.redirectUri });
    await vault.saveTokens(ID, done.value.tokens);
    const session = await openSession({
      id: ID,
      vault,
      endpoint: tokenEndpoint,
      clock: time.now,
      timers: time.timers,
      refreshNotes: memoryRefreshNotes(),
      checkAccess: async () => 'works',
      onUnsaved: () => {},
      reportBug: (error) => {
        throw error;
      },
    });
    if (!session.ok) throw new Error(session.error.code);
    return { session: session.value, first: done.value.tokens, vault };
  }

  const tokenRequests = () =>
    sandbox.requests.filter(({ path }) => path === '/auth/oauth/token').length;

  it('rotates its tokens, one refresh for all, and the spent one is refused', async () => {
    const { session, first } = await signedInSession();
    const before = tokenRequests();
    time.advance(10 * 3_600_000);
    const asked = await Promise.all(Array.from({ length: 20 }, () => session.accessToken()));
    expect(new Set(asked.map((answer) => answer.ok && answer.value)).size).toBe(1);
    expect(asked[0]).not.toEqual(ok(first.accessToken));
    expect(tokenRequests()).toBe(before + 1);
    expect(sandbox.backstage.countRefreshTokens()).toBe(1);
    expect(
      await tokenEndpoint.refresh(credentials, {
        refreshToken: first.refreshToken,
        redirectUri: `http://localhost:${ports[0]}/callback`,
      }),
    ).toEqual(failed({ code: 'sign-in-needed', reason: 'invalid-grant' }));
  });

  it('is soft when another computer signed in, and hard once the token died', async () => {
    const { session, first } = await signedInSession();
    sandbox.backstage.signInFromAnotherComputer(credentials.clientId);
    time.advance(9 * 3_600_000);
    expect(await session.accessToken()).toEqual(ok(first.accessToken));
    expect(session.state()).toMatchObject({
      status: 'needs-sign-in',
      severity: 'soft',
      reason: 'used-elsewhere',
    });
    time.advance(4 * 3_600_000);
    expect(await session.accessToken()).toMatchObject({ error: { code: 'sign-in-needed' } });
    expect(session.state()).toMatchObject({ severity: 'hard' });
  });

  it('sends a refresh once when the answer is lost after the server rotated', async () => {
    const { session, first } = await signedInSession();
    const before = tokenRequests();
    sandbox.faults.next({
      when: { path: /\/oauth\/token$/ },
      outcome: dropAfterHandling,
    });
    time.advance(9 * 3_600_000);
    expect(await session.accessToken()).toEqual(ok(first.accessToken));
    expect(await session.accessToken()).toEqual(ok(first.accessToken));
    expect(tokenRequests()).toBe(before + 1);
    expect(session.state()).toMatchObject({ severity: 'soft' });
  });

  it('keeps its tokens through an HTML 502', async () => {
    const { session } = await signedInSession();
    sandbox.faults.next({ when: { path: /\/oauth\/token$/ }, outcome: htmlBadGateway });
    time.advance(13 * 3_600_000);
    expect(await session.accessToken()).toMatchObject({
      error: { code: 'server-trouble', status: 502 },
    });
    expect(await session.accessToken()).toMatchObject({ ok: true });
  });

  it('is revoked at FreshBooks when the person signs out', async () => {
    const { session, first, vault } = await signedInSession();
    expect(await session.signOut()).toEqual(ok({ revoked: true, accessEndsAtMs: null }));
    const me = await fetch(`${sandbox.baseUrl}/auth/api/v1/users/me`, {
      headers: { Authorization: `Bearer ${first.accessToken}` },
    });
    expect(me.status).toBe(401);
    expect(sandbox.backstage.countRefreshTokens()).toBe(0);
    expect(await vault.read(ID)).toEqual(ok(null));
  });
});
