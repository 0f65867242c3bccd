/**
 * Bearer tokens and their rotation, which is where a careless client loses its session: any new
 * bearer for the same person and app kills the refresh token before it at once, whichever way it
 * was got (freshbooks-api.md §1.7).
 */
import type { SandboxWorld } from '../sandbox-world.ts';
import type { AccessTokenRecord } from '../state/sandbox-state.ts';
import { accessTokenText } from './access-token-text.ts';
import { digestOf, randomHex } from './secret-digest.ts';

/** The body of a token answer, freshbooks-api.md §1.6. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly scope: string;
  readonly created_at: number;
  readonly direct_buy_tokens: Record<string, never>;
}

export function issueTokens(
  world: SandboxWorld,
  grant: { readonly clientId: string; readonly scopes: readonly string[] },
): TokenAnswer {
  const { state } = world;
  const { clientId, scopes } = grant;
  const nowMs = world.clock();
  const createdAt = Math.floor(nowMs / 1000);
  const expiresAtMs = (createdAt + world.accessTokenSeconds) * 1000;
  const pairId = randomHex(world.randomBytes, 8);
  const accessToken = accessTokenText(world, { clientId, createdAt, expiresAtMs });
  const refreshToken = randomHex(world.randomBytes, 32);

  state.accessTokens = state.accessTokens.filter((token) => token.expiresAtMs > nowMs);
  state.accessTokens.push({
    digest: digestOf(accessToken),
    clientId,
    scopes,
    pairId,
    expiresAtMs,
  });
  state.refreshTokens = state.refreshTokens.filter((token) => token.clientId !== clientId);
  state.refreshTokens.push({ digest: digestOf(refreshToken), clientId, scopes, pairId });
  state.firstGrantAt[clientId] ??= createdAt;

  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: world.accessTokenSeconds,
    refresh_token: refreshToken,
    scope: scopes.join(' '),
    created_at: createdAt,
    direct_buy_tokens: {},
  };
}

/** Spends a refresh token; undefined when it is unknown, spent or another app's. */
export function refreshTokens(
  world: SandboxWorld,
  clientId: string,
  refreshToken: string,
): TokenAnswer | undefined {
  const digest = digestOf(refreshToken);
  const record = world.state.refreshTokens.find(
    (known) => known.digest === digest && known.clientId === clientId,
  );
  return record && issueTokens(world, { clientId, scopes: record.scopes });
}

/** Kills a token and its twin. An unknown token is no error (RFC 7009 §2.2). */
export function revokeToken(world: SandboxWorld, clientId: string, token: string): void {
  const { state } = world;
  const digest = digestOf(token);
  const record = [...state.accessTokens, ...state.refreshTokens].find(
    (known) => known.digest === digest && known.clientId === clientId,
  );
  if (!record) return;
  state.accessTokens = state.accessTokens.filter((known) => known.pairId !== record.pairId);
  state.refreshTokens = state.refreshTokens.filter((known) => known.pairId !== record.pairId);
}

/** The living access token with this text. */
export function findAccessToken(world: SandboxWorld, token: string): AccessTokenRecord | undefined {
  const digest = digestOf(token);
  const now = world.clock();
  return world.state.accessTokens.find(
    (known) => known.digest === digest && known.expiresAtMs > now,
  );
}
