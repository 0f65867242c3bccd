/**
 * The door of every API call: a living access token, with the scope the call needs.
 */
import type { Context, MiddlewareHandler } from 'hono';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import { findAccessToken } from './token-grants.ts';

/**
 * @param scope for instance `user:invoices:read`
 * @param scopeMissing how the service says so; each has its own shape (freshbooks-api.md §11)
 */
export function requireScope(
  world: SandboxWorld,
  scope: string,
  scopeMissing: (c: Context) => Response,
): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const [scheme, token] = (c.req.header('Authorization') ?? '').split(' ');
    const record =
      scheme?.toLowerCase() === 'bearer' && token ? findAccessToken(world, token) : undefined;
    if (!record) return c.json(unauthenticatedBody, 401);
    if (!record.scopes.includes(scope)) return scopeMissing(c);
    c.set('accessToken', record);
    await next();
  };
}

/** Seen live in every service in 2026; the older shapes are faults to switch on. */
export const unauthenticatedBody = {
  error: 'unauthenticated',
  error_description: 'This action requires authentication to continue.',
};
