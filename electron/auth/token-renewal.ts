// One refresh, in the order that never loses a login: note it, send it once, save the new pair,
// and only then let it be used (freshbooks-api.md §10, 1 and 2).
import type { SignInReason, TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Clock } from './outside-world.ts';
import type { TokenEndpoint } from './token-endpoint.ts';
import { isAlive, type TokenPair } from './token-pair.ts';
import type { TokenVault } from './token-vault.ts';
import type { StoredClient } from './vault-entries.ts';

/**
 * A durable note that a refresh token is on its way. `end` is not called when the answer was
 * lost or the new pair could not be saved: the token in the vault may then be spent.
 */
export interface RefreshNote {
  begin(): Promise<void>;
  end(): Promise<void>;
}

export interface RenewalParts {
  readonly id: ConnectionId;
  readonly vault: TokenVault;
  readonly endpoint: TokenEndpoint;
  readonly clock: Clock;
  readonly refreshNote?: RefreshNote | undefined;
}

export type Renewal =
  | { readonly kind: 'renewed'; readonly tokens: TokenPair; readonly saved: boolean }
  /** The refresh token is spent, refused, or of an unknown fate: never to be sent again. */
  | { readonly kind: 'lost'; readonly reason: SignInReason }
  /** The refresh token is as good as before; try later. */
  | { readonly kind: 'kept'; readonly error: TraybooksError };

export async function renewTokens(
  parts: RenewalParts,
  client: StoredClient,
  used: TokenPair,
): Promise<Renewal> {
  const { id, vault, endpoint, refreshNote } = parts;
  const { credentials, redirectUri } = client;

  await refreshNote?.begin();
  const answer = await endpoint.refresh(credentials, {
    refreshToken: used.refreshToken,
    redirectUri,
  });
  if (answer.ok) {
    const tokens = answer.value;
    const saved = (await vault.saveTokens(id, tokens)).ok;
    if (saved) await refreshNote?.end();
    return { kind: 'renewed', tokens, saved };
  }

  // Sent, and no answer: FreshBooks may have rotated. Sending again could only be refused, and
  // a client that guesses cannot tell that from being signed out on purpose.
  if (answer.error.code === 'outcome-unknown') return { kind: 'lost', reason: 'session-ended' };

  await refreshNote?.end();
  if (answer.error.code !== 'sign-in-needed') return { kind: 'kept', error: answer.error };
  if (answer.error.reason !== 'invalid-grant') return { kind: 'lost', reason: answer.error.reason };
  return newerPairInVault(parts, client, used);
}

/** Refused, perhaps only because somebody else renewed meanwhile and saved a newer pair. */
async function newerPairInVault(
  parts: RenewalParts,
  client: StoredClient,
  used: TokenPair,
): Promise<Renewal> {
  const stored = await parts.vault.read(parts.id);
  const tokens = stored.ok ? stored.value?.tokens : null;
  if (!tokens || tokens.refreshToken === used.refreshToken) {
    return { kind: 'lost', reason: 'session-ended' };
  }
  if (isAlive(tokens, parts.clock())) return { kind: 'renewed', tokens, saved: true };
  return renewTokens(parts, client, tokens);
}
