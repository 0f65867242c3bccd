// What Settings do to one login of a person's own FreshBooks app, against a FreshBooks of the
// test's own: renewed, reconnected without typing, signed out with and without a network.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnections } from '../../../../electron/connections/connections.ts';
import { unauthenticated } from '../../../../electron/sandbox/faults/refusals.ts';
import { type Sandbox, startSandbox } from '../../../../electron/sandbox/start-sandbox.ts';
import type { Connections, SignedIn } from '../../../../shared/connections.ts';
import { desktopKeychain } from '../../../../shared/desktop-keychain.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { redirectUri } from '../../../../shared/redirect-uris.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { SCOPES } from '../../../../shared/scopes.ts';
import { consent, load } from '../../../support/followed-browser.ts';
import { freePorts } from '../../../support/free-ports.ts';
import { createMemoryKeytar, type MemoryKeytar } from '../../../support/memory-keytar.ts';
import { memoryRefreshNotes } from '../../../support/memory-refresh-notes.ts';

let folder: string;
let ports: readonly number[];
let sandbox: Sandbox;
let credentials: { readonly clientId: string; readonly clientSecret: string };
let keytar: MemoryKeytar;
let connections: Connections;
/** The client ids of the consent pages that were opened. */
let asked: (string | null)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traybooks-again-'));
  ports = await freePorts(1);
  sandbox = await startSandbox({ clock: Date.now, randomBytes });
  credentials = sandbox.registerApp({
    name: 'Traybooks',
    redirectUris: ports.map((port) => redirectUri('https', port)),
    scopes: SCOPES,
  });
  keytar = createMemoryKeytar();
  asked = [];
  connections = open();
});

afterEach(async () => {
  await connections.close();
  await sandbox.stop().catch(() => undefined);
  await rm(folder, { recursive: true });
});

async function openBrowser(url: string): Promise<Result<undefined>> {
  asked.push(new URL(url).searchParams.get('client_id'));
  void consent(url, 'authorize').then(load);
  return ok();
}

function open(): Connections {
  return openConnections({
    clock: Date.now,
    timers: { set: setTimeout, clear: (timer) => clearTimeout(timer as NodeJS.Timeout) },
    randomBytes,
    randomId: randomUUID,
    read: fetch,
    write: fetch,
    openBrowser,
    overrides: { authBaseUrl: sandbox.baseUrl, apiBaseUrl: sandbox.baseUrl },
    userAgent: 'Traybooks/0.0.0',
    keychainService: 'Traybooks (test)',
    loadKeytar: async () => keytar,
    desktopKeychain: desktopKeychain({
      platform: 'linux',
      currentDesktop: 'GNOME',
      distributions: ['debian'],
    }),
    unfinishedSignIns: { begin: () => ok(), end: () => {} },
    ports,
    folder,
    refreshNotes: memoryRefreshNotes(),
    notify: () => {},
    withdrawNotice: () => {},
    reportBug: (error) => {
      throw error;
    },
  });
}

async function restart(): Promise<void> {
  await connections.close();
  connections = open();
}

async function signedIn(): Promise<SignedIn> {
  const result = await connections.signIn({ source: 'freshbooks', credentials }, () => {});
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const tokenRequests = () =>
  sandbox.requests.filter(({ path }) => path === '/auth/oauth/token').length;

/** Names of its entries in the keychain; the certificate's key belongs to no login. */
const entriesOf = (id: string) => [...keytar.entries.keys()].filter((name) => name.includes(id));

describe('a login made again', () => {
  it('goes by the app in the keychain, after a restart too, and the new one is alive', async () => {
    const { connection } = await signedIn();
    await restart();
    const again = await connections.signIn(
      { source: 'freshbooks', asConnection: connection.id },
      () => {},
    );
    if (!again.ok) throw new Error(again.error.code);
    expect(asked).toEqual([credentials.clientId, credentials.clientId]);
    expect(again.value.connection.id).not.toBe(connection.id);
    // Ending the old one must not end the new one with it.
    await connections.signOut(connection.id, 'freshbooks');
    expect(await again.value.connection.renew()).toEqual(ok());
    expect(await again.value.connection.books.identity()).toMatchObject({ ok: true });
    expect(entriesOf(connection.id)).toEqual([]);
  });

  it('leaves the old one as it was when the person gives up', async () => {
    const { connection } = await signedIn();
    const kept = new Map(keytar.entries);
    const again = connections.signIn(
      { source: 'freshbooks', asConnection: connection.id },
      ({ step }) => {
        if (step === 'waiting-for-browser') connections.cancelSignIn();
      },
    );
    expect(await again).toEqual(failed({ code: 'cancelled', by: 'person' }));
    expect(keytar.entries).toEqual(kept);
    expect(await connection.books.identity()).toMatchObject({ ok: true });
  });

  it('needs typing when the keychain does not have it any more, and opens no browser', async () => {
    expect(
      await connections.signIn(
        { source: 'freshbooks', asConnection: 'gone' as ConnectionId },
        () => {},
      ),
    ).toEqual(failed({ code: 'sign-in-needed', reason: 'never-signed-in' }));
    expect(asked).toEqual([]);
    expect(keytar.entries.size).toBe(0);
  });

  it('by the sample data uses its app again, and another once the sample data is new', async () => {
    const first = await connections.signIn({ source: 'sandbox' }, () => {});
    if (!first.ok) throw new Error(first.error.code);
    const { id } = first.value.connection;
    await connections.signIn({ source: 'sandbox', asConnection: id }, () => {});
    expect(asked[1]).toBe(asked[0]);
    await connections.close();
    await rm(join(folder, 'sample-data.json'));
    connections = open();
    const last = await connections.signIn({ source: 'sandbox', asConnection: id }, () => {});
    expect(last).toMatchObject({ ok: true });
    expect(asked[2]).not.toBe(asked[0]);
  });
});

describe('what is told of a login', () => {
  it('is its scopes, its times, its last renewal and its keychain', async () => {
    const { connection } = await signedIn();
    const beganAtMs = Date.now();
    expect(connection.details()).toMatchObject({
      grantedScopes: SCOPES,
      missingScopes: [],
      lastRenewal: null,
      redirectUri: redirectUri('https', ports[0] ?? 0),
      keychain: { kept: 'for-good' },
    });
    expect(await connection.renew()).toEqual(ok());
    const { accessEndsAtMs, renewsAtMs, lastRenewal } = connection.details();
    expect(accessEndsAtMs).toBeGreaterThan(beganAtMs + 11 * 3_600_000);
    expect(renewsAtMs).toBeLessThan(accessEndsAtMs);
    expect(lastRenewal?.error).toBeNull();
    expect(lastRenewal?.atMs).toBeGreaterThanOrEqual(beganAtMs);
  });

  it('is how each service answers', async () => {
    const { connection, identity } = await signedIn();
    const checks = await connection.checkServices(identity.businesses[0] ?? null);
    expect(checks).toHaveLength(6);
    expect(checks.every(({ error }) => error === null)).toBe(true);
  });
});

describe('signing out', () => {
  it('revokes at FreshBooks although the login was not in use since the start', async () => {
    const { connection } = await signedIn();
    await restart();
    expect(await connections.signOut(connection.id, 'freshbooks')).toEqual(
      ok({ revoked: true, accessEndsAtMs: null }),
    );
    expect(sandbox.backstage.countRefreshTokens()).toBe(0);
    expect(entriesOf(connection.id)).toEqual([]);
  });

  it('offline empties the keychain, and says until when the token lives on', async () => {
    const { connection } = await signedIn();
    const { accessEndsAtMs } = connection.details();
    await sandbox.stop();
    expect(await connections.signOut(connection.id, 'freshbooks')).toEqual(
      ok({ revoked: false, accessEndsAtMs }),
    );
    expect(entriesOf(connection.id)).toEqual([]);
  });

  it('keeps the login while the keychain cannot be asked for what to revoke', async () => {
    const { connection } = await signedIn();
    await restart();
    keytar.trouble = 'Cannot get secret of a locked object';
    expect(await connections.signOut(connection.id, 'freshbooks')).toMatchObject({
      error: { code: 'keychain-unavailable', cause: 'locked' },
    });
    expect(sandbox.backstage.countRefreshTokens()).toBe(1);
    keytar.trouble = null;
  });
});

describe('a 401', () => {
  const shapes = [
    'current',
    'accounting-old',
    'accounting-dated',
    'message',
    'invalid-token',
  ] as const;

  it.each(shapes)('of the shape %s: one refresh, one more try', async (shape) => {
    const { connection } = await signedIn();
    const before = [tokenRequests(), sandbox.requests.length] as const;
    sandbox.faults.next({ outcome: unauthenticated(shape) });
    expect(await connection.books.identity()).toMatchObject({ ok: true });
    expect(tokenRequests()).toBe(before[0] + 1);
    expect(sandbox.requests.length).toBe(before[1] + 3);
  });

  it.each(shapes)('of the shape %s, and once more after the refresh: no third', async (shape) => {
    const { connection } = await signedIn();
    const before = [tokenRequests(), sandbox.requests.length] as const;
    const apiOnly = { path: /users\/me$/ };
    sandbox.faults.next({ when: apiOnly, outcome: unauthenticated(shape), times: 2 });
    expect(await connection.books.identity()).toEqual(
      failed({ code: 'sign-in-needed', reason: 'session-ended' }),
    );
    expect(tokenRequests()).toBe(before[0] + 1);
    expect(sandbox.requests.length).toBe(before[1] + 3);
  });

  it('to many calls at once is one refresh for all', async () => {
    const { connection } = await signedIn();
    const before = tokenRequests();
    sandbox.backstage.expireAccessTokens();
    const answers = await Promise.all(Array.from({ length: 8 }, () => connection.books.identity()));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(tokenRequests()).toBe(before + 1);
  });
});
