// The three calls that carry the client secret: exchange, refresh, revoke (freshbooks-api.md
// §1.5, §1.8). None is ever repeated here: a refresh token and a code work once.
import type { Fetch } from '../../shared/fetch.ts';
import { networkFailure } from '../../shared/network-failure.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Timers } from '../../shared/timers.ts';
import type { FreshBooksEndpoints } from './endpoints.ts';
import type { Clock } from './outside-world.ts';
import { startTimeLimit } from './time-limit.ts';
import { readRevokeAnswer, readTokenAnswer, type TokenHttpAnswer } from './token-answer.ts';
import type { ClientCredentials, TokenPair } from './token-pair.ts';

export interface CodeGrant {
  readonly code: string;
  /** The very same as in the authorization request (RFC 6749 §4.1.3). */
  readonly redirectUri: string;
  readonly verifier: string;
}

/**
 * Errors of all three: `sign-in-needed` with `invalid-grant` or `invalid-client`,
 * `rate-limited`, `offline` (nothing was sent), `outcome-unknown` (sent, no answer),
 * `server-trouble`, and `cancelled` when the signal ended it.
 */
export interface TokenEndpoint {
  exchange(
    credentials: ClientCredentials,
    grant: CodeGrant,
    signal?: AbortSignal,
  ): Promise<Result<TokenPair>>;
  refresh(
    credentials: ClientCredentials,
    grant: { readonly refreshToken: string; readonly redirectUri: string },
    signal?: AbortSignal,
  ): Promise<Result<TokenPair>>;
  /** @param token access or refresh token */
  revoke(
    credentials: ClientCredentials,
    token: string,
    signal?: AbortSignal,
  ): Promise<Result<undefined>>;
}

export interface TokenEndpointWorld {
  readonly endpoints: Pick<FreshBooksEndpoints, 'tokenUrl' | 'revokeUrl'>;
  /** Must send a request at most once: Chromium repeats a POST on a dropped warm connection. */
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly timers: Timers;
  /** `Traybooks/<version>` */
  readonly userAgent: string;
}

const LIMIT_MS = 30_000;

export function createTokenEndpoint(world: TokenEndpointWorld): TokenEndpoint {
  const { endpoints, clock } = world;

  async function ask<T>(
    url: string,
    body: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
    read: (answer: TokenHttpAnswer, nowMs: number) => Result<T>,
  ): Promise<Result<T>> {
    const answer = await post(world, url, body, signal);
    return answer.ok ? read(answer.value, clock()) : answer;
  }

  return {
    exchange: (credentials, grant, signal) =>
      ask(
        endpoints.tokenUrl,
        {
          grant_type: 'authorization_code',
          ...client(credentials),
          code: grant.code,
          redirect_uri: grant.redirectUri,
          code_verifier: grant.verifier,
        },
        signal,
        readTokenAnswer,
      ),
    refresh: (credentials, grant, signal) =>
      ask(
        endpoints.tokenUrl,
        {
          grant_type: 'refresh_token',
          ...client(credentials),
          refresh_token: grant.refreshToken,
          redirect_uri: grant.redirectUri,
        },
        signal,
        readTokenAnswer,
      ),
    revoke: (credentials, token, signal) =>
      ask(endpoints.revokeUrl, { ...client(credentials), token }, signal, readRevokeAnswer),
  };
}

function client(credentials: ClientCredentials) {
  return { client_id: credentials.clientId, client_secret: credentials.clientSecret };
}

async function post(
  world: TokenEndpointWorld,
  url: string,
  body: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<Result<TokenHttpAnswer>> {
  const limit = startTimeLimit(world.timers, LIMIT_MS, signal);
  let answered = false;
  try {
    const response = await world.fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'User-Agent': world.userAgent,
      },
      body: JSON.stringify(body),
      // A redirect must not carry the client secret to wherever it points.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: limit.signal,
    });
    answered = true;
    return {
      ok: true,
      value: {
        status: response.status,
        headers: response.headers,
        body: await response.text(),
      },
    };
  } catch (error) {
    if (signal?.aborted) return failed({ code: 'cancelled', by: 'person' });
    // Half an answer means that the request arrived, whatever the rest failed with.
    const neverLeft = !answered && networkFailure(error) === 'not-sent';
    return failed({ code: neverLeft ? 'offline' : 'outcome-unknown' });
  } finally {
    limit.end();
  }
}
