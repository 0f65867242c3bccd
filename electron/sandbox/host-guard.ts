/**
 * Answers only those who meant this server. A web page can point a name of its own at 127.0.0.1
 * and then read whatever a loopback server tells it (DNS rebinding); the Host header gives it away.
 */
import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from './sandbox-world.ts';

const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

export const hostGuard: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  if (!ownNames.has(new URL(c.req.url).hostname)) return c.text('Misdirected request\n', 421);
  return next();
};
