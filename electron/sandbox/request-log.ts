/**
 * What was asked of the sandbox, for tests that count. Paths only, and digests: a query or a body
 * may hold a code, a token or a person's note.
 */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HonoRequest, MiddlewareHandler } from 'hono';
import { digestOf } from './oauth/secret-digest.ts';
import { tokenPaths } from './oauth/server-metadata.ts';
import { readTokenRequest } from './oauth/token-request.ts';
import type { SandboxEnv } from './sandbox-world.ts';

const mostKept = 1000;

export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** SHA-256 of the refresh token that was sent, to tell a second time from a first; else null. */
  readonly refreshTokenDigest: string | null;
  /** Null while under way, and when the connection was cut instead of an answer. */
  readonly status: number | null;
  /** Epoch milliseconds of its arrival. */
  readonly at: number;
}

export interface RequestLog {
  /** Oldest first, the last thousand. */
  readonly requests: readonly RecordedRequest[];
  readonly middleware: MiddlewareHandler<SandboxEnv>;
}

export function createRequestLog(clock: () => number): RequestLog {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    middleware: async (c, next) => {
      const { method, path } = c.req;
      const at = clock();
      const refreshTokenDigest = await sentRefreshToken(c.req);
      const entry = { method, path, refreshTokenDigest, status: null as number | null, at };
      requests.push(entry);
      if (requests.length > mostKept) requests.shift();
      await next();
      if (c.res !== RESPONSE_ALREADY_SENT) entry.status = c.res.status;
    },
  };
}

async function sentRefreshToken(request: HonoRequest): Promise<string | null> {
  const isToTokens = tokenPaths.some((known) => known === request.path);
  if (request.method !== 'POST' || !isToTokens) return null;
  const { refresh_token: sent } = await readTokenRequest(request);
  return sent === undefined ? null : digestOf(sent);
}
