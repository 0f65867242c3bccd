// A keychain in memory, with the ways in which real ones fail behind switches.
import type { Keychain } from '../../electron/auth/keychain.ts';
import type { KeychainTrouble } from '../../shared/errors.ts';
import { type Failed, failed, ok, type Result } from '../../shared/result.ts';

export interface MemoryKeychain extends Keychain {
  readonly entries: Map<string, string>;
  /** Every name written or erased, in order. */
  readonly changes: string[];
  /** While set, reading fails that way. */
  readTrouble: KeychainTrouble | null;
  /** While set, writing and erasing fail that way. */
  writeTrouble: KeychainTrouble | null;
  /** Changes that still succeed; the ones after them never happen, as after a crash. */
  changesLeft: number;
}

/** Thrown in place of the change at which the pretended crash happens. */
export class PretendedCrash extends Error {}

export function createMemoryKeychain(): MemoryKeychain {
  const entries = new Map<string, string>();

  function change(name: string, apply: () => void): Result<undefined> {
    if (keychain.writeTrouble) return unavailable(keychain.writeTrouble);
    if (keychain.changesLeft === 0) throw new PretendedCrash(name);
    keychain.changesLeft -= 1;
    keychain.changes.push(name);
    apply();
    return ok();
  }

  const keychain: MemoryKeychain = {
    entries,
    changes: [],
    readTrouble: null,
    writeTrouble: null,
    changesLeft: Number.POSITIVE_INFINITY,
    async read(name) {
      if (keychain.readTrouble) return unavailable(keychain.readTrouble);
      return ok(entries.get(name) ?? null);
    },
    write: async (name, secret) =>
      change(name, () => {
        entries.set(name, secret);
      }),
    erase: async (name) =>
      change(name, () => {
        entries.delete(name);
      }),
  };
  return keychain;
}

function unavailable(cause: KeychainTrouble): Failed {
  return failed({ code: 'keychain-unavailable', cause });
}
