// Keeps each connection's secrets in the keychain, so that a crash between any two writes
// leaves the old token pair or the new one readable, never half of each.
import type { ConnectionId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Keychain } from './keychain.ts';
import type { TokenPair } from './token-pair.ts';
import { type Slot, type StoredClient, vaultEntries } from './vault-entries.ts';

export interface StoredConnection extends StoredClient {
  /** Null when no complete pair was ever saved. */
  readonly tokens: TokenPair | null;
}

/** Every failure is `keychain-unavailable`. */
export interface TokenVault {
  /** @returns null when nothing usable is kept for this connection */
  read(id: ConnectionId): Promise<Result<StoredConnection | null>>;
  saveCredentials(id: ConnectionId, client: StoredClient): Promise<Result<undefined>>;
  saveTokens(id: ConnectionId, tokens: TokenPair): Promise<Result<undefined>>;
  /** Erases everything of this connection, going on after a failure to erase one part. */
  forget(id: ConnectionId): Promise<Result<undefined>>;
}

export function createTokenVault(keychain: Keychain): TokenVault {
  let last: Promise<unknown> = Promise.resolve();

  /** Two saves at once would pick the same slot, and interleave. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work, work);
    last = done.catch(() => {});
    return done;
  }

  async function read(id: ConnectionId): Promise<Result<StoredConnection | null>> {
    const entries = vaultEntries(keychain, id);
    const client = await entries.readClient();
    if (!client.ok) return client;
    if (client.value === null) return ok(null);
    const current = await entries.readCurrentSlot();
    if (!current.ok) return current;
    // No pointer yet: a first save that stopped just before it still counts, if complete.
    const slot = current.value ?? 'a';
    const tokens = await entries.readSlot(slot);
    if (!tokens.ok) return tokens;
    if (tokens.value) return ok({ ...client.value, tokens: tokens.value });
    // A damaged current slot: the pair before it may still have a living access token.
    const older = await entries.readSlot(otherThan(slot));
    return older.ok ? ok({ ...client.value, tokens: older.value }) : older;
  }

  /** The order of the writes is what survives a crash: do not change it. */
  async function saveTokens(id: ConnectionId, tokens: TokenPair): Promise<Result<undefined>> {
    const entries = vaultEntries(keychain, id);
    const current = await entries.readCurrentSlot();
    if (!current.ok) return current;
    // 1. The new pair goes where no reader looks; the old one stays untouched.
    const target = current.value === null ? 'a' : otherThan(current.value);
    const written = await entries.writeSlot(target, tokens);
    if (!written.ok) return written;
    // 2. One write turns every reader to the new pair.
    return entries.writeCurrentSlot(target);
  }

  return {
    read: (id) => inTurn(() => read(id)),
    saveCredentials: (id, client) => inTurn(() => vaultEntries(keychain, id).writeClient(client)),
    saveTokens: (id, tokens) => inTurn(() => saveTokens(id, tokens)),
    forget: (id) => inTurn(() => vaultEntries(keychain, id).eraseAll()),
  };
}

function otherThan(slot: Slot): Slot {
  return slot === 'a' ? 'b' : 'a';
}
