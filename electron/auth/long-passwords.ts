// Windows keeps at most 2,560 bytes in one entry, and nothing promises that a token stays below
// that. What is longer is kept in several entries, so that a program killed between any two
// writes leaves the value before or the value after readable, never a part of one.
import { createHash } from 'node:crypto';
import type { KeytarLike } from './keychain.ts';

/** CRED_MAX_CREDENTIAL_BLOB_SIZE of Windows' wincred.h. */
export const MOST_BYTES = 2_560;

/** In place of a long value: which of its two sets of parts counts, how many, and their digest. */
const HEADER = /^traybooks-parts:([ab]):(\d{1,4}):([0-9a-f]{64})$/;
const HEADER_MARK = 'traybooks-parts:';

type PartSet = 'a' | 'b';

/**
 * Has the same three functions as `keytar`, for values of any length.
 * A value that cannot be put together again reads as null, like one that was never stored.
 */
export function splitLongPasswords(keytar: KeytarLike): KeytarLike {
  const part = (account: string, set: PartSet, at: number) => `${account}#${set}${at}`;

  /** From the last to the first, so that a killed program leaves no gap before what is left. */
  async function sweep(service: string, account: string, set: PartSet): Promise<void> {
    let count = 0;
    while ((await keytar.getPassword(service, part(account, set, count))) !== null) count += 1;
    for (let at = count - 1; at >= 0; at -= 1) {
      await keytar.deletePassword(service, part(account, set, at));
    }
  }

  return {
    async getPassword(service, account) {
      const entry = await keytar.getPassword(service, account);
      if (!entry?.startsWith(HEADER_MARK)) return entry;
      const header = HEADER.exec(entry);
      if (!header) return null;
      const [, set, count, digest] = header;
      let whole = '';
      for (let at = 0; at < Number(count); at += 1) {
        whole += (await keytar.getPassword(service, part(account, set as PartSet, at))) ?? '';
      }
      return digestOf(whole) === digest ? whole : null;
    },

    /** The order of the writes is what survives a crash: do not change it. */
    async setPassword(service, account, password) {
      // A value that looks like a header must not be taken for one.
      if (fits(password) && !password.startsWith(HEADER_MARK)) {
        // 1. One write turns every reader to the new value. 2. The parts of a longer one go.
        await keytar.setPassword(service, account, password);
        await sweep(service, account, 'a');
        await sweep(service, account, 'b');
        return;
      }
      const before = await keytar.getPassword(service, account);
      const old: PartSet = HEADER.exec(before ?? '')?.[1] === 'a' ? 'a' : 'b';
      const target: PartSet = old === 'a' ? 'b' : 'a';
      // 1. The new parts go where no reader looks, cleared of what a kill may have left there.
      await sweep(service, account, target);
      const parts = partsOf(password);
      for (const [at, text] of parts.entries()) {
        await keytar.setPassword(service, part(account, target, at), text);
      }
      // 2. One write turns every reader to them. 3. The old parts go.
      const header = `${HEADER_MARK}${target}:${parts.length}:${digestOf(password)}`;
      await keytar.setPassword(service, account, header);
      await sweep(service, account, old);
    },

    async deletePassword(service, account) {
      // First what makes sense of the parts: then a reader finds nothing rather than a fragment.
      const had = await keytar.deletePassword(service, account);
      await sweep(service, account, 'a');
      await sweep(service, account, 'b');
      return had;
    },
  };
}

/**
 * keytar hands Windows the bytes of UTF-8; other programs that write there use UTF-16. Both must
 * fit, so that no reading of the limit is exceeded.
 */
function fits(text: string): boolean {
  return Buffer.byteLength(text, 'utf8') <= MOST_BYTES && text.length * 2 <= MOST_BYTES;
}

function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let current = '';
  // By code point: half a surrogate pair does not survive UTF-8.
  for (const character of text) {
    if (fits(current + character)) {
      current += character;
      continue;
    }
    parts.push(current);
    current = character;
  }
  return [...parts, current];
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
