/**
 * What an hour of each team member costs; known from one other client only (freshbooks-api.md §5).
 * The scope it asks for is a guess: the one of every other call about the team.
 */
import { Hono } from 'hono';
import { requireScope } from '../oauth/bearer.ts';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import { businessOf } from './business-door.ts';
import { businessScopeMissing, resourceNotFound } from './business-errors.ts';

export function teamRateRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const mayRead = requireScope(world, 'user:teams:read', businessScopeMissing);
  const { books } = world.state;

  routes.get('/:businessId/team_member_rates', mayRead, (c) => {
    const business = businessOf(world, c);
    if (!business) return resourceNotFound(c);
    const rates = books.teamMemberRates.filter((row) => row.businessId === business.id);
    return c.json({
      team_member_rates: rates.map(({ identityId, rate }) => ({ identity_id: identityId, rate })),
    });
  });

  return routes;
}
