// keytar without a desktop: entries in memory, and the failures of real keychains as switches.
import type { KeytarLike } from '../../electron/auth/keychain.ts';

export interface MemoryKeytar extends KeytarLike {
  readonly entries: Map<string, string>;
  /** What was asked of it, in order: `write probe`. */
  readonly calls: string[];
  /** While set, every call fails with this sentence, as keytar passes the platform's on. */
  trouble: string | null;
}

export function createMemoryKeytar(): MemoryKeytar {
  const entries = new Map<string, string>();
  const name = (service: string, account: string) => `${service}/${account}`;
  async function answer<T>(call: string, work: () => T): Promise<T> {
    keytar.calls.push(call);
    if (keytar.trouble) throw new Error(keytar.trouble);
    return work();
  }
  const keytar: MemoryKeytar = {
    entries,
    calls: [],
    trouble: null,
    getPassword: (service, account) =>
      answer(`read ${account}`, () => entries.get(name(service, account)) ?? null),
    setPassword: (service, account, password) =>
      answer(`write ${account}`, () => void entries.set(name(service, account), password)),
    deletePassword: (service, account) =>
      answer(`erase ${account}`, () => entries.delete(name(service, account))),
  };
  return keytar;
}
