/**
 * What was asked of the sandbox, for tests that count. Paths only: a query or a body may hold a
 * code, a token or a person's note.
 */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from './sandbox-world.ts';

const mostKept = 1000;

export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
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
  const requests: { method: string; path: string; status: number | null; at: number }[] = [];
  return {
    requests,
    middleware: async (c, next) => {
      const record = { method: c.req.method, path: c.req.path, status: null, at: clock() };
      const entry: (typeof requests)[number] = record;
      requests.push(entry);
      if (requests.length > mostKept) requests.shift();
      await next();
      if (c.res !== RESPONSE_ALREADY_SENT) entry.status = c.res.status;
    },
  };
}
