import { beforeEach, describe, expect, it } from 'vitest';
import { openSession, type Session } from '../../../../electron/auth/session.ts';
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

async function open(): Promise<Session> {
  const opened = await openSession({
    id: ID,
    vault,
    endpoint,
    clock: time.now,
    timers: time.timers,
    refreshNote: {
      begin: async () => void diary.push('note begins'),
      end: async () => void diary.push('note ends'),
    },
  });
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
    expect(diary).toEqual(['note begins', 'refresh refresh-1', 'note ends']);
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
    expect(
      await openSession({ id: ID, vault, endpoint, clock: time.now, timers: time.timers }),
    ).toEqual(needsSignIn('never-signed-in'));
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
  it('is never sent again; the living token goes on working until it dies', async () => {
    const session = await open();
    const states: ConnectionState[] = [];
    session.onStateChange((state) => states.push(state));
    time.advance(9 * HOUR_MS);
    answers = [refuse({ code: 'outcome-unknown' })];
    expect(await session.accessToken()).toEqual(ok('access-1'));
    expect(session.state()).toEqual(soft);
    time.advance(3 * HOUR_MS - 1);
    expect(await session.accessToken()).toEqual(ok('access-1'));
    time.advance(1);
    expect(await session.accessToken()).toEqual(needsSignIn('session-ended'));
    expect(refreshes()).toHaveLength(1);
    // Hard came by the clock alone, without anyone asking.
    expect(states).toEqual([{ status: 'refreshing' }, soft, hard]);
    expect(diary).not.toContain('note ends');
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

  it('is hard when it does not', async () => {
    const session = await open();
    time.advance(13 * HOUR_MS);
    expect(await session.accessToken()).toEqual(needsSignIn('session-ended'));
    expect(session.state()).toEqual(hard);
  });

  it('is forgiven when the vault holds a newer pair', async () => {
    const session = await open();
    time.advance(9 * HOUR_MS);
    await vault.saveTokens(ID, pair(7));
    expect(await session.accessToken()).toEqual(ok('access-7'));
    expect(session.state()).toEqual({ status: 'connected' });
    expect(refreshes()).toEqual(['refresh refresh-1']);
  });

  it('uses the newer pair’s refresh token when its access token is dead already', async () => {
    const session = await open();
    await vault.saveTokens(ID, pair(7));
    time.advance(13 * HOUR_MS);
    expect(await session.accessToken()).toEqual(ok('access-2'));
    expect(refreshes()).toEqual(['refresh refresh-1', 'refresh refresh-7']);
  });

  it('for a wrong client says that instead', async () => {
    answers = [refuse({ code: 'sign-in-needed', reason: 'invalid-client' })];
    const session = await open();
    time.advance(13 * HOUR_MS);
    expect(await session.accessToken()).toEqual(needsSignIn('invalid-client'));
  });
});

describe('a keychain that refuses the new pair', () => {
  it('does not lose it: it is used from memory and saved as soon as that works', async () => {
    const session = await open();
    time.advance(9 * HOUR_MS);
    keychain.writeTrouble = 'locked';
    expect(await session.accessToken()).toEqual(ok('access-2'));
    expect(await storedTokens()).toMatchObject({ refreshToken: 'refresh-1' });
    expect(diary).not.toContain('note ends');
    keychain.writeTrouble = null;
    expect(await session.accessToken()).toEqual(ok('access-2'));
    expect(await storedTokens()).toMatchObject({ refreshToken: 'refresh-2' });
    expect(refreshes()).toHaveLength(1);
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
