// One live login: hands out access tokens and renews them, one refresh at a time whoever asks.
// Nothing outside this room ever sees the refresh token.
import type { ConnectionDetails, SignedOut } from '../../shared/connection-details.ts';
import type { SignInReason, TraybooksError } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { SCOPES } from '../../shared/scopes.ts';
import type { ConnectionState } from '../../shared/snapshot.ts';
import type { Timers } from '../../shared/timers.ts';
import { createChores } from './chores.ts';
import { pairInUse } from './pair-in-use.ts';
import { type RenewalPause, renewalPause } from './renewal-pause.ts';
import { createSessionCondition } from './session-condition.ts';
import { startTimeLimit } from './time-limit.ts';
import { tokenFingerprint } from './token-fingerprint.ts';
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
  /** The computer woke up, or is online again: does what has become due meanwhile. */
  catchUp(): void;
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
  /** Before the program ends: a refresh under way is waited for, an unsaved pair saved if it can be. */
  settled(): Promise<void>;
  /** Stops the session's timers; nothing is forgotten. */
  close(): void;
}

export type SessionDetails = Pick<
  ConnectionDetails,
  'accessEndsAtMs' | 'renewsAtMs' | 'lastRenewal' | 'redirectUri'
>;

export interface SessionParts extends RenewalParts {
  readonly timers: Timers;
  /**
   * Asks FreshBooks, once, after it refused the refresh token: a living access token tells a
   * session taken over by another computer from one that was ended.
   */
  readonly checkAccess: (accessToken: string) => Promise<'works' | 'refused' | 'unknown'>;
  /** Told when a renewed pair could not be saved, and with null once it is. */
  readonly onUnsaved: (error: TraybooksError | null) => void;
  /** Told of throws in what nobody waits for. */
  readonly reportBug: (error: unknown) => void;
}

/** A person is waiting to be signed out, and the keychain is emptied only afterwards. */
const REVOKE_LIMIT_MS = 10_000;

/** Opens the login kept in the vault. @returns `sign-in-needed` when there is none. */
export async function openSession(parts: SessionParts): Promise<Result<Session>> {
  const { id, refreshNotes } = parts;
  const stored = await parts.vault.read(id);
  if (!stored.ok) return stored;
  const tokens = stored.value?.tokens;
  if (!stored.value || !tokens) return neverSignedIn();
  const fingerprint = tokenFingerprint(tokens.refreshToken);
  const wasCutOff = refreshNotes.has(id, fingerprint);
  refreshNotes.clear(id, fingerprint);
  return ok(createSession(parts, stored.value, tokens, wasCutOff ? 'answer-lost' : null));
}

function createSession(
  parts: SessionParts,
  client: StoredClient,
  tokens: TokenPair,
  lostBefore: SignInReason | null,
): Session {
  const { id, vault, endpoint, clock, timers } = parts;
  const held = pairInUse(parts, tokens, parts.onUnsaved);
  let ended = false;
  let refusedToken: string | null = null;
  let lost = lostBefore;
  let pause: RenewalPause | null = null;
  let underWay: Promise<void> | null = null;
  let lastRenewal: ConnectionDetails['lastRenewal'] = null;

  const isUsable = () =>
    isAlive(held.current(), clock()) && held.current().accessToken !== refusedToken;
  const condition = createSessionCondition(timers, clock, () => {
    if (ended) return { lost: 'never-signed-in', usableUntilMs: null, renewing: false };
    return {
      lost,
      usableUntilMs: isUsable() ? held.current().expiresAtMs : null,
      renewing: underWay !== null,
    };
  });
  const chores = createChores(parts, [
    { dueMs: renewalDueMs, run: () => renew() },
    { dueMs: () => (ended || underWay ? null : held.saveDueMs()), run: () => held.save() },
  ]);

  /** With hours left, so that a renewal gone wrong is no emergency. */
  function renewalDueMs(): number | null {
    if (lost || ended || underWay) return null;
    return Math.max(renewsAtMs(held.current()), pause?.unaskedUntilMs ?? 0);
  }

  function update(): void {
    condition.update();
    chores.arm();
  }

  function renew(): Promise<void> {
    underWay ??= renewOnce().finally(() => {
      underWay = null;
      update();
    });
    update();
    return underWay;
  }

  async function renewOnce(): Promise<void> {
    // Before one more pair exists in memory only.
    await held.save();
    const renewal = await renewTokens(parts, client, held.pairs());
    switch (renewal.kind) {
      case 'renewed':
        held.replace(renewal.tokens, renewal.unsaved);
        pause = null;
        break;
      case 'lost':
        lost = await explain(renewal.reason);
        break;
      case 'kept':
        pause = renewalPause(renewal.error, held.current().lifeMs, clock(), pause);
        break;
    }
    lastRenewal = { atMs: clock(), error: troubleOf(renewal, lost) };
  }

  /** FreshBooks refuses without a reason; what else is known gives one. */
  async function explain(reason: SignInReason): Promise<SignInReason> {
    if (reason !== 'session-ended') return reason;
    // An earlier attempt came back as trouble on its side, which may have been after rotating.
    if (pause?.error.code === 'server-trouble') return 'answer-lost';
    if (!isUsable()) return reason;
    const { accessToken } = held.current();
    const access = await parts.checkAccess(accessToken);
    if (access === 'refused') refusedToken = accessToken;
    return access === 'works' ? 'used-elsewhere' : reason;
  }

  async function accessToken(signal?: AbortSignal): Promise<Result<string>> {
    if (signal?.aborted) return failed({ code: 'cancelled', by: 'person' });
    if (ended) return neverSignedIn();
    if (shouldRenew() && !(await unlessAborted(renew(), signal))) {
      return failed({ code: 'cancelled', by: 'person' });
    }
    update();
    if (ended) return neverSignedIn();
    if (isUsable()) return ok(held.current().accessToken);
    if (lost) return failed({ code: 'sign-in-needed', reason: lost });
    // Without trouble only a token that was dead on arrival gets here.
    return failed(pause?.error ?? { code: 'server-trouble', status: null, detail: 'expires_in' });
  }

  function shouldRenew(): boolean {
    if (lost || (isUsable() && !isDue(held.current(), clock()))) return false;
    if (underWay || !pause || clock() >= pause.askedUntilMs) return true;
    return !isUsable() && pause.error.code !== 'rate-limited';
  }

  chores.arm();
  return {
    accessToken,
    renewAfter(refused, signal) {
      if (refused === held.current().accessToken) refusedToken = refused;
      return accessToken(signal);
    },
    async renewNow(signal) {
      if (ended) return neverSignedIn();
      if (lost) return failed({ code: 'sign-in-needed', reason: lost });
      const waitMs = pause?.error.code === 'rate-limited' ? pause.askedUntilMs - clock() : 0;
      if (waitMs > 0 && !underWay) {
        return failed({ code: 'rate-limited', retryAfterSeconds: Math.ceil(waitMs / 1000) });
      }
      if (!(await unlessAborted(renew(), signal))) {
        return failed({ code: 'cancelled', by: 'person' });
      }
      return lastRenewal?.error ? failed(lastRenewal.error) : ok();
    },
    details: () => ({
      accessEndsAtMs: held.current().expiresAtMs,
      renewsAtMs: lost || ended ? null : renewsAtMs(held.current()),
      lastRenewal,
      redirectUri: client.redirectUri,
    }),
    catchUp() {
      // What kept the last attempt from succeeding may be over; not so FreshBooks' own "not before".
      if (pause) pause = { ...pause, unaskedUntilMs: pause.askedUntilMs };
      condition.update();
      chores.catchUp();
    },
    grantedScopes: () => (held.current().scopes.length > 0 ? held.current().scopes : SCOPES),
    state: condition.state,
    onStateChange: condition.onChange,
    async signOut() {
      ended = true;
      chores.stop();
      // The pair to revoke is the one a refresh under way brings back.
      await underWay;
      const { refreshToken, accessToken } = held.current();
      const limit = startTimeLimit(timers, REVOKE_LIMIT_MS);
      const refresh = await endpoint.revoke(client.credentials, refreshToken, limit.signal);
      const access = refresh.ok
        ? await endpoint.revoke(client.credentials, accessToken, limit.signal)
        : refresh;
      limit.end();
      const forgotten = await vault.forget(id);
      if (forgotten.ok) parts.refreshNotes.clear(id, null);
      if (held.saveDueMs() !== null) parts.onUnsaved(null);
      condition.update();
      const livesOn = !access.ok && isAlive(held.current(), clock());
      return forgotten.ok
        ? ok({ revoked: access.ok, accessEndsAtMs: livesOn ? held.current().expiresAtMs : null })
        : forgotten;
    },
    async settled() {
      await underWay;
      await held.save();
    },
    close() {
      chores.stop();
      condition.close();
    },
  };
}

function troubleOf(renewal: Renewal, lost: SignInReason | null): TraybooksError | null {
  if (renewal.kind === 'kept') return renewal.error;
  return lost ? { code: 'sign-in-needed', reason: lost } : null;
}

function neverSignedIn(): Result<never> {
  return failed({ code: 'sign-in-needed', reason: 'never-signed-in' });
}
