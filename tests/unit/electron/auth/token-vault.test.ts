import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKeychain } from '../../../../electron/auth/keychain.ts';
import type { TokenPair } from '../../../../electron/auth/token-pair.ts';
import { createTokenVault } from '../../../../electron/auth/token-vault.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { ok } from '../../../../shared/result.ts';
import {
  createMemoryKeychain,
  type MemoryKeychain,
  PretendedCrash,
} from '../../../support/memory-keychain.ts';
import { createMemoryKeytar, type MemoryKeytar } from '../../../support/memory-keytar.ts';

const ID = 'one' as ConnectionId;
const OTHER_ID = 'two' as ConnectionId;
const CLIENT = {
  credentials: { clientId: 'the-id', clientSecret: 'the-secret' },
  redirectUri: 'https://localhost:47821/callback',
};

function pair(number: number): TokenPair {
  return {
    accessToken: `access-${number}`,
    refreshToken: `refresh-${number}`,
    expiresAtMs: 1_000 * number,
    lifeMs: 43_200_000,
    scopes: ['user:profile:read'],
  };
}

/** What a new process finds after the old one stopped. */
async function readAfterRestart(keychain: MemoryKeychain): Promise<TokenPair | null> {
  keychain.changesLeft = Number.POSITIVE_INFINITY;
  const read = await createTokenVault(keychain).read(ID);
  if (!read.ok) throw new Error(read.error.code);
  return read.value?.tokens ?? null;
}

describe('what was saved', () => {
  it('is read back whole, however often it was replaced', async () => {
    const vault = createTokenVault(createMemoryKeychain());
    expect(await vault.read(ID)).toEqual({ ok: true, value: null });
    await vault.saveCredentials(ID, CLIENT);
    expect(await vault.read(ID)).toEqual({ ok: true, value: { ...CLIENT, tokens: null } });
    for (const number of [1, 2, 3, 4, 5]) {
      await vault.saveTokens(ID, pair(number));
      expect(await vault.read(ID)).toEqual({
        ok: true,
        value: { ...CLIENT, tokens: pair(number) },
      });
    }
  });

  it('belongs to one connection and is forgotten with it alone', async () => {
    const keychain = createMemoryKeychain();
    const vault = createTokenVault(keychain);
    for (const id of [ID, OTHER_ID]) {
      await vault.saveCredentials(id, CLIENT);
      await vault.saveTokens(id, pair(1));
      await vault.saveTokens(id, pair(2));
    }
    expect(await vault.forget(ID)).toEqual({ ok: true, value: undefined });
    expect(await vault.read(ID)).toEqual({ ok: true, value: null });
    expect(await vault.read(OTHER_ID)).toMatchObject({ value: { tokens: pair(2) } });
    expect([...keychain.entries.keys()].every((name) => name.startsWith(OTHER_ID))).toBe(true);
  });

  it('stays within what one Windows credential holds, with tokens of real size', async () => {
    const keychain = createMemoryKeychain();
    const vault = createTokenVault(keychain);
    const hex = 'f'.repeat(64);
    const everyScope = Array.from({ length: 25 }, (_, at) => `user:credit_notes_${at}:write`);
    await vault.saveCredentials(ID, {
      credentials: { clientId: hex, clientSecret: hex },
      redirectUri: CLIENT.redirectUri,
    });
    await vault.saveTokens(ID, {
      ...pair(1),
      accessToken: 'x'.repeat(1_200),
      refreshToken: hex,
      scopes: everyScope,
    });
    for (const secret of keychain.entries.values()) {
      expect(Buffer.byteLength(secret, 'utf16le')).toBeLessThanOrEqual(2_560);
    }
  });

  it('of two saves at once is the later one, unmixed', async () => {
    const vault = createTokenVault(createMemoryKeychain());
    await vault.saveCredentials(ID, CLIENT);
    await Promise.all([1, 2, 3].map((number) => vault.saveTokens(ID, pair(number))));
    expect(await vault.read(ID)).toMatchObject({ value: { tokens: pair(3) } });
  });
});

describe('a crash between any two writes', () => {
  it('leaves the old pair or the new one, never less and never a mixture', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.nat(5),
        async (savedBefore, changesLeft) => {
          const keychain = createMemoryKeychain();
          const vault = createTokenVault(keychain);
          await vault.saveCredentials(ID, CLIENT);
          for (let number = 1; number <= savedBefore; number += 1) {
            await vault.saveTokens(ID, pair(number));
          }
          keychain.changesLeft = changesLeft;
          const crashed = await vault.saveTokens(ID, pair(100)).then(
            () => false,
            (error: unknown) => error instanceof PretendedCrash,
          );
          const found = await readAfterRestart(keychain);
          expect([pair(savedBefore), pair(100)]).toContainEqual(found);
          if (!crashed) expect(found).toEqual(pair(100));
        },
      ),
    );
  });

  it('does not keep the next save from working', async () => {
    for (const changesLeft of [0, 1, 2, 3]) {
      const keychain = createMemoryKeychain();
      await createTokenVault(keychain).saveCredentials(ID, CLIENT);
      await createTokenVault(keychain).saveTokens(ID, pair(1));
      keychain.changesLeft = changesLeft;
      await createTokenVault(keychain)
        .saveTokens(ID, pair(2))
        .catch(() => {});
      keychain.changesLeft = Number.POSITIVE_INFINITY;
      await createTokenVault(keychain).saveTokens(ID, pair(3));
      expect(await readAfterRestart(keychain)).toEqual(pair(3));
    }
  });

  it('never leaves a mixture, even where the current slot is damaged as well', async () => {
    for (const changesLeft of [0, 1, 2, 3, 4]) {
      const keychain = createMemoryKeychain();
      const vault = createTokenVault(keychain);
      await vault.saveCredentials(ID, CLIENT);
      await vault.saveTokens(ID, pair(1));
      await vault.saveTokens(ID, pair(2));
      keychain.changesLeft = changesLeft;
      await vault.saveTokens(ID, pair(3)).catch(() => {});
      for (const [name, secret] of keychain.entries) {
        if (secret.includes('refresh-2')) keychain.entries.set(name, 'damaged');
      }
      expect([null, pair(1), pair(3)]).toContainEqual(await readAfterRestart(keychain));
    }
  });

  it('during the very first save leaves nothing or the pair', async () => {
    for (const changesLeft of [0, 1, 2, 3, 4]) {
      const keychain = createMemoryKeychain();
      const vault = createTokenVault(keychain);
      await vault.saveCredentials(ID, CLIENT);
      keychain.changesLeft = changesLeft;
      await vault.saveTokens(ID, pair(1)).catch(() => {});
      expect([null, pair(1)]).toContainEqual(await readAfterRestart(keychain));
    }
  });
});

describe('a crash just before the turn of the pointer', () => {
  it('costs nothing: the pair that is whole and newer is found', async () => {
    for (const savedBefore of [1, 2, 3]) {
      const keychain = createMemoryKeychain();
      const vault = createTokenVault(keychain);
      await vault.saveCredentials(ID, CLIENT);
      for (let number = 1; number <= savedBefore; number += 1) {
        await vault.saveTokens(ID, pair(number));
      }
      // Emptied, access token, grant; the pointer would be the fourth.
      keychain.changesLeft = 3;
      await vault.saveTokens(ID, pair(100)).catch(() => {});
      expect(await readAfterRestart(keychain)).toEqual(pair(100));
      // The next save must not go where the only good pair is.
      keychain.changesLeft = 1;
      await createTokenVault(keychain)
        .saveTokens(ID, pair(101))
        .catch(() => {});
      expect(await readAfterRestart(keychain)).toEqual(pair(100));
    }
  });
});

describe('a renewed pair', () => {
  async function holding(number: number) {
    const keychain = createMemoryKeychain();
    const vault = createTokenVault(keychain);
    await vault.saveCredentials(ID, CLIENT);
    await vault.saveTokens(ID, pair(1));
    if (number !== 1) await vault.saveTokens(ID, pair(number));
    return { keychain, vault };
  }

  it('takes the place of the one it came from', async () => {
    const { keychain, vault } = await holding(1);
    expect(await vault.saveRenewed(ID, pair(1), pair(2))).toEqual(ok(pair(2)));
    expect(await readAfterRestart(keychain)).toEqual(pair(2));
  });

  it('does not take the place of one that a sign-in saved meanwhile', async () => {
    const { keychain, vault } = await holding(7);
    expect(await vault.newerThan(ID, pair(1))).toEqual(ok(pair(7)));
    expect(await vault.saveRenewed(ID, pair(1), pair(2))).toEqual(ok(pair(7)));
    expect(await readAfterRestart(keychain)).toEqual(pair(7));
  });

  it('takes the place of a damaged one, whose forerunner is not news', async () => {
    const { keychain, vault } = await holding(2);
    const newest = [...keychain.entries].find(([, secret]) => secret.includes('refresh-2'));
    keychain.entries.set(newest?.[0] ?? '', 'damaged');
    expect(await vault.newerThan(ID, pair(2))).toEqual(ok(null));
    expect(await vault.saveRenewed(ID, pair(2), pair(3))).toEqual(ok(pair(3)));
    expect(await readAfterRestart(keychain)).toEqual(pair(3));
  });

  it('is not written for a connection that was erased meanwhile', async () => {
    const { keychain, vault } = await holding(1);
    await vault.forget(ID);
    expect(await vault.saveRenewed(ID, pair(1), pair(2))).toEqual(ok(null));
    expect(keychain.entries.size).toBe(0);
  });
});

describe('tokens far longer than one entry of Windows holds', () => {
  const huge = (number: number): TokenPair => ({
    ...pair(number),
    accessToken: `${number}`.repeat(6_000),
    refreshToken: `r${number}`.repeat(2_000),
    scopes: Array.from({ length: 400 }, (_, at) => `user:scope_${at}:write`),
  });

  /** A vault as the app has it, over a keytar that refuses what Windows refuses. */
  function onWindows(keytar: MemoryKeytar) {
    return createTokenVault(openKeychain({ service: 'Traybooks', load: async () => keytar }));
  }

  it('are kept all the same, and forgotten to the last part', async () => {
    const keytar = createMemoryKeytar();
    keytar.mostBytes = 2_560;
    const vault = onWindows(keytar);
    await vault.saveCredentials(ID, CLIENT);
    for (const number of [1, 2, 3]) {
      expect(await vault.saveTokens(ID, huge(number))).toEqual(ok());
    }
    expect(await onWindows(keytar).read(ID)).toMatchObject({ value: { tokens: huge(3) } });
    expect(await vault.forget(ID)).toEqual(ok());
    expect([...keytar.entries.keys()]).toEqual([]);
  });

  it('survive a stop between any two changes, the old pair or the new one', async () => {
    for (let changesLeft = 0; changesLeft < 60; changesLeft += 1) {
      const keytar = createMemoryKeytar();
      keytar.mostBytes = 2_560;
      const vault = onWindows(keytar);
      await vault.saveCredentials(ID, CLIENT);
      await vault.saveTokens(ID, huge(1));
      await vault.saveTokens(ID, huge(2));
      keytar.changesLeft = changesLeft;
      const saved = await vault.saveTokens(ID, huge(3));
      keytar.changesLeft = Number.POSITIVE_INFINITY;
      const found = await onWindows(keytar).read(ID);
      const tokens = found.ok ? (found.value?.tokens?.accessToken[0] ?? null) : null;
      expect(saved.ok ? ['3'] : ['2', '3']).toContain(tokens);
    }
  });
});

describe('trouble', () => {
  it('with the keychain is passed on, and the old pair stays', async () => {
    const keychain = createMemoryKeychain();
    const vault = createTokenVault(keychain);
    await vault.saveCredentials(ID, CLIENT);
    await vault.saveTokens(ID, pair(1));
    keychain.writeTrouble = 'locked';
    expect(await vault.saveTokens(ID, pair(2))).toEqual({
      ok: false,
      error: { code: 'keychain-unavailable', cause: 'locked' },
    });
    expect(await vault.forget(ID)).toMatchObject({ ok: false });
    expect(await readAfterRestart(keychain)).toEqual(pair(1));
    keychain.readTrouble = 'missing';
    expect(await vault.read(ID)).toMatchObject({ error: { cause: 'missing' } });
  });

  it('with a damaged entry falls back to the pair before it', async () => {
    const keychain = createMemoryKeychain();
    const vault = createTokenVault(keychain);
    await vault.saveCredentials(ID, CLIENT);
    await vault.saveTokens(ID, pair(1));
    await vault.saveTokens(ID, pair(2));
    const newest = [...keychain.entries].find(([, secret]) => secret.includes('refresh-2'));
    keychain.entries.set(newest?.[0] ?? '', '{"refreshToken":');
    expect(await readAfterRestart(keychain)).toEqual(pair(1));
  });
});
