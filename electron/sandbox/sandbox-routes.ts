/**
 * The whole server in the order a request meets it.
 */
import { Hono } from 'hono';
import { findAccount } from './accounting/account.ts';
import { accountingNotFound, accountNotFound } from './accounting/accounting-errors.ts';
import { clientRoutes } from './accounting/client-routes.ts';
import { invoiceRoutes } from './accounting/invoice-routes.ts';
import { resourceNotFound } from './business/business-errors.ts';
import { projectRoutes } from './business/project-routes.ts';
import { serviceRoutes } from './business/service-routes.ts';
import { teamRateRoutes } from './business/team-rate-routes.ts';
import { timeEntryRoutes, timeEntryWriteRoutes } from './business/time-entry-routes.ts';
import { timerRoutes } from './business/timer-routes.ts';
import { faultMiddleware } from './faults/fault-middleware.ts';
import type { FaultRules } from './faults/fault-rules.ts';
import { hostGuard } from './host-guard.ts';
import { identityRoutes } from './identity/identity-routes.ts';
import { authorizeRoutes } from './oauth/authorize-routes.ts';
import { tokenRoutes } from './oauth/token-routes.ts';
import type { RequestLog } from './request-log.ts';
import type { SandboxEnv, SandboxWorld } from './sandbox-world.ts';

export function sandboxRoutes(
  world: SandboxWorld,
  faults: FaultRules,
  log: RequestLog,
): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use(hostGuard);
  app.use(log.middleware);
  app.use(faultMiddleware(faults));

  app.route('/', authorizeRoutes(world));
  app.route('/', tokenRoutes(world));
  app.route('/', identityRoutes(world));

  // Seen live: an unknown account is told even to callers without a token.
  app.use('/accounting/account/:accountId/*', async (c, next) =>
    findAccount(world, c.req.param('accountId')) ? next() : accountNotFound(c),
  );
  app.route('/accounting/account', invoiceRoutes(world));
  app.route('/accounting/account', clientRoutes(world));
  app.route('/projects/business', projectRoutes(world));
  app.route('/comments/business', serviceRoutes(world));
  app.route('/timetracking/business', timeEntryRoutes(world));
  app.route('/timetracking/business', teamRateRoutes(world));
  for (const root of ['/timetracking/business', '/comments/business']) {
    app.route(root, timeEntryWriteRoutes(world));
    app.route(root, timerRoutes(world));
  }

  app.notFound((c) =>
    c.req.path.startsWith('/accounting/') ? accountingNotFound(c) : resourceNotFound(c),
  );
  return app;
}
