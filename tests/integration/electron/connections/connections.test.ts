import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnections } from '../../../../electron/connections/connections.ts';
import type { ConnectionsWorld } from '../../../../electron/connections/connections-world.ts';
import { type Sandbox, startSandbox } from '../../../../electron/sandbox/start-sandbox.ts';
import type { AppCredentials, Connections, SignedIn } from '../../../../shared/connections.ts';
import { desktopKeychain } from '../../../../shared/desktop-keychain.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { REDIRECT_URIS } from '../../../../shared/redirect-uris.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { SCOPES } from '../../../../shared/scopes.ts';
import { consent, load } from '../../../support/followed-browser.ts';
import { freePorts } from '../../../support/free-ports.ts';
import { createMemoryKeytar, type MemoryKeytar } from '../../../support/memory-keytar.ts';
import { memoryRefreshNotes } from '../../../support/memory-refresh-notes.ts';

let folder: string;
let keytar: MemoryKeytar;
let connections: Connections;
let decision: 'authorize' | 'cancel';
let notices: string[];
let bugs: unknown[];
const unfinished = new Set<string>();

const DESKTOP = desktopKeychain({
  platform: 'linux',
  currentDesktop: 'GNOME',
  distributions: ['debian'],
});

/** A person who answers the consent page and follows the redirect. */
async function openBrowser(url: string): Promise<Result<undefined>> {
  void consent(url, decision).then(load);
  return ok();
}

async function open(change: Partial<ConnectionsWorld> = {}): Promise<Connections> {
  return openConnections({
    clock: Date.now,
    timers: { set: setTimeout, clear: (timer) => clearTimeout(timer as NodeJS.Timeout) },
    randomBytes,
    randomId: randomUUID,
    read: fetch,
    write: fetch,
    openBrowser,
    overrides: {},
    userAgent: 'Traybooks/0.0.0',
    keychainService: 'Traybooks (test)',
    loadKeytar: async () => keytar,
    desktopKeychain: DESKTOP,
    unfinishedSignIns: {
      begin: (id) => {
        unfinished.add(id);
        return ok();
      },
      end: (id) => void unfinished.delete(id),
    },
    ports: await freePorts(1),
    folder,
    refreshNotes: memoryRefreshNotes(),
    notify: ({ id }) => void notices.push(id),
    withdrawNotice: () => {},
    reportBug: (error) => void bugs.push(error),
    ...change,
  });
}

async function signedIn(): Promise<SignedIn> {
  const result = await connections.signIn({ source: 'sandbox' }, () => {});
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traybooks-connections-'));
  keytar = createMemoryKeytar();
  decision = 'authorize';
  notices = [];
  bugs = [];
  unfinished.clear();
  connections = await open();
});

afterEach(async () => {
  await connections.close();
  await rm(folder, { recursive: true });
});

describe('checking a client ID and secret', () => {
  let freshbooks: Sandbox;
  let credentials: AppCredentials;
  beforeEach(async () => {
    freshbooks = await startSandbox({ clock: Date.now, randomBytes });
    credentials = freshbooks.registerApp({
      name: 'Traybooks',
      redirectUris: REDIRECT_URIS,
      scopes: SCOPES,
    });
    const { baseUrl } = freshbooks;
    connections = await open({ overrides: { authBaseUrl: baseUrl, apiBaseUrl: baseUrl } });
  });
  afterEach(() => freshbooks.stop());

  it('finds the pair known without touching the keychain or issuing tokens', async () => {
    expect(await connections.checkCredentials(credentials)).toEqual(ok());
    expect(keytar.entries.size).toBe(0);
    expect(freshbooks.backstage.countRefreshTokens()).toBe(0);
  });

  it.each(['clientId', 'clientSecret'])('finds a wrong %s unknown', async (part) => {
    expect(await connections.checkCredentials({ ...credentials, [part]: 'not-this' })).toEqual(
      failed({ code: 'sign-in-needed', reason: 'invalid-client' }),
    );
  });
});

describe('signing in to the sample data', () => {
  it('ends with the person, the businesses and working books', async () => {
    const steps: string[] = [];
    const result = await connections.signIn({ source: 'sandbox' }, ({ step }) => steps.push(step));
    expect(result).toMatchObject({
      ok: true,
      value: {
        identity: {
          name: 'Maya Okafor',
          businesses: [{ name: 'Larkfield Studio' }, { accountId: null }],
        },
      },
    });
    expect(steps).toEqual([
      'starting',
      'waiting-for-browser',
      'exchanging-code',
      'reading-identity',
    ]);
    expect(keytar.entries.size).toBeGreaterThan(2);
  });

  it('leaves nothing in the keychain when consent is refused', async () => {
    decision = 'cancel';
    expect(await connections.signIn({ source: 'sandbox' }, () => {})).toEqual(
      failed({ code: 'cancelled', by: 'freshbooks' }),
    );
    expect([...keytar.entries.keys()]).toEqual([]);
  });

  it('leaves nothing in the keychain when the app ends meanwhile', async () => {
    let opened = () => {};
    const inBrowser = new Promise<void>((resolve) => {
      opened = resolve;
    });
    connections = await open({
      openBrowser: async () => {
        opened();
        return ok();
      },
    });
    const signingIn = connections.signIn({ source: 'sandbox' }, () => {});
    await inBrowser;
    expect([...keytar.entries.keys()]).not.toEqual([]);
    await connections.close();
    expect([...keytar.entries.keys()]).toEqual([]);
    expect(await signingIn).toEqual(failed({ code: 'cancelled', by: 'person' }));
  });

  it('says that the keychain is locked before any browser opens', async () => {
    keytar.trouble = 'Cannot create an item in a locked collection';
    let opened = 0;
    connections = await open({
      openBrowser: async () => {
        opened += 1;
        return ok();
      },
    });
    expect(await connections.signIn({ source: 'sandbox' }, () => {})).toEqual(
      failed({ code: 'keychain-unavailable', cause: 'locked', desktop: DESKTOP }),
    );
    expect(opened).toBe(0);
  });

  it('goes on without a keychain once the person chose so, and stores nothing in it', async () => {
    keytar.locked = true;
    expect((await connections.signIn({ source: 'sandbox' }, () => {})).ok).toBe(false);
    const asked = keytar.calls.length;
    connections.keepUntilQuit();
    const { connection } = await signedIn();
    expect(connection.details().keychain).toEqual({
      name: 'this computer’s memory',
      kept: 'until-quit',
    });
    expect(await connection.books.identity()).toMatchObject({ ok: true });
    expect((await connection.renew()).ok).toBe(true);
    expect(await connections.signOut(connection.id, 'sandbox')).toMatchObject({
      ok: true,
      value: { revoked: true },
    });
    // Nor was a person bothered with it once more.
    expect(keytar.calls.length).toBe(asked);
    expect([...unfinished]).toEqual([]);
  });

  it('made again goes on without a keychain that is shut, by a new app or by typing', async () => {
    const { connection } = await signedIn();
    keytar.locked = true;
    connections = await open();
    const again = { source: 'freshbooks', asConnection: connection.id } as const;
    expect(await connections.signIn(again, () => {})).toMatchObject({
      error: { code: 'keychain-unavailable' },
    });
    connections.keepUntilQuit();
    expect(await connections.signIn(again, () => {})).toEqual(
      failed({ code: 'sign-in-needed', reason: 'never-signed-in' }),
    );
    expect(await connections.signIn({ ...again, source: 'sandbox' }, () => {})).toMatchObject({
      ok: true,
    });
  });

  it('ends in the keychain where it began there, whatever is chosen meanwhile', async () => {
    connections = await open({
      openBrowser: (url) => {
        connections.keepUntilQuit();
        return openBrowser(url);
      },
    });
    const { connection } = await signedIn();
    expect(connection.details().keychain).toEqual({ name: 'GNOME Keyring', kept: 'for-good' });
    expect([...keytar.entries.keys()].some((name) => name.endsWith('/client'))).toBe(true);
  });

  it('is written down before its first secret is stored, and until it has erased them', async () => {
    const inBrowser: boolean[] = [];
    connections = await open({
      openBrowser: (url) => {
        inBrowser.push(unfinished.size === 1);
        return openBrowser(url);
      },
    });
    decision = 'cancel';
    await connections.signIn({ source: 'sandbox' }, () => {});
    expect(inBrowser).toEqual([true]);
    expect([...unfinished]).toEqual([]);
  });

  it('stays written down when the keychain lets nothing go', async () => {
    connections = await open({
      openBrowser: (url) => {
        keytar.locked = true;
        return openBrowser(url);
      },
    });
    expect((await connections.signIn({ source: 'sandbox' }, () => {})).ok).toBe(false);
    expect(unfinished.size).toBe(1);
    expect([...keytar.entries.keys()].some((name) => name.endsWith('/client'))).toBe(true);
  });

  it('stores nothing when it cannot be written down', async () => {
    connections = await open({
      unfinishedSignIns: { begin: () => failed({ code: 'storage-full' }), end: () => {} },
    });
    expect(await connections.signIn({ source: 'sandbox' }, () => {})).toEqual(
      failed({ code: 'storage-full' }),
    );
    expect([...keytar.entries.keys()]).toEqual([]);
  });

  /** Another start of the same app, whose calls are seen; `read` may be held up. */
  async function watched(change: Partial<ConnectionsWorld> = {}) {
    const revoked: string[] = [];
    connections = await open({
      write: (url, init) => {
        if (url.endsWith('/revoke')) revoked.push(JSON.parse(String(init.body)).token);
        return fetch(url, init);
      },
      ...change,
    });
    return revoked;
  }

  it('is cancelled while the identity is read, with its tokens revoked and forgotten', async () => {
    let reading = () => {};
    const isReading = new Promise<void>((resolve) => {
      reading = resolve;
    });
    const revoked = await watched({
      read: () => {
        reading();
        return new Promise(() => {});
      },
    });
    const signingIn = connections.signIn({ source: 'sandbox' }, () => {});
    await isReading;
    connections.cancelSignIn();
    expect(await signingIn).toEqual(failed({ code: 'cancelled', by: 'person' }));
    expect([...keytar.entries.keys()]).toEqual([]);
    await expect.poll(() => revoked).toHaveLength(2);
    expect(bugs).toEqual([]);
  });

  it('is cancelled between the click and the browser', async () => {
    let opened = 0;
    connections = await open({
      openBrowser: async () => {
        opened += 1;
        return ok();
      },
    });
    const signingIn = connections.signIn({ source: 'sandbox' }, () => {});
    connections.cancelSignIn();
    expect(await signingIn).toEqual(failed({ code: 'cancelled', by: 'person' }));
    expect(opened).toBe(0);
    expect([...keytar.entries.keys()]).toEqual([]);
  });

  it('revokes its tokens when the keychain refuses them', async () => {
    const revoked = await watched({
      openBrowser: async (url) => {
        keytar.trouble = 'Cannot create an item in a locked collection';
        return openBrowser(url);
      },
    });
    expect(await connections.signIn({ source: 'sandbox' }, () => {})).toEqual(
      failed({ code: 'keychain-unavailable', cause: 'locked', desktop: DESKTOP }),
    );
    await expect.poll(() => revoked).toHaveLength(2);
  });

  it('leaves nothing in the keychain when something throws', async () => {
    connections = await open({ openBrowser: () => Promise.reject(new Error('broken')) });
    await expect(connections.signIn({ source: 'sandbox' }, () => {})).rejects.toThrow('broken');
    expect([...keytar.entries.keys()]).toEqual([]);
  });

  it('says that the sample data was damaged and started afresh', async () => {
    await writeFile(join(folder, 'sample-data.json'), '{"version":');
    await signedIn();
    expect(notices).toEqual(['sample-data-damaged']);
  });

  it('says that its file cannot be opened', async () => {
    const blocked = join(folder, 'a-file');
    await writeFile(blocked, '');
    connections = await open({ folder: blocked });
    expect(await connections.signIn({ source: 'sandbox' }, () => {})).toEqual(
      failed({ code: 'storage-unusable', cause: 'cannot-open' }),
    );
  });

  it('ends when no browser can be opened', async () => {
    const noBrowser = failed({ code: 'cancelled', by: 'no-browser' });
    connections = await open({ openBrowser: async () => noBrowser });
    expect(await connections.signIn({ source: 'sandbox' }, () => {})).toEqual(noBrowser);
  });
});

describe('a stored login', () => {
  it('comes back after a restart without a browser, against the same books', async () => {
    const { connection } = await signedIn();
    await connections.close();
    connections = await open({
      openBrowser: async () => {
        throw new Error('no browser wanted');
      },
    });
    const resumed = await connections.resume(connection.id, 'sandbox');
    if (!resumed.ok) throw new Error(resumed.error.code);
    expect(await resumed.value.books.identity()).toMatchObject({
      ok: true,
      value: { name: 'Maya Okafor' },
    });
  });

  it('is the same live connection, however often it is asked for', async () => {
    const { connection } = await signedIn();
    const again = await connections.resume(connection.id, 'sandbox');
    expect(again).toEqual(ok(connection));
  });

  it('needs a sign-in when the keychain knows nothing of it', async () => {
    expect(await connections.resume('gone' as ConnectionId, 'sandbox')).toEqual(
      failed({ code: 'sign-in-needed', reason: 'never-signed-in' }),
    );
  });

  it('is gone from the keychain and from FreshBooks after signing out', async () => {
    const { connection } = await signedIn();
    expect(await connections.signOut(connection.id, 'sandbox')).toEqual(
      ok({ revoked: true, accessEndsAtMs: null }),
    );
    expect([...keytar.entries.keys()]).toEqual([]);
    expect(await connection.books.identity()).toMatchObject({ error: { code: 'sign-in-needed' } });
  });

  it('made again while its own refresh is under way: the new one stands', async () => {
    // The app of the first login is registered for these.
    const ports = await freePorts(1);
    connections = await open({ ports });
    const { connection } = await signedIn();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let holding = () => {};
    const isHeld = new Promise<void>((resolve) => {
      holding = resolve;
    });
    let holds = true;
    await connections.close();
    connections = await open({
      ports,
      async write(url, init) {
        const answer = await fetch(url, init);
        if (!holds || !String(init.body).includes('refresh_token"')) return answer;
        holds = false;
        holding();
        await held;
        return answer;
      },
    });
    const old = await connections.resume(connection.id, 'sandbox');
    if (!old.ok) throw new Error(old.error.code);
    const renewing = old.value.renew();
    await isHeld;
    const again = await connections.signIn(
      { source: 'sandbox', asConnection: connection.id },
      () => {},
    );
    letGo();
    if (!again.ok) throw new Error(again.error.code);
    await renewing;
    expect(await connections.signOut(connection.id, 'sandbox')).toMatchObject({ ok: true });
    const { books, renew } = again.value.connection;
    expect(await renew()).toEqual(ok());
    expect(await books.identity()).toMatchObject({ ok: true });
  });

  it('tells once that a renewed sign-in cannot be saved, and takes it back when it is', async () => {
    const withdrawn: string[] = [];
    connections = await open({ withdrawNotice: (id) => void withdrawn.push(id) });
    const { connection } = await signedIn();
    withdrawn.length = 0;
    keytar.trouble = 'Cannot create an item in a locked collection';
    expect(await connection.renew()).toEqual(ok());
    expect(await connection.renew()).toEqual(ok());
    expect(notices).toEqual([`renewal-not-saved-${connection.id}`]);
    expect(withdrawn).toEqual([]);
    keytar.trouble = null;
    expect(await connection.renew()).toEqual(ok());
    expect(withdrawn).toEqual(notices);
  });

  it('leaves no secret in any file', async () => {
    await signedIn();
    await connections.close();
    const files = await readdir(folder, { recursive: true });
    const written = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    // The client id is public; it stands in the authorize URL.
    const secrets = [...keytar.entries.values()].flatMap(
      (entry) => entry.replace(/"clientId":"[^"]*"/, '').match(/[\w.-]{40,}/g) ?? [],
    );
    expect(secrets.length).toBeGreaterThan(2);
    expect(secrets.filter((secret) => written.join('\n').includes(secret))).toEqual([]);
  });
});

describe('another FreshBooks', () => {
  it('is refused unless it is on this computer', async () => {
    connections = await open({ overrides: { authBaseUrl: 'https://evil.example' } });
    const credentials = { clientId: 'id', clientSecret: 'secret' };
    expect(await connections.signIn({ source: 'freshbooks', credentials }, () => {})).toMatchObject(
      {
        error: {
          code: 'rejected',
          fields: { authBaseUrl: expect.stringContaining('only this computer') },
        },
      },
    );
    expect([...keytar.entries.keys()]).toEqual([]);
  });
});
