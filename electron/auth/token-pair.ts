// What FreshBooks grants: an access token for hours and a refresh token for one use.
import { z } from 'zod';

export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface TokenPair {
  readonly accessToken: string;
  /** Works once; sending it makes this pair a thing of the past (freshbooks-api.md §1.7). */
  readonly refreshToken: string;
  /** Milliseconds since the epoch at which the access token dies. */
  readonly expiresAtMs: number;
  /** Milliseconds the access token lives from its grant; 12 h at FreshBooks. */
  readonly lifeMs: number;
  /** What was granted, e.g. `user:invoices:read`. */
  readonly scopes: readonly string[];
}

/** Visible ASCII (RFC 6749 appendix A.12, A.17): anything else cannot stand in a header. */
const token = z.string().regex(/^[\x21-\x7e]+$/);

/** Thirty years. Beyond, milliseconds would some day be no number any more. */
const LONGEST_LIFE_S = 1e9;

/** The body of a token answer (freshbooks-api.md §1.6); unknown members pass and are dropped. */
export const tokenAnswerSchema = z.object({
  access_token: token,
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().max(LONGEST_LIFE_S),
  refresh_token: token,
  /** Optional (RFC 6749 §5.1); null is as good a way to leave it out. */
  scope: z.string().nullish(),
  /** Unix seconds; RFC 6749 does not know it, so its absence is no reason to lose a login. */
  created_at: z.number().positive().nullish(),
});

export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;

/** @param receivedAtMs our own clock when the answer came */
export function tokenPair(answer: TokenAnswer, receivedAtMs: number): TokenPair {
  const lifeMs = answer.expires_in * 1000;
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAtMs: expiry(answer.created_at, lifeMs, receivedAtMs),
    lifeMs,
    scopes: (answer.scope ?? '').split(/\s+/).filter((scope) => scope !== ''),
  };
}

/**
 * Expiry is created_at + expires_in, for a refresh may repeat the first grant's created_at
 * (freshbooks-api.md §1.6). A computer whose clock is wrong would see a token that lives too
 * long, or one that is due on arrival and refreshed without end: then the life counts from
 * receipt, and a 401 corrects it if that was too kind.
 */
function expiry(
  createdAtS: number | null | undefined,
  lifeMs: number,
  receivedAtMs: number,
): number {
  const latest = receivedAtMs + lifeMs;
  if (createdAtS == null) return latest;
  const stated = createdAtS * 1000 + lifeMs;
  const dueOnArrival = stated - receivedAtMs <= renewalMarginMs(lifeMs);
  return dueOnArrival ? latest : Math.min(stated, latest);
}

/**
 * A third of the life: four hours of FreshBooks' twelve, so that a refresh gone wrong leaves
 * hours of a working token, and seconds where a token lives ten.
 */
function renewalMarginMs(lifeMs: number): number {
  return lifeMs / 3;
}

/** Milliseconds since the epoch. */
export function renewsAtMs(pair: TokenPair): number {
  return pair.expiresAtMs - renewalMarginMs(pair.lifeMs);
}

export function isDue(pair: TokenPair, nowMs: number): boolean {
  return nowMs >= renewsAtMs(pair);
}

export function isAlive(pair: TokenPair, nowMs: number): boolean {
  return nowMs < pair.expiresAtMs;
}
