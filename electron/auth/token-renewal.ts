// One refresh, in the order that never loses a login: note it, send it once, save the new pair,
// and only then let it be used (freshbooks-api.md §10, 1 and 2).
import type { SignInReason, TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { RefreshNotes } from '../../shared/refresh-notes.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Clock } from './outside-world.ts';
import type { TokenEndpoint } from './token-endpoint.ts';
import { tokenFingerprint } from './token-fingerprint.ts';
import { isAlive, type TokenPair } from './token-pair.ts';
import type { TokenVault } from './token-vault.ts';
import type { StoredClient } from './vault-entries.ts';

export interface RenewalParts {
  readonly id: ConnectionId;
  readonly vault: TokenVault;
  readonly endpoint: TokenEndpoint;
  readonly clock: Clock;
  /**
   * A note stands from before the refresh is sent until the new pair is saved, or FreshBooks said
   * that nothing changed. It outlives a lost answer and a pair that could not be saved: the token
   * in the vault may then be spent.
   */
  readonly refreshNotes: RefreshNotes;
}

/** The pair in use, and the one the vault holds; they differ while a new pair cannot be saved. */
export interface PairsAtHand {
  readonly inUse: TokenPair;
  readonly inVault: TokenPair;
}

export type Renewal =
  /** `unsaved` says why the new pair exists in memory only; null when it is in the vault. */
  | {
      readonly kind: 'renewed';
      readonly tokens: TokenPair;
      readonly unsaved: TraybooksError | null;
    }
  /** The refresh token is spent, refused, or of an unknown fate: never to be sent again. */
  | { readonly kind: 'lost'; readonly reason: SignInReason }
  /** The refresh token is as good as before; try later. */
  | { readonly kind: 'kept'; readonly error: TraybooksError };

export function renewTokens(
  parts: RenewalParts,
  client: StoredClient,
  pairs: PairsAtHand,
): Promise<Renewal> {
  // A sign-in that finished since has killed the token at hand: sending it would be for nothing.
  return parts.vault.renewInTurn(
    parts.id,
    async () => (await adoptNewerPair(parts, client, pairs)) ?? sendRefresh(parts, client, pairs),
  );
}

async function sendRefresh(
  parts: RenewalParts,
  client: StoredClient,
  pairs: PairsAtHand,
): Promise<Renewal> {
  const { id, endpoint, refreshNotes, clock } = parts;
  const { refreshToken } = pairs.inUse;
  const fingerprint = tokenFingerprint(refreshToken);
  // Another session of the same login sent it, and what came back was lost or is not saved yet.
  if (refreshNotes.has(id, fingerprint)) return { kind: 'lost', reason: 'answer-lost' };
  const noted = refreshNotes.begin(id, { fingerprint, startedAtMs: clock() });
  // Unnoted, a kill before the answer would leave a spent token that looks unspent.
  if (!noted.ok) return { kind: 'kept', error: noted.error };

  const { credentials, redirectUri } = client;
  const answer = await endpoint.refresh(credentials, { refreshToken, redirectUri });
  if (answer.ok) return keep(parts, pairs.inVault, answer.value);

  const renewal = refused(answer.error);
  if (!mayBeSpent(answer.error)) refreshNotes.end(id, fingerprint);
  if (renewal.kind === 'kept' || renewal.reason === 'invalid-client') return renewal;
  return (await adoptNewerPair(parts, client, pairs)) ?? renewal;
}

async function keep(parts: RenewalParts, inVault: TokenPair, renewed: TokenPair): Promise<Renewal> {
  const saved = await saveRenewed(parts, inVault, renewed);
  if (!saved.ok) return { kind: 'renewed', tokens: renewed, unsaved: saved.error };
  if (!saved.value) return { kind: 'lost', reason: 'never-signed-in' };
  return { kind: 'renewed', tokens: saved.value, unsaved: null };
}

/**
 * Saves what a refresh brought, and takes the notes back once it is safe.
 * @returns the pair that stands now, see `TokenVault.saveRenewed`
 */
export async function saveRenewed(
  { id, vault, refreshNotes }: RenewalParts,
  inVault: TokenPair,
  renewed: TokenPair,
): Promise<Result<TokenPair | null>> {
  const saved = await vault.saveRenewed(id, inVault, renewed);
  if (!saved.ok) return saved;
  // A note that stays because the disk is full names a token that is no longer in the vault, and
  // the next start sees that.
  refreshNotes.clear(id, saved.value && tokenFingerprint(saved.value.refreshToken));
  return ok(saved.value);
}

function refused(error: TraybooksError): Exclude<Renewal, { kind: 'renewed' }> {
  // Sent, and no answer that could be read: FreshBooks may have rotated. Sending again could only
  // be refused, and a client that guesses cannot tell that from being signed out on purpose.
  if (mayBeSpent(error)) return { kind: 'lost', reason: 'answer-lost' };
  if (error.code !== 'sign-in-needed') return { kind: 'kept', error };
  // What is refused here is never a code, about which `invalid-grant` has its words.
  return {
    kind: 'lost',
    reason: error.reason === 'invalid-grant' ? 'session-ended' : error.reason,
  };
}

function mayBeSpent(error: TraybooksError): boolean {
  if (error.code === 'outcome-unknown') return true;
  // A success whose body cannot be read has rotated all the same.
  return error.code === 'server-trouble' && Math.floor((error.status ?? 0) / 100) === 2;
}

/** What somebody else saved meanwhile: a sign-in, or another session of the same login. */
async function adoptNewerPair(
  parts: RenewalParts,
  client: StoredClient,
  { inVault }: PairsAtHand,
): Promise<Renewal | null> {
  const { id, vault, refreshNotes, clock } = parts;
  const newer = await vault.newerThan(id, inVault);
  if (!newer.ok || !newer.value) return null;
  const tokens = newer.value;
  refreshNotes.clear(id, tokenFingerprint(tokens.refreshToken));
  if (isAlive(tokens, clock())) return { kind: 'renewed', tokens, unsaved: null };
  return sendRefresh(parts, client, { inUse: tokens, inVault: tokens });
}
