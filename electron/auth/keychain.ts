// The operating system's keychain, the only place where secrets are kept. The native module is
// loaded when first needed: on a Linux without libsecret that fails, and the app must start.
import type { DesktopKeychain } from '../../shared/desktop-keychain.ts';
import type { KeychainTrouble } from '../../shared/errors.ts';
import { type Failed, failed, ok, type Result } from '../../shared/result.ts';
import { troubleOf } from './keychain-trouble.ts';
import { splitLongPasswords } from './long-passwords.ts';

/** Every failure is `keychain-unavailable`. */
export interface Keychain {
  /** @returns null when there is no such entry */
  read(name: string): Promise<Result<string | null>>;
  /** @param secret not empty; of any length */
  write(name: string, secret: string): Promise<Result<undefined>>;
  /** Succeeds when there was nothing to erase. */
  erase(name: string): Promise<Result<undefined>>;
}

export interface OpenedKeychain extends Keychain {
  /** When nothing is being read or written: a process that ends before that is aborted. */
  settled(): Promise<void>;
}

/** The part of keytar in use. */
export interface KeytarLike {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeychainParts {
  /** Under which name entries are kept; development builds use another than packaged ones. */
  readonly service: string;
  readonly load: () => Promise<KeytarLike>;
  /** Goes along with every error, so that the words can name what to install. */
  readonly desktop?: DesktopKeychain | undefined;
}

const PROBE_NAME = 'probe';
const PROBE_SECRET = 'Traybooks was here';

export function openKeychain({ service, load, desktop }: KeychainParts): OpenedKeychain {
  let loading: Promise<KeytarLike> | null = null;
  let probing: Promise<Result<undefined>> | null = null;
  let trusted = false;
  const underWay = new Set<Promise<unknown>>();

  async function use<T>(work: (keytar: KeytarLike) => Promise<T>): Promise<Result<T>> {
    let keytar: KeytarLike;
    try {
      loading ??= load();
      keytar = await loading;
    } catch {
      loading = null;
      // keytar says the same whatever was missing; on Linux it is libsecret-1.so.0.
      return unavailable('library-missing');
    }
    try {
      return ok(await work(keytar));
    } catch (error) {
      trusted = false;
      return unavailable(troubleOf(error) ?? (await troubleByTrying(keytar)));
    }
  }

  /** The sentence may be in the person's language; what still works tells as much. */
  async function troubleByTrying(keytar: KeytarLike): Promise<KeychainTrouble> {
    try {
      await keytar.getPassword(service, PROBE_NAME);
      return 'write-refused';
    } catch {
      return 'missing';
    }
  }

  /** Some keychains read and then refuse to write, or drop what was written, without a word. */
  async function probeOnce(): Promise<Result<undefined>> {
    const returned = await use(async (keytar) => {
      await keytar.setPassword(service, PROBE_NAME, PROBE_SECRET);
      const secret = await keytar.getPassword(service, PROBE_NAME);
      await keytar.deletePassword(service, PROBE_NAME);
      return secret;
    });
    if (!returned.ok) return returned;
    trusted = returned.value === PROBE_SECRET;
    return trusted ? ok() : unavailable('write-refused');
  }

  function probe(): Promise<Result<undefined>> {
    probing ??= probeOnce().finally(() => {
      probing = null;
    });
    return probing;
  }

  async function read(name: string): Promise<Result<string | null>> {
    // Before the first read too: where the person is asked to unlock, they are asked once.
    const first = trusted ? null : await probe();
    if (first && !first.ok && !canStillRead(first)) return first;
    const found = await use((keytar) => splitLongPasswords(keytar).getPassword(service, name));
    if (!found.ok || found.value !== null) return found;
    // A locked keychain whose prompt was dismissed says "no such entry", and a login would look
    // as if it had never been: that answer counts only from a keychain that has just proved itself.
    const proved = first ?? (await probe());
    return proved.ok ? found : proved;
  }

  async function write(name: string, secret: string): Promise<Result<undefined>> {
    const probed = trusted ? ok() : await probe();
    if (!probed.ok) return probed;
    const returned = await use(async (keytar) => {
      const passwords = splitLongPasswords(keytar);
      await passwords.setPassword(service, name, secret);
      return passwords.getPassword(service, name);
    });
    if (!returned.ok) return returned;
    // It worked when it was probed and may have stopped since.
    trusted = returned.value === secret;
    return trusted ? ok() : unavailable('write-refused');
  }

  async function erase(name: string): Promise<Result<undefined>> {
    const had = await use((keytar) => splitLongPasswords(keytar).deletePassword(service, name));
    if (!had.ok) return had;
    // A locked keychain says "nothing to erase" of what it holds.
    return had.value ? ok() : probe();
  }

  async function whole<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  }

  function unavailable(cause: KeychainTrouble): Failed {
    return failed({ code: 'keychain-unavailable', cause, ...(desktop && { desktop }) });
  }

  return {
    read: (name) => whole(read(name)),
    write: (name, secret) => whole(write(name, secret)),
    erase: (name) => whole(erase(name)),
    async settled() {
      // What was waited for may have begun something else.
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function canStillRead({ error }: Failed): boolean {
  return error.code === 'keychain-unavailable' && error.cause === 'write-refused';
}
