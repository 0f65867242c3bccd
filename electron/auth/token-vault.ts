// Keeps each connection's secrets in the keychain, so that a crash between any two writes
// leaves the old token pair or the new one readable, never half of each.
import type { ConnectionId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Keychain } from './keychain.ts';
import type { TokenPair } from './token-pair.ts';
import { type Slot, type SlotContent, type StoredClient, vaultEntries } from './vault-entries.ts';

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
  /** @returns the pair somebody else saved after the `known` one, e.g. a sign-in; null for none */
  newerThan(id: ConnectionId, known: TokenPair): Promise<Result<TokenPair | null>>;
  /**
   * Saves what a refresh brought, unless the pair in the vault was replaced meanwhile: a sign-in
   * that finished during a refresh has killed the refreshed pair (freshbooks-api.md §1.7).
   * @param known the pair the vault held when the refresh began
   * @returns the pair that stands now; null when the connection was erased meanwhile, and then
   *   nothing was written
   */
  saveRenewed(
    id: ConnectionId,
    known: TokenPair,
    renewed: TokenPair,
  ): Promise<Result<TokenPair | null>>;
  /** One renewal of a login at a time, whichever of its sessions asks. */
  renewInTurn<T>(id: ConnectionId, renewal: () => Promise<T>): Promise<T>;
  /** Erases everything of this connection, going on after one that is refused, not after a shut one. */
  forget(id: ConnectionId): Promise<Result<undefined>>;
}

export function createTokenVault(keychain: Keychain): TokenVault {
  /** Two saves at once would pick the same slot, and interleave. */
  const inTurn = oneAfterAnother();
  const renewals = new Map<ConnectionId, OneAfterAnother>();

  function renewInTurn<T>(id: ConnectionId, renewal: () => Promise<T>): Promise<T> {
    const turns = renewals.get(id) ?? oneAfterAnother();
    renewals.set(id, turns);
    return turns(renewal);
  }

  async function read(id: ConnectionId): Promise<Result<StoredConnection | null>> {
    const client = await vaultEntries(keychain, id).readClient();
    if (!client.ok) return client;
    if (client.value === null) return ok(null);
    const newest = await readNewest(keychain, id);
    if (!newest.ok) return newest;
    return ok({ ...client.value, tokens: newest.value.content?.tokens ?? null });
  }

  async function saveTokens(id: ConnectionId, tokens: TokenPair): Promise<Result<undefined>> {
    const newest = await readNewest(keychain, id);
    return newest.ok ? writeBeside(id, newest.value, tokens) : newest;
  }

  /** The order of the writes is what survives a crash: do not change it. */
  async function writeBeside(
    id: ConnectionId,
    { slot, content }: Newest,
    tokens: TokenPair,
  ): Promise<Result<undefined>> {
    const entries = vaultEntries(keychain, id);
    // 1. The new pair goes where no reader looks; the old one stays untouched.
    const target = content === null ? 'a' : otherThan(slot);
    const sequence = (content?.sequence ?? 0) + 1;
    const written = await entries.writeSlot(target, { tokens, sequence });
    if (!written.ok) return written;
    // 2. One write turns every reader to the new pair.
    return entries.writeCurrentSlot(target);
  }

  async function newerThan(id: ConnectionId, known: TokenPair): Promise<Result<TokenPair | null>> {
    const newest = await readNewest(keychain, id);
    return newest.ok ? ok(newerOf(newest.value, known)) : newest;
  }

  /** Until it is written the renewed pair exists in this process only: nothing is read twice. */
  async function saveRenewed(
    id: ConnectionId,
    known: TokenPair,
    renewed: TokenPair,
  ): Promise<Result<TokenPair | null>> {
    const client = await vaultEntries(keychain, id).readClient();
    if (!client.ok) return client;
    if (client.value === null) return ok(null);
    const newest = await readNewest(keychain, id);
    if (!newest.ok) return newest;
    const newer = newerOf(newest.value, known);
    if (newer) return ok(newer);
    const saved = await writeBeside(id, newest.value, renewed);
    return saved.ok ? ok(renewed) : saved;
  }

  return {
    read: (id) => inTurn(() => read(id)),
    saveCredentials: (id, client) => inTurn(() => vaultEntries(keychain, id).writeClient(client)),
    saveTokens: (id, tokens) => inTurn(() => saveTokens(id, tokens)),
    newerThan: (id, known) => inTurn(() => newerThan(id, known)),
    saveRenewed: (id, known, renewed) => inTurn(() => saveRenewed(id, known, renewed)),
    renewInTurn,
    forget: (id) => inTurn(() => vaultEntries(keychain, id).eraseAll()),
  };
}

type OneAfterAnother = <T>(work: () => Promise<T>) => Promise<T>;

function oneAfterAnother(): OneAfterAnother {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done.catch(() => {});
    return done;
  };
}

interface Newest {
  readonly slot: Slot;
  /** Null when neither slot holds a complete pair. */
  readonly content: SlotContent | null;
  /** The slot that should be read is damaged, and this is the pair before it. */
  readonly isFallback: boolean;
}

function newerOf({ content, isFallback }: Newest, known: TokenPair): TokenPair | null {
  if (content === null || isFallback) return null;
  return content.tokens.refreshToken === known.refreshToken ? null : content.tokens;
}

/**
 * The slot the pointer names, with two exceptions. A complete pair of a higher sequence in the
 * other slot was saved just before a crash took the turn of the pointer. And where the named slot
 * is damaged, the pair before it may still have a living access token.
 */
async function readNewest(keychain: Keychain, id: ConnectionId): Promise<Result<Newest>> {
  const entries = vaultEntries(keychain, id);
  const pointer = await entries.readCurrentSlot();
  if (!pointer.ok) return pointer;
  // No pointer yet: a first save that stopped just before it still counts, if complete.
  const slot = pointer.value ?? 'a';
  const named = await entries.readSlot(slot);
  if (!named.ok) return named;
  const other = await entries.readSlot(otherThan(slot));
  if (!other.ok) return other;
  const isOther = (other.value?.sequence ?? 0) > (named.value?.sequence ?? 0);
  return ok({
    slot: isOther ? otherThan(slot) : slot,
    content: isOther ? other.value : named.value,
    isFallback: isOther && named.value === null && pointer.value !== null,
  });
}

function otherThan(slot: Slot): Slot {
  return slot === 'a' ? 'b' : 'a';
}
