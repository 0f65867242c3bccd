import { beforeEach, describe, expect, it } from 'vitest';
import { openSession, type Session, type SessionParts } from '../../../../electron/auth/session.ts';
import type { TokenEndpoint } from '../../../../electron/auth/token-endpoint.ts';
import type { TokenPair } from '../../../../electron/auth/token-pair.ts';
import { createTokenVault, type TokenVault } from '../../../../electron/auth/token-vault.ts';
import type { TraybooksError } from '../../../../shared/errors.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { SCOPES } from '../../../../shared/scopes.ts';
import type { ConnectionState } from '../../../../shared/snapshot.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { createMemoryKeychain, type MemoryKeychain } from '../../../support/memory-keychain.ts';
import {
  type MemoryRefreshNotes,
  memoryRefreshNotes,
} from '../../../support/memory-refresh-notes.ts';

const HOUR_MS = 3_600_000;
const ID = 'one' as ConnectionId;
const CLIENT = {
  credentials: { clientId: 'the-id', clientSecret: 'the-secret' },
  redirectUri: 'https://localhost:47821/callback',
};

let time: ManualClock;
let keychain: MemoryKeychain;
let vault: TokenVault;
let diary: string[];
/** What the token endpoint answers to refreshes, in order; after the last one, new pairs. */
let answers: (() => Result<TokenPair> | Promise<Result<TokenPair>>)[];
let revocation: Result<undefined>;
let granted: number;
let notes: MemoryRefreshNotes;
let access: 'works' | 'refused' | 'unknown';
/** What the person is told about a pair that cannot be saved. */
let told: (string | null)[];
let bugs: unknown[];

function pair(number: number): TokenPair {
  return {
    accessToken: `access-${number}`,
    refreshToken: `refresh-${number}`,
    expiresAtMs: time.now() + 12 * HOUR_MS,
    lifeMs: 12 * HOUR_MS,
    scopes: ['user:profile:read'],
  };
}

const endpoint: TokenEndpoint = {
  exchange: () => Promise.reject(new Error('a session never exchanges a code')),
  async refresh(_credentials, grant) {
    diary.push(`refresh ${grant.refreshToken}`);
    const answer = answers.shift();
    if (answer) return answer();
    granted += 1;
    return ok(pair(granted));
  },
  async revoke(_credentials, token) {
    diary.push(`revoke ${token}`);
    return revocation;
  },
};

function parts(): SessionParts {
  return {
    id: ID,
    vault,
    endpoint,
    clock: time.now,
    timers: time.timers,
    refreshNotes: notes,
    async checkAccess(accessToken) {
      diary.push(`check ${accessToken}`);
      return access;
    },
    onUnsaved: (error) => void told.push(error ? error.code : null),
    reportBug: (error) => void bugs.push(error),
  };
}

async function open(): Promise<Session> {
  const opened = await openSession(parts());
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function storedTokens(): Promise<TokenPair | null | undefined> {
  const read = await createTokenVault(keychain).read(ID);
  return read.ok ? read.value?.tokens : undefined;
}

const refuse = (error: TraybooksError) => () => failed(error);
const needsSignIn = (reason: string) =>
  failed({ code: 'sign-in-needed', reason } as TraybooksError);
const soft = {
  status: 'needs-sign-in',
  severity: 'soft',
  reason: 'session-ended',
  usableUntilMs: expect.any(Number),
};
const hard = { status: 'needs-sign-in', severity: 'hard', reason: 'session-ended' };
const refreshes = () => diary.filter((line) => line.startsWith('refresh'));

beforeEach(async () => {
  time = manualClock();
  keychain = createMemoryKeychain();
  vault = createTokenVault(keychain);
  diary = [];
  answers = [];
  revocation = ok();
  granted = 1;
  notes = memoryRefreshNotes();
  access = 'unknown';
  told = [];
  bugs = [];
  await vault.saveCredentials(ID, CLIENT);
  await vault.saveTokens(ID, pair(1));
});

describe('an access token', () => {
  it('comes from the vault while it has long to live', async () => {
    const session = await open();
    expect(await session.accessToken()).toEqual(ok('access-1'));
    time.advance(7 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(diary).toEqual([]);
    expect(session.state()).toEqual({ status: 'connected' });
  });

  it('is renewed unasked when a third of its life is left', async () => {
    const session = await open();
    time.advance(9 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-2'));
    expect(await session.accessToken()).toEqual(ok('access-2'));
    expect(refreshes()).toEqual(['refresh refresh-1']);
  });

  it('is renewed when it died while the computer slept', async () => {
    const session = await open();
    time.jump(100 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-2'));
  });

  it('is renewed once for fifty who ask at the same time', async () => {
    const session = await open();
    time.advance(13 * HOUR_MS);
    const asked = await Promise.all(Array.from({ length: 50 }, () => session.accessToken()));
    expect(new Set(asked.map((answer) => answer.ok && answer.value))).toEqual(
      new Set(['access-2']),
    );
    expect(refreshes()).toHaveLength(1);
  });

  it('is in the vault before anyone has it', async () => {
    const session = await open();
    time.advance(9 * HOUR_MS);
    const inVault = session.accessToken().then(storedTokens);
    expect(await inVault).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' });
    expect(notes.noted.size).toBe(0);
  });

  it('is not waited for by a caller who gave up; the refresh goes on for the others', async () => {
    const session = await open();
    time.advance(13 * HOUR_MS);
    const giveUp = new AbortController();
    const impatient = session.accessToken(giveUp.signal);
    const patient = session.accessToken();
    giveUp.abort();
    expect(await impatient).toEqual(failed({ code: 'cancelled', by: 'person' }));
    expect(await patient).toEqual(ok('access-2'));
    expect(await session.accessToken(giveUp.signal)).toMatchObject({ ok: false });
  });

  it('cannot be had without a login in the vault', async () => {
    await vault.forget(ID);
    expect(await openSession(parts())).toEqual(needsSignIn('never-signed-in'));
  });
});

describe('after a 401', () => {
  it('the token is renewed once, for all who were refused it', async () => {
    const session = await open();
    const renewed = await Promise.all([1, 2, 3].map(() => session.renewAfter('access-1')));
    expect(renewed).toEqual([ok('access-2'), ok('access-2'), ok('access-2')]);
    // Late news of the old token: the newer one is at hand.
    expect(await session.renewAfter('access-1')).toEqual(ok('access-2'));
    expect(refreshes()).toHaveLength(1);
  });

  it('a token that can be neither used nor renewed is no longer handed out', async () => {
    const session = await open();
    answers = [refuse({ code: 'sign-in-needed', reason: 'invalid-grant' })];
    expect(await session.renewAfter('access-1')).toEqual(needsSignIn('session-ended'));
    expect(session.state()).toEqual(hard);
    expect(await session.accessToken()).toEqual(needsSignIn('session-ended'));
    expect(refreshes()).toHaveLength(1);
  });

  it('and offline, the session is kept and tried again later', async () => {
    const session = await open();
    answers = [refuse({ code: 'offline' })];
    expect(await session.renewAfter('access-1')).toEqual(failed({ code: 'offline' }));
    expect(session.state()).toEqual({ status: 'connected' });
    expect(await session.accessToken()).toEqual(ok('access-2'));
  });
});

describe('trouble that keeps the session', () => {
  it.each<TraybooksError>([
    { code: 'offline' },
    { code: 'rate-limited', retryAfterSeconds: 20 },
    { code: 'server-trouble', status: 502, detail: 'the body' },
  ])('$code: the living token goes on working, and is not renewed at every call', async (error) => {
    const session = await open();
    time.advance(9 * HOUR_MS);
    answers = [refuse(error)];
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(refreshes()).toHaveLength(1);
    expect(session.state()).toEqual({ status: 'connected' });
    expect(await storedTokens()).toMatchObject({ refreshToken: 'refresh-1' });
    time.advance(60_000);
    expect(await session.accessToken()).toEqual(ok('access-2'));
  });

  it('with a dead token is passed on, and the next call tries again', async () => {
    const session = await open();
    time.advance(13 * HOUR_MS);
    answers = [refuse({ code: 'offline' })];
    expect(await session.accessToken()).toEqual(failed({ code: 'offline' }));
    expect(await session.accessToken()).toEqual(ok('access-2'));
  });

  it('a busy server is left alone for as long as it asked, even with a dead token', async () => {
    const session = await open();
    time.advance(13 * HOUR_MS);
    answers = [refuse({ code: 'rate-limited', retryAfterSeconds: 20 })];
    expect(await session.accessToken()).toMatchObject({ error: { code: 'rate-limited' } });
    time.advance(19_999);
    expect(await session.accessToken()).toMatchObject({ error: { code: 'rate-limited' } });
    expect(refreshes()).toHaveLength(1);
    time.advance(1);
    expect(await session.accessToken()).toEqual(ok('access-2'));
  });
});

describe('a refresh whose answer was lost', () => {
  const lost = { status: 'needs-sign-in', reason: 'answer-lost' };

  it.each<TraybooksError>([
    { code: 'outcome-unknown' },
    { code: 'server-trouble', status: 200, detail: 'the body' },
  ])('($code) is never sent again; the living token works until it dies', async (error) => {
    const session = await open();
    const states: ConnectionState[] = [];
    session.onStateChange((state) => states.push(state));
    const usableUntilMs = time.now() + 12 * HOUR_MS;
    time.advance(9 * HOUR_MS);
    answers = [refuse(error)];
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(session.state()).toEqual({ ...lost, severity: 'soft', usableUntilMs });
    time.advance(3 * HOUR_MS - 1);
    expect(await session.accessToken()).toEqual(ok('access-1'));
    time.advance(1);
    expect(await session.accessToken()).toEqual(needsSignIn('answer-lost'));
    expect(refreshes()).toHaveLength(1);
    // Hard came by the clock alone, without anyone asking.
    expect(states.map((state) => 'severity' in state && state.severity)).toEqual([
      false,
      'soft',
      'hard',
    ]);
    expect(notes.noted.size).toBe(1);
  });

  it('is not sent again by the next start either', async () => {
    const session = await open();
    answers = [refuse({ code: 'outcome-unknown' })];
    time.advance(9 * HOUR_MS);
    await session.accessToken();
    session.close();
    const next = await open();
    expect(next.state()).toMatchObject({ ...lost, severity: 'soft' });
    expect(await next.accessToken()).toEqual(ok('access-1'));
    time.advance(4 * HOUR_MS);
    expect(await next.accessToken()).toEqual(needsSignIn('answer-lost'));
    expect(next.state()).toEqual({ ...lost, severity: 'hard' });
    expect(refreshes()).toHaveLength(1);
  });

  it('is forgotten once a sign-in saved another pair', async () => {
    const session = await open();
    answers = [refuse({ code: 'outcome-unknown' })];
    time.advance(9 * HOUR_MS);
    await session.accessToken();
    session.close();
    await vault.saveTokens(ID, pair(7));
    const next = await open();
    expect(next.state()).toEqual({ status: 'connected' });
    expect(notes.noted.size).toBe(0);
    time.advance(9 * HOUR_MS);
    expect(await next.accessToken()).toEqual(ok('access-2'));
  });

  it('is not sent at all while it cannot be noted', async () => {
    const session = await open();
    notes.full = true;
    time.advance(9 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(session.state()).toEqual({ status: 'connected' });
    time.advance(4 * HOUR_MS);
    expect(await session.accessToken()).toEqual(failed({ code: 'storage-full' }));
    expect(refreshes()).toEqual([]);
    notes.full = false;
    expect(await session.accessToken()).toEqual(ok('access-2'));
  });
});

describe('a refused refresh', () => {
  beforeEach(() => {
    answers = [refuse({ code: 'sign-in-needed', reason: 'invalid-grant' })];
  });

  it('is soft while the access token lives', async () => {
    const session = await open();
    time.advance(9 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(session.state()).toEqual(soft);
  });

  it('while FreshBooks still takes the access token means another computer', async () => {
    const session = await open();
    access = 'works';
    time.advance(9 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(session.state()).toEqual({ ...soft, reason: 'used-elsewhere' });
    expect(diary.filter((line) => line.startsWith('check'))).toEqual(['check access-1']);
  });

  it('when it does not means a session that was ended: hard at once', async () => {
    const session = await open();
    access = 'refused';
    time.advance(9 * HOUR_MS);
    expect(await session.accessToken()).toEqual(needsSignIn('session-ended'));
    expect(session.state()).toEqual(hard);
  });

  it('after trouble on their side may be that trouble’s doing, and blames no other computer', async () => {
    answers.unshift(refuse({ code: 'server-trouble', status: 502, detail: 'the body' }));
    const session = await open();
    access = 'works';
    time.advance(9 * HOUR_MS);
    await session.accessToken();
    time.advance(60_000);
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(session.state()).toEqual({ ...soft, reason: 'answer-lost' });
  });

  it('is hard when it does not', async () => {
    const session = await open();
    time.advance(13 * HOUR_MS);
    expect(await session.accessToken()).toEqual(needsSignIn('session-ended'));
    expect(session.state()).toEqual(hard);
    expect(diary.filter((line) => line.startsWith('check'))).toEqual([]);
  });

  it('is not even sent when a sign-in saved a newer pair', async () => {
    const session = await open();
    time.advance(9 * HOUR_MS);
    await vault.saveTokens(ID, pair(7));
    expect(await session.accessToken()).toEqual(ok('access-7'));
    expect(session.state()).toEqual({ status: 'connected' });
    expect(refreshes()).toEqual([]);
  });

  it.each<TraybooksError>([
    { code: 'sign-in-needed', reason: 'invalid-grant' },
    { code: 'outcome-unknown' },
  ])('($code) is forgiven when a sign-in saved a newer pair meanwhile', async (error) => {
    const session = await open();
    answers = [
      async () => {
        await vault.saveTokens(ID, pair(7));
        return failed(error);
      },
    ];
    time.advance(9 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-7'));
    expect(session.state()).toEqual({ status: 'connected' });
    expect(notes.noted.size).toBe(0);
  });

  it('uses the newer pair’s refresh token when its access token is dead already', async () => {
    answers = [];
    const session = await open();
    await vault.saveTokens(ID, pair(7));
    time.advance(13 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-2'));
    expect(refreshes()).toEqual(['refresh refresh-7']);
  });

  it('for a wrong client says that instead', async () => {
    answers = [refuse({ code: 'sign-in-needed', reason: 'invalid-client' })];
    const session = await open();
    time.advance(13 * HOUR_MS);
    expect(await session.accessToken()).toEqual(needsSignIn('invalid-client'));
  });
});

describe('a sign-in that finishes while a refresh is under way', () => {
  it('wins: the pair the refresh brings is dead, and does not replace it', async () => {
    const session = await open();
    answers = [
      async () => {
        await vault.saveTokens(ID, pair(7));
        return ok(pair(2));
      },
    ];
    time.advance(9 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-7'));
    expect(await storedTokens()).toMatchObject({ refreshToken: 'refresh-7' });
    expect(notes.noted.size).toBe(0);
  });
});

describe('two sessions of one login', () => {
  it('renew one after the other: the second takes what the first brought', async () => {
    const [one, other] = [await open(), await open()];
    time.advance(9 * HOUR_MS);
    expect(await Promise.all([one.accessToken(), other.accessToken()])).toEqual([
      ok('access-2'),
      ok('access-2'),
    ]);
    expect(refreshes()).toEqual(['refresh refresh-1']);
  });

  it('send a token whose answer was lost once between them', async () => {
    const [one, other] = [await open(), await open()];
    time.advance(9 * HOUR_MS);
    answers = [refuse({ code: 'outcome-unknown' })];
    expect(await one.accessToken()).toEqual(ok('access-1'));
    expect(await other.accessToken()).toEqual(ok('access-1'));
    expect(refreshes()).toEqual(['refresh refresh-1']);
    const lost = { status: 'needs-sign-in', severity: 'soft', reason: 'answer-lost' };
    expect(one.state()).toMatchObject(lost);
    expect(other.state()).toMatchObject(lost);
  });

  it('send a token once between them while what it brought cannot be saved', async () => {
    const [one, other] = [await open(), await open()];
    time.advance(9 * HOUR_MS);
    keychain.writeTrouble = 'locked';
    expect(await one.accessToken()).toEqual(ok('access-2'));
    expect(await other.accessToken()).toEqual(ok('access-1'));
    expect(refreshes()).toEqual(['refresh refresh-1']);
  });
});

describe('a keychain that refuses the new pair', () => {
  async function unsaved(): Promise<Session> {
    const session = await open();
    time.advance(9 * HOUR_MS);
    keychain.writeTrouble = 'locked';
    expect(await session.accessToken()).toEqual(ok('access-2'));
    expect(await storedTokens()).toMatchObject({ refreshToken: 'refresh-1' });
    return session;
  }

  it('does not lose it: it is used from memory and saved as soon as that works', async () => {
    const session = await unsaved();
    expect(notes.noted.size).toBe(1);
    await time.advanceSettling(5_000);
    keychain.writeTrouble = null;
    await time.advanceSettling(10_000);
    expect(await storedTokens()).toMatchObject({ refreshToken: 'refresh-2' });
    expect(notes.noted.size).toBe(0);
    expect(await session.accessToken()).toEqual(ok('access-2'));
    expect(refreshes()).toHaveLength(1);
  });

  it('is told once, and told again only that it is over', async () => {
    await unsaved();
    await time.advanceSettling(HOUR_MS);
    expect(told).toEqual(['keychain-unavailable']);
    keychain.writeTrouble = null;
    await time.advanceSettling(HOUR_MS);
    expect(told).toEqual(['keychain-unavailable', null]);
  });

  it('is asked ever more seldom', async () => {
    await unsaved();
    const before = time.fired;
    await time.advanceSettling(5 * 60_000);
    expect(time.fired - before).toBeLessThanOrEqual(6);
    const later = time.fired;
    await time.advanceSettling(2 * HOUR_MS);
    expect(time.fired - later).toBeLessThanOrEqual(13);
  });

  it('for hours, and the program killed: no token that was sent is sent again', async () => {
    await unsaved();
    await time.advanceSettling(9 * HOUR_MS);
    expect(refreshes()).toEqual(['refresh refresh-1', 'refresh refresh-2']);
    const next = await open();
    expect(await next.accessToken()).toEqual(needsSignIn('answer-lost'));
    expect(refreshes()).toHaveLength(2);
  });

  it('may be renewed with its answer lost, and is not sent again once it could be saved', async () => {
    const session = await unsaved();
    answers = [refuse({ code: 'outcome-unknown' })];
    await session.renewNow();
    expect(refreshes()).toEqual(['refresh refresh-1', 'refresh refresh-2']);
    keychain.writeTrouble = null;
    await time.advanceSettling(HOUR_MS);
    expect(await storedTokens()).toMatchObject({ refreshToken: 'refresh-2' });
    expect((await open()).state()).toMatchObject({ reason: 'answer-lost' });
  });

  it('is asked once more before the program ends', async () => {
    const session = await unsaved();
    keychain.writeTrouble = null;
    await session.settled();
    expect(await storedTokens()).toMatchObject({ refreshToken: 'refresh-2' });
  });

  it('is asked no more after signing out, which leaves nothing behind', async () => {
    const session = await unsaved();
    keychain.writeTrouble = null;
    await session.signOut();
    expect(told).toEqual(['keychain-unavailable', null]);
    await time.advanceSettling(HOUR_MS);
    expect(keychain.entries.size).toBe(0);
  });
});

describe('unasked', () => {
  it('the login is renewed when a third of the token’s life is left', async () => {
    const session = await open();
    await time.advanceSettling(8 * HOUR_MS - 1);
    expect(refreshes()).toEqual([]);
    await time.advanceSettling(1);
    expect(refreshes()).toEqual(['refresh refresh-1']);
    await time.advanceSettling(16 * HOUR_MS);
    expect(refreshes()).toHaveLength(3);
    session.close();
    expect(time.pending).toEqual([]);
  });

  it('offline, it is tried ever more seldom, and at once when the network is back', async () => {
    const session = await open();
    answers = Array.from({ length: 100 }, () => refuse({ code: 'offline' }));
    await time.advanceSettling(8 * HOUR_MS);
    await time.advanceSettling(HOUR_MS);
    expect(refreshes().length).toBeLessThanOrEqual(7);
    const before = refreshes().length;
    answers = [];
    session.catchUp();
    await time.advanceSettling(0);
    expect(refreshes()).toHaveLength(before + 1);
    expect(session.state()).toEqual({ status: 'connected' });
  });

  it('at wake-up the login is renewed at once, though its timer slept, too', async () => {
    const session = await open();
    time.jump(9 * HOUR_MS);
    expect(refreshes()).toEqual([]);
    session.catchUp();
    await time.advanceSettling(0);
    expect(refreshes()).toEqual(['refresh refresh-1']);
    session.catchUp();
    await time.advanceSettling(0);
    expect(refreshes()).toHaveLength(1);
  });

  it('a throw is reported, and the session goes on', async () => {
    const session = await open();
    answers = [() => Promise.reject(new Error('broken'))];
    await time.advanceSettling(8 * HOUR_MS);
    expect(bugs).toEqual([new Error('broken')]);
    session.close();
  });
});

describe('the scopes a login was granted', () => {
  it('are those of its token, or those asked for when it named none', async () => {
    const session = await open();
    answers = [async () => ok({ ...pair(2), scopes: ['user:invoices:read'] })];
    await session.renewAfter('access-1');
    expect(session.grantedScopes()).toEqual(['user:invoices:read']);
    answers = [async () => ok({ ...pair(3), scopes: [] })];
    await session.renewAfter('access-2');
    expect(session.grantedScopes()).toEqual(SCOPES);
  });
});

describe('signing out', () => {
  it('revokes both tokens, then empties the vault', async () => {
    const session = await open();
    expect(await session.signOut()).toEqual(ok({ revoked: true, accessEndsAtMs: null }));
    expect(diary).toEqual(['revoke refresh-1', 'revoke access-1']);
    expect(keychain.entries.size).toBe(0);
    expect(await session.accessToken()).toEqual(needsSignIn('never-signed-in'));
    expect(await session.renewAfter('access-1')).toEqual(needsSignIn('never-signed-in'));
    expect(session.state()).toEqual({ ...hard, reason: 'never-signed-in' });
  });

  it('empties the vault offline too, and says that nothing was revoked', async () => {
    const session = await open();
    revocation = failed({ code: 'offline' });
    expect(await session.signOut()).toEqual(
      ok({ revoked: false, accessEndsAtMs: time.now() + 12 * HOUR_MS }),
    );
    expect(keychain.entries.size).toBe(0);
  });

  it('waits for a refresh under way and revokes what it brought', async () => {
    const session = await open();
    time.advance(13 * HOUR_MS);
    const waiting = session.accessToken();
    expect(await session.signOut()).toEqual(ok({ revoked: true, accessEndsAtMs: null }));
    expect(await waiting).toEqual(needsSignIn('never-signed-in'));
    expect(diary).toContain('revoke refresh-2');
    expect(keychain.entries.size).toBe(0);
  });
});

it('tells its listeners each state once, and leaves no timer behind', async () => {
  const session = await open();
  const states: string[] = [];
  const stop = session.onStateChange((state) => states.push(state.status));
  time.advance(9 * HOUR_MS);
  await Promise.all([session.accessToken(), session.accessToken()]);
  expect(states).toEqual(['refreshing', 'connected']);
  stop();
  time.advance(9 * HOUR_MS);
  await session.accessToken();
  expect(states).toHaveLength(2);
  answers = [refuse({ code: 'outcome-unknown' })];
  time.advance(9 * HOUR_MS);
  await session.accessToken();
  session.close();
  expect(time.pending).toEqual([]);
});

describe('renewing by hand', () => {
  it('renews although nothing is due, and tells when', async () => {
    const session = await open();
    expect(session.details()).toEqual({
      accessEndsAtMs: time.now() + 12 * HOUR_MS,
      renewsAtMs: time.now() + 8 * HOUR_MS,
      lastRenewal: null,
      redirectUri: CLIENT.redirectUri,
    });
    time.jump(HOUR_MS);
    expect(await session.renewNow()).toEqual(ok());
    expect(session.details()).toMatchObject({
      accessEndsAtMs: time.now() + 12 * HOUR_MS,
      renewsAtMs: time.now() + 8 * HOUR_MS,
      lastRenewal: { atMs: time.now(), error: null },
    });
    expect(await session.accessToken()).toEqual(ok('access-2'));
  });

  it('joins the renewal under way, however many ask', async () => {
    const session = await open();
    time.jump(9 * HOUR_MS);
    await Promise.all([session.accessToken(), session.renewNow(), session.renewNow()]);
    expect(refreshes()).toHaveLength(1);
  });

  it('tells why it failed, keeps the session, and tries again at once when asked again', async () => {
    const session = await open();
    answers = [refuse({ code: 'offline' })];
    expect(await session.renewNow()).toEqual(failed({ code: 'offline' }));
    expect(session.details().lastRenewal).toEqual({ atMs: time.now(), error: { code: 'offline' } });
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(await session.renewNow()).toEqual(ok());
  });

  it('does not ask before the time FreshBooks named', async () => {
    const session = await open();
    const slowDown = { code: 'rate-limited', retryAfterSeconds: 40 } as const;
    answers = [refuse(slowDown)];
    await session.renewNow();
    time.jump(39_000);
    expect(await session.renewNow()).toEqual(failed({ ...slowDown, retryAfterSeconds: 1 }));
    expect(refreshes()).toHaveLength(1);
    time.jump(1_000);
    expect(await session.renewNow()).toEqual(ok());
  });

  it('never sends a refresh token again that was refused', async () => {
    const session = await open();
    answers = [refuse({ code: 'sign-in-needed', reason: 'invalid-grant' })];
    expect(await session.renewNow()).toMatchObject({ error: { code: 'sign-in-needed' } });
    expect(session.details()).toMatchObject({
      renewsAtMs: null,
      lastRenewal: { error: { code: 'sign-in-needed' } },
    });
    expect(await session.renewNow()).toMatchObject({ error: { code: 'sign-in-needed' } });
    expect(refreshes()).toHaveLength(1);
  });

  it('can be given up by the one who asked, without ending it', async () => {
    const session = await open();
    const abort = new AbortController();
    let answer = (_: Result<TokenPair>) => {};
    const answered = new Promise<Result<TokenPair>>((resolve) => (answer = resolve));
    answers = [() => answered];
    const renewing = session.renewNow(abort.signal);
    abort.abort();
    expect(await renewing).toEqual(failed({ code: 'cancelled', by: 'person' }));
    answer(ok(pair(2)));
    expect(await session.renewNow()).toEqual(ok());
    expect(refreshes()).toHaveLength(1);
    expect(await session.accessToken()).toEqual(ok('access-2'));
  });

  it('is refused after signing out', async () => {
    const session = await open();
    await session.signOut();
    expect(await session.renewNow()).toEqual(needsSignIn('never-signed-in'));
    expect(session.details().renewsAtMs).toBeNull();
  });
});

describe('signing out from a FreshBooks that does not answer', () => {
  it('empties the vault after ten seconds, and says until when the token lives', async () => {
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const silent: TokenEndpoint = {
      ...endpoint,
      revoke: (_credentials, _token, signal) =>
        new Promise((resolve) => {
          const aborted = failed({ code: 'cancelled', by: 'person' });
          signal?.addEventListener('abort', () => resolve(aborted));
          asked();
        }),
    };
    const opened = await openSession({ ...parts(), endpoint: silent });
    if (!opened.ok) throw new Error(opened.error.code);
    const endsAtMs = time.now() + 12 * HOUR_MS;
    const signingOut = opened.value.signOut();
    await isAsked;
    expect(keychain.entries.size).toBeGreaterThan(0);
    time.advance(10_000);
    expect(await signingOut).toEqual(ok({ revoked: false, accessEndsAtMs: endsAtMs }));
    expect(keychain.entries.size).toBe(0);
  });

  it('says nothing of a token that has ended anyway', async () => {
    const session = await open();
    time.jump(13 * HOUR_MS);
    revocation = failed({ code: 'offline' });
    expect(await session.signOut()).toEqual(ok({ revoked: false, accessEndsAtMs: null }));
  });
});
