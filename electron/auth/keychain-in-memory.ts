// A keychain that ends with the program, for those who would rather sign in again than install
// one. Chosen by the person, never fallen back to.
import { ok } from '../../shared/result.ts';
import type { Keychain } from './keychain.ts';

export function keychainInMemory(): Keychain {
  const entries = new Map<string, string>();
  return {
    read: async (name) => ok(entries.get(name) ?? null),
    async write(name, secret) {
      entries.set(name, secret);
      return ok();
    },
    async erase(name) {
      entries.delete(name);
      return ok();
    },
  };
}
