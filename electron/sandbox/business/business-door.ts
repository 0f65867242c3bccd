/**
 * Every path of the business services names a business by number; the caller must belong to it.
 */
import type { Context } from 'hono';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import type { BusinessRecord } from '../state/sample-books.ts';

/** The business of the path's `:businessId`, if the person is a member. */
export function businessOf(
  world: SandboxWorld,
  c: Context<SandboxEnv>,
): BusinessRecord | undefined {
  const asked = c.req.param('businessId');
  return world.state.books.businesses.find((business) => String(business.id) === asked);
}
