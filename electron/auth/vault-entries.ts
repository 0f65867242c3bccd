// How a connection's secrets are spelled in the keychain: one entry a secret, for Windows caps
// an entry at 2,560 bytes and an access token alone has about 1,000 (freshbooks-api.md §1.6), so
// that splitting one over several entries (long-passwords.ts) stays the exception.
import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import { type Failed, ok, type Result } from '../../shared/result.ts';
import type { Keychain } from './keychain.ts';
import type { ClientCredentials, TokenPair } from './token-pair.ts';

/** The app by which a connection was made; a refresh needs the same one again. */
export interface StoredClient {
  readonly credentials: ClientCredentials;
  readonly redirectUri: string;
}

export type Slot = 'a' | 'b';

export interface SlotContent {
  readonly tokens: TokenPair;
  /** How many pairs of this connection were saved up to this one. */
  readonly sequence: number;
}

const clientSchema = z.object({
  credentials: z.object({ clientId: z.string(), clientSecret: z.string() }),
  redirectUri: z.string(),
});

/** What belongs to an access token, which has an entry of its own. */
const grantSchema = z.object({
  refreshToken: z.string().min(1),
  expiresAtMs: z.number(),
  lifeMs: z.number(),
  scopes: z.array(z.string()),
  sequence: z.number(),
});

const slotSchema = z.enum(['a', 'b']);

export function vaultEntries(keychain: Keychain, id: ConnectionId) {
  const names = {
    client: `${id}/client`,
    current: `${id}/current`,
    access: (slot: Slot) => `${id}/${slot}/access-token`,
    grant: (slot: Slot) => `${id}/${slot}/grant`,
  };

  /** An entry that cannot be read as what it should be counts as absent. */
  async function readJson<T>(name: string, schema: z.ZodType<T>): Promise<Result<T | null>> {
    const entry = await keychain.read(name);
    if (!entry.ok || entry.value === null) return entry.ok ? ok(null) : entry;
    return ok(schema.safeParse(json(entry.value)).data ?? null);
  }

  return {
    readClient: () => readJson(names.client, clientSchema),
    writeClient: (client: StoredClient) => keychain.write(names.client, JSON.stringify(client)),

    readCurrentSlot: () => readJson(names.current, slotSchema),
    writeCurrentSlot: (slot: Slot) => keychain.write(names.current, JSON.stringify(slot)),

    async readSlot(slot: Slot): Promise<Result<SlotContent | null>> {
      const grant = await readJson(names.grant(slot), grantSchema);
      if (!grant.ok || grant.value === null) return grant.ok ? ok(null) : grant;
      const access = await keychain.read(names.access(slot));
      if (!access.ok || access.value === null) return access.ok ? ok(null) : access;
      const { sequence, ...rest } = grant.value;
      return ok({ tokens: { ...rest, accessToken: access.value }, sequence });
    },

    async writeSlot(slot: Slot, content: SlotContent): Promise<Result<undefined>> {
      const { accessToken, ...grant } = content.tokens;
      // First the old grant goes, so that a half-written slot can only look empty.
      const emptied = await keychain.erase(names.grant(slot));
      if (!emptied.ok) return emptied;
      const access = await keychain.write(names.access(slot), accessToken);
      if (!access.ok) return access;
      const { sequence } = content;
      return keychain.write(names.grant(slot), JSON.stringify({ ...grant, sequence }));
    },

    async eraseAll(): Promise<Result<undefined>> {
      let outcome: Result<undefined> = ok();
      // Refresh tokens first: they are the ones that never expire.
      for (const name of [
        names.grant('a'),
        names.grant('b'),
        names.access('a'),
        names.access('b'),
        names.client,
        names.current,
      ]) {
        const erased = await keychain.erase(name);
        if (!erased.ok) outcome = erased;
        // A keychain that is shut fails for each of them, and may ask the person each time.
        if (!erased.ok && !isRefusal(erased)) break;
      }
      return outcome;
    },
  };
}

function isRefusal({ error }: Failed): boolean {
  return error.code === 'keychain-unavailable' && error.cause === 'write-refused';
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
