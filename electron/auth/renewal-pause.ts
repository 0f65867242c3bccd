// How long renewing rests after trouble that left the refresh token as good as before.
import type { TraybooksError } from '../../shared/errors.ts';
import { backOffMs } from './back-off.ts';

export interface RenewalPause {
  /** Whoever asks for a token waits that long, as long as the one at hand works; ms since epoch. */
  readonly askedUntilMs: number;
  /** Nobody asks: then it rests longer each time, for the computer may be offline all night. */
  readonly unaskedUntilMs: number;
  readonly error: TraybooksError;
  /** In a row. */
  readonly failures: number;
}

const FIRST_PAUSE_MS = 60_000;

/**
 * @param lifeMs of an access token: one that lives seconds cannot wait a minute
 * @param before the pause after the failure before this one; null when that succeeded
 */
export function renewalPause(
  error: TraybooksError,
  lifeMs: number,
  nowMs: number,
  before: RenewalPause | null,
): RenewalPause {
  const failures = (before?.failures ?? 0) + 1;
  const firstMs = Math.min(FIRST_PAUSE_MS, lifeMs / 20);
  const askedMs = error.code === 'rate-limited' ? error.retryAfterSeconds * 1000 : firstMs;
  // Half an hour where a token lives twelve.
  const unaskedMs = Math.max(askedMs, backOffMs(failures, firstMs, lifeMs / 24));
  return { askedUntilMs: nowMs + askedMs, unaskedUntilMs: nowMs + unaskedMs, error, failures };
}
