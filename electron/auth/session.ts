// One live login: hands out access tokens and renews them, one refresh at a time whoever asks.
// Nothing outside this room ever sees the refresh token.
import type { ConnectionDetails, SignedOut } from '../../shared/connection-details.ts';
import type { SignInReason, TraybooksError } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { SCOPES } from '../../shared/scopes.ts';
import type { ConnectionState } from '../../shared/snapshot.ts';
import type { Timers } from '../../shared/timers.ts';
import { createSessionCondition } from './session-condition.ts';
import { startTimeLimit } from './time-limit.ts';
import { isAlive, isDue, renewsAtMs, type TokenPair } from './token-pair.ts';
import { type Renewal, type RenewalParts, renewTokens } from './token-renewal.ts';
import { unlessAborted } from './unless-aborted.ts';
import type { StoredClient } from './vault-entries.ts';

export interface Session {
  /**
   * A token that works, renewed first when its life runs low.
   * @param signal ends the waiting, never a refresh that others wait for too
   * @returns `sign-in-needed` when only signing in helps; else why renewing failed just now
   */
  accessToken(signal?: AbortSignal): Promise<Result<string>>;
  /**
   * After a 401. Renews once for all who were refused the same token.
   * @param refused the access token FreshBooks did not take
   */
  renewAfter(refused: string, signal?: AbortSignal): Promise<Result<string>>;
  /**
   * Renews although it may not be due: for a person who asks. Joins a renewal under way.
   * @returns why it did not succeed; `rate-limited` without asking while FreshBooks wants a pause
   */
  renewNow(signal?: AbortSignal): Promise<Result<undefined>>;
  details(): SessionDetails;
  /** Of the newest token. One granted without naming any has what was asked for (RFC 6749 §5.1). */
  grantedScopes(): readonly string[];
  state(): ConnectionState;
  /** @returns a function that ends the subscription */
  onStateChange(listener: (state: ConnectionState) => void): () => void;
  /**
   * Revokes at FreshBooks, then empties the vault, reached or not.
   * @returns `keychain-unavailable` when something is left in the vault
   */
  signOut(): Promise<Result<SignedOut>>;
  /** Stops the session's timer; nothing is forgotten. */
  close(): void;
}

export type SessionDetails = Pick<
  ConnectionDetails,
  'accessEndsAtMs' | 'renewsAtMs' | 'lastRenewal' | 'redirectUri'
>;

export interface SessionParts extends RenewalParts {
  readonly timers: Timers;
}

/** After trouble, the next unasked attempt waits, as long as the access token still works. */
const PAUSE_AFTER_TROUBLE_MS = 60_000;

/** A person is waiting to be signed out, and the keychain is emptied only afterwards. */
const REVOKE_LIMIT_MS = 10_000;

/** Opens the login kept in the vault. @returns `sign-in-needed` when there is none. */
export async function openSession(parts: SessionParts): Promise<Result<Session>> {
  const stored = await parts.vault.read(parts.id);
  if (!stored.ok) return stored;
  if (!stored.value?.tokens) return neverSignedIn();
  return ok(createSession(parts, stored.value, stored.value.tokens));
}

export function createSession(
  parts: SessionParts,
  client: StoredClient,
  tokens: TokenPair,
): Session {
  const { id, vault, endpoint, clock } = parts;
  let pair = tokens;
  let isSaved = true;
  let ended = false;
  let refusedToken: string | null = null;
  let lost: SignInReason | null = null;
  let pause: { readonly untilMs: number; readonly error: TraybooksError } | null = null;
  let underWay: Promise<void> | null = null;
  let lastRenewal: ConnectionDetails['lastRenewal'] = null;

  const isUsable = () => isAlive(pair, clock()) && pair.accessToken !== refusedToken;
  const condition = createSessionCondition(parts.timers, clock, () => {
    if (ended) return { lost: 'never-signed-in', usableUntilMs: null, renewing: false };
    return {
      lost,
      usableUntilMs: isUsable() ? pair.expiresAtMs : null,
      renewing: underWay !== null,
    };
  });

  function renew(): Promise<void> {
    underWay ??= renewOnce().finally(() => {
      underWay = null;
      condition.update();
    });
    condition.update();
    return underWay;
  }

  async function renewOnce(): Promise<void> {
    const renewal = await renewTokens(parts, client, pair);
    switch (renewal.kind) {
      case 'renewed':
        pair = renewal.tokens;
        isSaved = renewal.saved;
        pause = null;
        break;
      case 'lost':
        lost = renewal.reason;
        break;
      case 'kept':
        pause = { untilMs: clock() + pauseMs(renewal.error, pair), error: renewal.error };
        break;
    }
    lastRenewal = { atMs: clock(), error: troubleOf(renewal) };
  }

  async function accessToken(signal?: AbortSignal): Promise<Result<string>> {
    if (signal?.aborted) return failed({ code: 'cancelled', by: 'person' });
    if (ended) return neverSignedIn();
    // A renewed pair that exists in memory only would be lost with the process.
    if (!isSaved) isSaved = (await vault.saveTokens(id, pair)).ok;
    if (shouldRenew() && !(await unlessAborted(renew(), signal))) {
      return failed({ code: 'cancelled', by: 'person' });
    }
    condition.update();
    if (ended) return neverSignedIn();
    if (isUsable()) return ok(pair.accessToken);
    if (lost) return failed({ code: 'sign-in-needed', reason: lost });
    // Without trouble only a token that was dead on arrival gets here.
    return failed(pause?.error ?? { code: 'server-trouble', status: null, detail: 'expires_in' });
  }

  function shouldRenew(): boolean {
    if (lost || (isUsable() && !isDue(pair, clock()))) return false;
    if (underWay || !pause || clock() >= pause.untilMs) return true;
    return !isUsable() && pause.error.code !== 'rate-limited';
  }

  return {
    accessToken,
    renewAfter(refused, signal) {
      if (refused === pair.accessToken) refusedToken = refused;
      return accessToken(signal);
    },
    async renewNow(signal) {
      if (ended) return neverSignedIn();
      if (lost) return failed({ code: 'sign-in-needed', reason: lost });
      const mustWait = pause?.error.code === 'rate-limited' && clock() < pause.untilMs;
      if (pause && mustWait && !underWay) return failed(pause.error);
      if (!(await unlessAborted(renew(), signal))) {
        return failed({ code: 'cancelled', by: 'person' });
      }
      return lastRenewal?.error ? failed(lastRenewal.error) : ok();
    },
    details: () => ({
      accessEndsAtMs: pair.expiresAtMs,
      renewsAtMs: lost || ended ? null : renewsAtMs(pair),
      lastRenewal,
      redirectUri: client.redirectUri,
    }),
    grantedScopes: () => (pair.scopes.length > 0 ? pair.scopes : SCOPES),
    state: condition.state,
    onStateChange: condition.onChange,
    async signOut() {
      ended = true;
      // The pair to revoke is the one a refresh under way brings back.
      await underWay;
      const limit = startTimeLimit(parts.timers, REVOKE_LIMIT_MS);
      const refresh = await endpoint.revoke(client.credentials, pair.refreshToken, limit.signal);
      const access = refresh.ok
        ? await endpoint.revoke(client.credentials, pair.accessToken, limit.signal)
        : refresh;
      limit.end();
      const forgotten = await vault.forget(id);
      condition.update();
      const livesOn = !access.ok && isAlive(pair, clock());
      return forgotten.ok
        ? ok({ revoked: access.ok, accessEndsAtMs: livesOn ? pair.expiresAtMs : null })
        : forgotten;
    },
    close: condition.close,
  };
}

function troubleOf(renewal: Renewal): TraybooksError | null {
  if (renewal.kind === 'renewed') return null;
  if (renewal.kind === 'kept') return renewal.error;
  return { code: 'sign-in-needed', reason: renewal.reason };
}

function pauseMs(error: TraybooksError, pair: TokenPair): number {
  if (error.code === 'rate-limited') return error.retryAfterSeconds * 1000;
  // A token that lives seconds cannot wait a minute.
  return Math.min(PAUSE_AFTER_TROUBLE_MS, pair.lifeMs / 20);
}

function neverSignedIn(): Result<never> {
  return failed({ code: 'sign-in-needed', reason: 'never-signed-in' });
}
