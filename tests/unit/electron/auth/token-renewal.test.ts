import { beforeEach, describe, expect, it } from 'vitest';
import type { TokenEndpoint } from '../../../../electron/auth/token-endpoint.ts';
import type { TokenPair } from '../../../../electron/auth/token-pair.ts';
import { type Renewal, renewTokens } from '../../../../electron/auth/token-renewal.ts';
import { createTokenVault, type TokenVault } from '../../../../electron/auth/token-vault.ts';
import type { TraybooksError } from '../../../../shared/errors.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { createMemoryKeychain, type MemoryKeychain } from '../../../support/memory-keychain.ts';
import {
  type MemoryRefreshNotes,
  memoryRefreshNotes,
} from '../../../support/memory-refresh-notes.ts';

const ID = 'login-1' as ConnectionId;
const NOW = Date.UTC(2026, 10, 12, 15);
const HOUR = 3_600_000;
const CLIENT = {
  credentials: { clientId: 'client', clientSecret: 'secret' },
  redirectUri: 'https://localhost:47821/callback',
};

function pair(number: number, expiresAtMs = NOW + 12 * HOUR): TokenPair {
  return {
    accessToken: `access-${number}`,
    refreshToken: `refresh-${number}`,
    expiresAtMs,
    lifeMs: 12 * HOUR,
    scopes: [],
  };
}

let keychain: MemoryKeychain;
let vault: TokenVault;
let diary: string[];
let refreshNotes: MemoryRefreshNotes;
let answers: Record<string, Result<TokenPair>>;

beforeEach(async () => {
  keychain = createMemoryKeychain();
  vault = createTokenVault(keychain);
  diary = [];
  refreshNotes = memoryRefreshNotes();
  answers = { 'refresh-1': ok(pair(2)) };
  await vault.saveCredentials(ID, CLIENT);
  await vault.saveTokens(ID, pair(1));
});

function renew(): Promise<Renewal> {
  const endpoint: TokenEndpoint = {
    exchange: () => Promise.reject(new Error('not here')),
    revoke: () => Promise.reject(new Error('not here')),
    refresh: async (_, { refreshToken }) => {
      diary.push(`send ${refreshToken}, ${refreshNotes.noted.size} noted`);
      return answers[refreshToken] ?? failed({ code: 'bug', detail: refreshToken });
    },
  };
  const pairs = { inUse: pair(1), inVault: pair(1) };
  return renewTokens({ id: ID, vault, endpoint, clock: () => NOW, refreshNotes }, CLIENT, pairs);
}

async function stored(): Promise<string | undefined> {
  const read = await vault.read(ID);
  return read.ok ? read.value?.tokens?.refreshToken : undefined;
}

describe('a refresh', () => {
  it('is noted, sent once, and saved before it may be used', async () => {
    expect(await renew()).toEqual({ kind: 'renewed', tokens: pair(2), unsaved: null });
    expect(diary).toEqual(['send refresh-1, 1 noted']);
    expect(refreshNotes.noted.size).toBe(0);
    expect(await stored()).toBe('refresh-2');
  });

  it('that cannot be saved is used all the same, and stays noted', async () => {
    keychain.writeTrouble = 'locked';
    expect(await renew()).toEqual({
      kind: 'renewed',
      tokens: pair(2),
      unsaved: { code: 'keychain-unavailable', cause: 'locked' },
    });
    expect(refreshNotes.noted.size).toBe(1);
  });

  it('whose answer was lost is never sent again, and stays noted', async () => {
    answers['refresh-1'] = failed({ code: 'outcome-unknown' });
    expect(await renew()).toEqual({ kind: 'lost', reason: 'answer-lost' });
    expect(refreshNotes.noted.size).toBe(1);
  });

  it('is not sent while it cannot be noted', async () => {
    refreshNotes.full = true;
    expect(await renew()).toEqual({ kind: 'kept', error: { code: 'storage-full' } });
    expect(diary).toEqual([]);
  });

  it('whose success cannot be read has a lost answer, too', async () => {
    answers['refresh-1'] = failed({ code: 'server-trouble', status: 200, detail: 'the body' });
    expect(await renew()).toEqual({ kind: 'lost', reason: 'answer-lost' });
    expect(refreshNotes.noted.size).toBe(1);
  });

  it.each<TraybooksError>([
    { code: 'offline' },
    { code: 'rate-limited', retryAfterSeconds: 30 },
    { code: 'server-trouble', status: 503, detail: 'a fault on its side' },
  ])('leaves the token as good as before after $code', async (error) => {
    answers['refresh-1'] = failed(error);
    expect(await renew()).toEqual({ kind: 'kept', error });
    expect(refreshNotes.noted.size).toBe(0);
    expect(await stored()).toBe('refresh-1');
  });

  it('is sent again after trouble, though a full disk kept its note', async () => {
    answers['refresh-1'] = failed({ code: 'offline' });
    const end = refreshNotes.end;
    refreshNotes.end = (id, fingerprint) => {
      refreshNotes.full = true;
      return end(id, fingerprint);
    };
    expect(await renew()).toMatchObject({ kind: 'kept' });
    refreshNotes.full = false;
    answers['refresh-1'] = ok(pair(2));
    expect(await renew()).toEqual({ kind: 'renewed', tokens: pair(2), unsaved: null });
  });

  it('that is refused takes a newer pair from the vault, if there is one', async () => {
    answers['refresh-1'] = failed({ code: 'sign-in-needed', reason: 'invalid-grant' });
    expect(await renew()).toEqual({ kind: 'lost', reason: 'session-ended' });
    expect(refreshNotes.noted.size).toBe(0);
    await vault.saveTokens(ID, pair(5));
    expect(await renew()).toEqual({ kind: 'renewed', tokens: pair(5), unsaved: null });
  });

  it('renews the newer pair of the vault when that has expired, too', async () => {
    answers['refresh-1'] = failed({ code: 'sign-in-needed', reason: 'invalid-grant' });
    answers['refresh-5'] = ok(pair(6));
    await vault.saveTokens(ID, pair(5, NOW - 1));
    expect(await renew()).toEqual({ kind: 'renewed', tokens: pair(6), unsaved: null });
  });

  it('says that the client is unknown, which no newer pair would mend', async () => {
    answers['refresh-1'] = failed({ code: 'sign-in-needed', reason: 'invalid-client' });
    expect(await renew()).toEqual({ kind: 'lost', reason: 'invalid-client' });
  });
});
