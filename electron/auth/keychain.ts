// The operating system's keychain, the only place where secrets are kept. The native module is
// loaded when first needed: on a Linux without libsecret that fails, and the app must start.
import type { KeychainTrouble } from '../../shared/errors.ts';
import { type Failed, failed, ok, type Result } from '../../shared/result.ts';

/** Every failure is `keychain-unavailable`. */
export interface Keychain {
  /** @returns null when there is no such entry */
  read(name: string): Promise<Result<string | null>>;
  /** @param secret not empty; at most 2,560 bytes, Windows' limit for one entry */
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
}

const PROBE_NAME = 'probe';
const PROBE_SECRET = 'Traybooks was here';

export function openKeychain({ service, load }: KeychainParts): OpenedKeychain {
  let loading: Promise<KeytarLike> | null = null;
  let trusted = false;
  const underWay = new Set<Promise<unknown>>();

  async function use<T>(
    work: (keytar: KeytarLike) => Promise<T>,
    otherwise: KeychainTrouble,
  ): Promise<Result<T>> {
    let keytar: KeytarLike;
    try {
      loading ??= load();
      keytar = await loading;
    } catch {
      loading = null;
      return unavailable('missing');
    }
    const working = Promise.resolve(keytar).then(work);
    underWay.add(working);
    try {
      return ok(await working);
    } catch (error) {
      return unavailable(troubleOf(error) ?? otherwise);
    } finally {
      underWay.delete(working);
    }
  }

  /** Some keychains read and then refuse to write, or drop what was written, without a word. */
  async function probe(): Promise<Result<undefined>> {
    const returned = await use(async (keytar) => {
      await keytar.setPassword(service, PROBE_NAME, PROBE_SECRET);
      const secret = await keytar.getPassword(service, PROBE_NAME);
      await keytar.deletePassword(service, PROBE_NAME);
      return secret;
    }, 'write-refused');
    if (!returned.ok) return returned;
    return returned.value === PROBE_SECRET ? ok() : unavailable('write-refused');
  }

  return {
    read: (name) => use((keytar) => keytar.getPassword(service, name), 'missing'),
    async write(name, secret) {
      if (!trusted) {
        const probed = await probe();
        if (!probed.ok) return probed;
        trusted = true;
      }
      return use(async (keytar) => {
        await keytar.setPassword(service, name, secret);
        return undefined;
      }, 'write-refused');
    },
    erase: (name) =>
      use(async (keytar) => {
        await keytar.deletePassword(service, name);
        return undefined;
      }, 'write-refused'),
    async settled() {
      // What was waited for may have begun something else.
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function unavailable(cause: KeychainTrouble): Failed {
  return failed({ code: 'keychain-unavailable', cause });
}

/**
 * keytar passes the platform's own sentence on and no code: libsecret's and D-Bus' on Linux,
 * Security.framework's on macOS.
 * @returns null when the sentence is not known
 */
function troubleOf(error: unknown): KeychainTrouble | null {
  const sentence = error instanceof Error ? error.message : String(error);
  if (/locked|dismissed|interaction is not allowed|passphrase/i.test(sentence)) return 'locked';
  if (
    /not provided by any|D-?Bus|does not exist|could not connect|not available|ServiceUnknown/i.test(
      sentence,
    )
  ) {
    return 'missing';
  }
  return null;
}
