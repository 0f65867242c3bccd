/**
 * Stands in front of every route and lets a waiting fault have the request.
 */
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../sandbox-world.ts';
import type { Exchange, ServiceFamily } from './exchange.ts';
import type { FaultRules } from './fault-rules.ts';

export function faultMiddleware(faults: FaultRules): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const outcome = faults.take(c.req.method, c.req.path);
    if (!outcome) return next();
    const answer = await outcome(exchangeOf(c, next));
    // Hono would otherwise carry headers of the spoiled answer over to this one.
    c.res = undefined;
    c.res = answer;
  };
}

function exchangeOf(c: Context<SandboxEnv>, next: () => Promise<void>): Exchange {
  const { incoming, outgoing } = c.env;
  return {
    family: familyOf(c.req.path),
    header: (name) => c.req.header(name),
    received: async () => {
      await c.req.text();
    },
    handle: async () => {
      await next();
      return c.res;
    },
    hangUp: () => {
      incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    },
    cutOff: (text) => {
      const bytes = Buffer.from(text);
      outgoing.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': bytes.length,
      });
      // Destroyed only after the half was handed to the system, or none of it would arrive.
      outgoing.write(bytes.subarray(0, bytes.length / 2), () => incoming.socket.destroy());
      return RESPONSE_ALREADY_SENT;
    },
    // Listens only for whoever asks: a connection kept alive carries many requests.
    get clientGone() {
      return new Promise<void>((resolve) => incoming.socket.once('close', () => resolve()));
    },
    firstGrantAt: () => c.get('firstGrantAt'),
  };
}

function familyOf(path: string): ServiceFamily {
  if (path.startsWith('/accounting/')) return 'accounting';
  return /^\/(projects|comments|timetracking)\//.test(path) ? 'business' : 'auth';
}
