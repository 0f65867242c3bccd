import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES, splitLongPasswords } from '../../../../electron/auth/long-passwords.ts';
import { createMemoryKeytar, PretendedKeytarCrash } from '../../../support/memory-keytar.ts';

/** A keytar on Windows, and the same one through our splitting. */
function setUp() {
  const keytar = createMemoryKeytar();
  keytar.mostBytes = MOST_BYTES;
  return { keytar, passwords: splitLongPasswords(keytar) };
}

/** Short, at the limit, long, and in scripts of one to four bytes a letter. */
const password = fc
  .tuple(fc.constantFrom('x', 'é', '€', '𝄞'), fc.constantFrom(1, 600, 1_279, 1_280, 1_281, 5_000))
  .map(([letter, length]) => letter.repeat(length));

describe('a value longer than one entry holds', () => {
  it('is what the double refuses, as Windows does', async () => {
    const { keytar } = setUp();
    await keytar.setPassword('s', 'a', 'x'.repeat(MOST_BYTES));
    await expect(keytar.setPassword('s', 'a', 'x'.repeat(MOST_BYTES + 1))).rejects.toThrow();
  });

  it('comes back whole, whatever was there before, and goes without a trace', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(password, { minLength: 1, maxLength: 4 }), async (values) => {
        const { keytar, passwords } = setUp();
        for (const value of values) {
          await passwords.setPassword('s', 'a', value);
          expect(await passwords.getPassword('s', 'a')).toBe(value);
        }
        expect(await passwords.deletePassword('s', 'a')).toBe(true);
        expect([...keytar.entries]).toEqual([]);
      }),
    );
  });

  it('fits in every entry by the bytes of UTF-8 and of UTF-16', async () => {
    await fc.assert(
      fc.asyncProperty(password, async (value) => {
        const { keytar, passwords } = setUp();
        await passwords.setPassword('s', 'a', value);
        for (const entry of keytar.entries.values()) {
          expect(Buffer.byteLength(entry, 'utf8')).toBeLessThanOrEqual(MOST_BYTES);
          expect(Buffer.byteLength(entry, 'utf16le')).toBeLessThanOrEqual(MOST_BYTES);
        }
      }),
    );
  });

  it('takes one entry up to the limit and several above it', async () => {
    const { keytar, passwords } = setUp();
    await passwords.setPassword('s', 'a', 'x'.repeat(1_280));
    expect(keytar.entries.size).toBe(1);
    await passwords.setPassword('s', 'a', 'x'.repeat(1_281));
    expect(keytar.entries.size).toBe(3);
    await passwords.setPassword('s', 'a', 'x');
    expect(keytar.entries.size).toBe(1);
  });

  it('is the old one or the new one after a crash between any two changes', async () => {
    await fc.assert(
      fc.asyncProperty(password, password, fc.nat(40), async (before, after, changesLeft) => {
        const { keytar, passwords } = setUp();
        await passwords.setPassword('s', 'a', before);
        keytar.changesLeft = changesLeft;
        const crashed = await passwords.setPassword('s', 'a', after).then(
          () => false,
          (error: unknown) => error instanceof PretendedKeytarCrash,
        );
        keytar.changesLeft = Number.POSITIVE_INFINITY;
        const found = await splitLongPasswords(keytar).getPassword('s', 'a');
        expect([before, after]).toContain(found);
        if (!crashed) expect(found).toBe(after);
        // What the crash left behind goes with the next change of the entry.
        await passwords.setPassword('s', 'a', 'short');
        expect([...keytar.entries.values()]).toEqual(['short']);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves nothing of a longer one behind whose writing crashed', async () => {
    const { keytar, passwords } = setUp();
    await passwords.setPassword('s', 'a', 'o'.repeat(2_000));
    keytar.changesLeft = 5;
    await passwords.setPassword('s', 'a', 'x'.repeat(9_000)).catch(() => {});
    keytar.changesLeft = Number.POSITIVE_INFINITY;
    await passwords.setPassword('s', 'a', 'n'.repeat(2_000));
    // The note, and its two parts.
    expect(keytar.entries.size).toBe(3);
  });

  it('is never half there when an erasure crashes, and the next one ends it', async () => {
    for (let changesLeft = 0; changesLeft < 6; changesLeft += 1) {
      const { keytar, passwords } = setUp();
      const value = 'x'.repeat(5_000);
      await passwords.setPassword('s', 'a', value);
      keytar.changesLeft = changesLeft;
      await passwords.deletePassword('s', 'a').catch(() => {});
      keytar.changesLeft = Number.POSITIVE_INFINITY;
      expect([null, value]).toContain(await passwords.getPassword('s', 'a'));
      await passwords.deletePassword('s', 'a');
      expect([...keytar.entries]).toEqual([]);
    }
  });

  it('reads as nothing when a part of it is damaged or gone', async () => {
    for (const damage of ['other', null]) {
      const { keytar, passwords } = setUp();
      await passwords.setPassword('s', 'a', 'x'.repeat(5_000));
      const part = [...keytar.entries.keys()].find((name) => name.includes('#')) ?? '';
      if (damage === null) keytar.entries.delete(part);
      else keytar.entries.set(part, damage);
      expect(await passwords.getPassword('s', 'a')).toBeNull();
    }
  });
});

describe('a value that looks like the note of a split one', () => {
  it('is taken for what it is', async () => {
    const { passwords } = setUp();
    const value = `traybooks-parts:a:1:${'0'.repeat(64)}`;
    await passwords.setPassword('s', 'a', value);
    expect(await passwords.getPassword('s', 'a')).toBe(value);
  });
});
