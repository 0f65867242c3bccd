/**
 * Services live under `/comments`, of all places (freshbooks-api.md §5).
 */
import { Hono } from 'hono';
import { requireScope } from '../oauth/bearer.ts';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import type { ServiceRecord } from '../state/sample-books.ts';
import { businessOf } from './business-door.ts';
import { businessScopeMissing, resourceNotFound } from './business-errors.ts';
import { pageWithMeta } from './business-page.ts';
import { singleProjectJson } from './project-json.ts';
import { listedServiceJson, serviceRateJson } from './service-json.ts';

export function serviceRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const mayRead = requireScope(world, 'user:billable_items:read', businessScopeMissing);
  const mayReadProjects = requireScope(world, 'user:projects:read', businessScopeMissing);
  const { books } = world.state;
  const ofBusiness = (businessId: number): readonly ServiceRecord[] =>
    books.services.filter((service) => service.businessId === businessId);

  routes.get('/:businessId/services', mayRead, (c) => {
    const business = businessOf(world, c);
    if (!business) return resourceNotFound(c);
    const { rows, meta } = pageWithMeta(ofBusiness(business.id), c.req.query(), 50);
    return c.json({ services: rows.map(listedServiceJson), meta });
  });

  routes.get('/:businessId/service_rates', mayRead, (c) => {
    const business = businessOf(world, c);
    if (!business) return resourceNotFound(c);
    const rated = ofBusiness(business.id).filter((service) => service.rate !== null);
    return c.json({ service_rates: rated.map(serviceRateJson) });
  });

  routes.get('/:businessId/service/:id', mayRead, (c) => {
    const service = ofBusiness(businessOf(world, c)?.id ?? 0).find(
      (row) => String(row.id) === c.req.param('id'),
    );
    return service ? c.json({ service: listedServiceJson(service) }) : resourceNotFound(c);
  });

  routes.get('/:businessId/service/:id/rate', mayRead, (c) => {
    const service = ofBusiness(businessOf(world, c)?.id ?? 0).find(
      (row) => String(row.id) === c.req.param('id') && row.rate !== null,
    );
    return service ? c.json({ service_rate: serviceRateJson(service) }) : resourceNotFound(c);
  });

  // Asked by clients that want to know whether time may be tracked on a project.
  routes.get('/:businessId/project/:id', mayReadProjects, (c) => {
    const business = businessOf(world, c);
    const project = books.projects.find(
      (row) => row.businessId === business?.id && String(row.id) === c.req.param('id'),
    );
    return project ? c.json(singleProjectJson(project, books)) : resourceNotFound(c);
  });

  return routes;
}
