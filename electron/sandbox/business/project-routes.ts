/**
 * Projects: the list is plural, a single one is singular (freshbooks-api.md §4).
 */
import { Hono } from 'hono';
import { requireScope } from '../oauth/bearer.ts';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import type { ProjectRecord } from '../state/sample-books.ts';
import { parseDateTime } from '../wall-time.ts';
import { businessOf } from './business-door.ts';
import { businessScopeMissing, resourceNotFound, validationFailed } from './business-errors.ts';
import { pageWithMeta } from './business-page.ts';
import { projectJson, singleProjectJson } from './project-json.ts';

type Query = Readonly<Record<string, string>>;

export function projectRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const mayRead = requireScope(world, 'user:projects:read', businessScopeMissing);
  const { books } = world.state;

  routes.get('/:businessId/projects', mayRead, (c) => {
    const business = businessOf(world, c);
    if (!business) return resourceNotFound(c);
    const query = c.req.query();
    const since = query.updated_since;
    if (since !== undefined && parseDateTime(since) === null) {
      return validationFailed(c, { updated_since: 'Input should be a valid datetime or date' });
    }
    const ofBusiness = books.projects.filter((project) => project.businessId === business.id);
    const { rows, meta } = pageWithMeta(selectProjects(ofBusiness, query), query, 30);
    return c.json({
      // Whatever was asked is echoed, understood or not.
      meta: { sort: query.sort ? [query.sort] : [], ...meta },
      projects: rows.map((project) => projectJson(project, books)),
    });
  });

  routes.get('/:businessId/project/:id', mayRead, (c) => {
    const business = businessOf(world, c);
    const project = books.projects.find(
      (row) => row.businessId === business?.id && String(row.id) === c.req.param('id'),
    );
    return project ? c.json(singleProjectJson(project, books)) : resourceNotFound(c);
  });

  return routes;
}

/** Filters that were seen to work; `title` and anything else is ignored. */
function selectProjects(
  projects: readonly ProjectRecord[],
  query: Query,
): readonly ProjectRecord[] {
  const since = parseDateTime(query.updated_since ?? '');
  const is = (key: string, value: boolean) =>
    query[key] === undefined || query[key] === String(value);
  const selected = projects.filter(
    (project) =>
      is('active', project.active) &&
      is('complete', project.complete) &&
      is('internal', project.internal) &&
      (query.client_id === undefined || query.client_id === String(project.clientId)) &&
      (since === null || project.updatedAtMs >= since),
  );
  const key = query.sort?.replace(/^-/, '');
  const sortValue = key === undefined ? undefined : sortKeys[key];
  if (!sortValue) return selected;
  const direction = query.sort?.startsWith('-') ? -1 : 1;
  return selected.sort((a, b) => direction * sortValue(a).localeCompare(sortValue(b)));
}

const sortKeys: Readonly<Record<string, (project: ProjectRecord) => string>> = {
  title: (project) => project.title,
  due_date: (project) => project.dueDate ?? '',
  created_at: (project) => String(project.createdAtMs).padStart(16, '0'),
};
