// keytar without a desktop: entries in memory, and the failures of real keychains as switches.
import type { KeytarLike } from '../../electron/auth/keychain.ts';

export interface MemoryKeytar extends KeytarLike {
  readonly entries: Map<string, string>;
  /** What was asked of it, in order: `write probe`. */
  readonly calls: string[];
  /** While set, every call fails with this sentence, as keytar passes the platform's on. */
  trouble: string | null;
  /** While set, writing fails with it, and reading goes on. */
  writeTrouble: string | null;
  /** Locked, and nobody unlocks it: reads and erasures say that there is nothing, as libsecret does. */
  locked: boolean;
  /** While true, what is written is forgotten without a word. */
  forgetful: boolean;
  /** Longest value it takes, as Windows does; the bytes of UTF-8. */
  mostBytes: number;
  /** Writes and erasures that still happen; the next one never does, as after a crash. */
  changesLeft: number;
}

/** Thrown in place of the change at which the pretended crash happens. */
export class PretendedKeytarCrash extends Error {}

const LOCKED = 'Cannot create an item in a locked collection';

/** What Windows says of a value that is too long, by keytar. */
const TOO_LONG = 'The stub received bad data.';

export function createMemoryKeytar(): MemoryKeytar {
  const entries = new Map<string, string>();
  const name = (service: string, account: string) => `${service}/${account}`;

  async function answer<T>(call: string, work: () => T): Promise<T> {
    keytar.calls.push(call);
    if (keytar.trouble) throw new Error(keytar.trouble);
    return work();
  }

  function change(): void {
    if (keytar.changesLeft === 0) throw new PretendedKeytarCrash();
    keytar.changesLeft -= 1;
  }

  function store(entry: string, password: string): void {
    if (keytar.locked) throw new Error(LOCKED);
    if (keytar.writeTrouble) throw new Error(keytar.writeTrouble);
    if (Buffer.byteLength(password) > keytar.mostBytes) throw new Error(TOO_LONG);
    change();
    if (!keytar.forgetful) entries.set(entry, password);
  }

  function remove(entry: string): boolean {
    if (keytar.locked || !entries.has(entry)) return false;
    change();
    return entries.delete(entry);
  }

  const keytar: MemoryKeytar = {
    entries,
    calls: [],
    trouble: null,
    writeTrouble: null,
    locked: false,
    forgetful: false,
    mostBytes: Number.POSITIVE_INFINITY,
    changesLeft: Number.POSITIVE_INFINITY,
    getPassword: (service, account) =>
      answer(`read ${account}`, () =>
        keytar.locked ? null : (entries.get(name(service, account)) ?? null),
      ),
    setPassword: (service, account, password) =>
      answer(`write ${account}`, () => store(name(service, account), password)),
    deletePassword: (service, account) =>
      answer(`erase ${account}`, () => remove(name(service, account))),
  };
  return keytar;
}
