// keytar without a desktop: entries in memory, and the failures of real keychains as switches.
import type { KeytarLike } from '../../electron/auth/keychain.ts';

export interface MemoryKeytar extends KeytarLike {
  readonly entries: Map<string, string>;
  /** While set, every call fails with this sentence, as keytar passes the platform's on. */
  trouble: string | null;
}

export function createMemoryKeytar(): MemoryKeytar {
  const entries = new Map<string, string>();
  const name = (service: string, account: string) => `${service}/${account}`;
  const keytar: MemoryKeytar = {
    entries,
    trouble: null,
    getPassword: (service, account) => answer(() => entries.get(name(service, account)) ?? null),
    setPassword: (service, account, password) =>
      answer(() => void entries.set(name(service, account), password)),
    deletePassword: (service, account) => answer(() => entries.delete(name(service, account))),
  };
  async function answer<T>(work: () => T): Promise<T> {
    if (keytar.trouble) throw new Error(keytar.trouble);
    return work();
  }
  return keytar;
}
