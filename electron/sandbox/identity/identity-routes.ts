/**
 * `GET /auth/api/v1/users/me`: who is signed in, and where she belongs.
 */
import { Hono } from 'hono';
import { businessScopeMissing } from '../business/business-errors.ts';
import { requireScope } from '../oauth/bearer.ts';
import { alwaysGranted } from '../oauth/scopes.ts';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import { identityJson } from './identity-json.ts';

export function identityRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get(
    '/auth/api/v1/users/me',
    requireScope(world, alwaysGranted, businessScopeMissing),
    (c) => c.json(identityJson(world.state.books)),
  );
  return routes;
}
