// What time can be logged on: clients, projects and services, read side by side.
import type { Business, Catalog, Client, Project, Service } from '../../shared/books.ts';
import type { BusinessId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import { SCOPES, type Scope } from '../../shared/scopes.ts';
import type { ApiCall } from './api-call.ts';
import { clientName, NAMELESS } from './client-name.ts';
import { readClientRows } from './clients.ts';
import { together } from './in-parallel.ts';
import { type List, readList } from './list.ts';
import { type ProjectRow, projectPageSchema } from './project-schema.ts';
import { type ServiceRow, servicePageSchema } from './service-schema.ts';

export function projectList(id: BusinessId): List<ProjectRow> {
  return {
    path: `/projects/business/${id}/projects`,
    shape: projectPageSchema,
    idOf: (row) => row.id,
    scope: 'user:projects:read',
    thing: 'business',
  };
}

export function serviceList(id: BusinessId): List<ServiceRow> {
  return {
    path: `/comments/business/${id}/services`,
    shape: servicePageSchema,
    idOf: (row) => row.id,
    scope: 'user:billable_items:read',
    thing: 'business',
  };
}

interface ProjectWithServices {
  readonly project: Project;
  readonly services: readonly ServiceRow[];
}

/**
 * A scope that is missing leaves its part empty and is named: an empty list of clients would pass
 * for the truth. For a person who may not see any, as employees and contractors
 * (freshbooks-api.md §2), it is the truth.
 */
export async function readCatalog(
  call: ApiCall,
  business: Business,
  signal?: AbortSignal,
): Promise<Result<Catalog>> {
  const missing = new Set<Scope>();
  const read = await together<
    [readonly Client[], readonly ProjectWithServices[], readonly ServiceRow[]]
  >(
    [
      async (abort) => grantedRows(await readClients(call, business, abort), missing),
      async (abort) => grantedRows(await readProjects(call, business, abort), missing),
      async (abort) => grantedRows(await readServices(call, business, abort), missing),
    ],
    signal,
  );
  if (!read.ok) return read;
  const [clients, projects, listed] = read.value;
  return ok({
    clients,
    projects: projects.map(({ project }) => project),
    services: (listed.length > 0 ? listed : usedServices(projects)).map(serviceFrom),
    ...(missing.size > 0 ? { missing: SCOPES.filter((scope) => missing.has(scope)) } : {}),
  });
}

function grantedRows<Row>(
  rows: Result<readonly Row[]>,
  missing: Set<Scope>,
): Result<readonly Row[]> {
  const lacked = rows.ok || rows.error.code !== 'scope-missing' ? null : rows.error.scope;
  const scope = SCOPES.find((known) => known === lacked);
  if (!scope) return rows;
  missing.add(scope);
  return ok([]);
}

async function readClients(
  call: ApiCall,
  { accountId }: Business,
  signal: AbortSignal,
): Promise<Result<readonly Client[]>> {
  if (accountId === null) return ok([]);
  const rows = await readClientRows(call, accountId, signal);
  if (rows.ok) {
    return ok(
      rows.value.filter(isActive).map((row) => ({
        id: row.id,
        name: clientName(row) || NAMELESS,
        ...(row.currency_code === null ? {} : { currency: row.currency_code }),
      })),
    );
  }
  return rows.error.code === 'not-allowed' ? ok([]) : rows;
}

async function readProjects(
  call: ApiCall,
  { id }: Business,
  signal: AbortSignal,
): Promise<Result<readonly ProjectWithServices[]>> {
  const rows = await readList(call, projectList(id), signal);
  if (!rows.ok) return rows;
  const open = rows.value.filter((row) => row.active !== false && !row.complete);
  return ok(
    open.map((row) => {
      const services = (row.services ?? []).filter(isActive);
      const project = {
        id: row.id,
        title: row.title || `Project ${row.id}`,
        clientId: row.client_id ?? null,
        internal: row.internal,
        serviceIds: services.map((service) => service.id),
      };
      return { project, services };
    }),
  );
}

async function readServices(
  call: ApiCall,
  { id }: Business,
  signal: AbortSignal,
): Promise<Result<readonly ServiceRow[]>> {
  const rows = await readList(call, serviceList(id), signal);
  return rows.ok ? ok(rows.value.filter(isActive)) : rows;
}

/** The business-wide list has been reported empty where projects have services (§5). */
function usedServices(projects: readonly ProjectWithServices[]): readonly ServiceRow[] {
  const services = projects.flatMap((project) => project.services);
  return [...new Map(services.map((service) => [service.id, service])).values()];
}

function serviceFrom({ id, name, billable }: ServiceRow): Service {
  return { id, name: name || `Service ${id}`, billable };
}

function isActive(row: { readonly vis_state?: number | null | undefined }): boolean {
  return (row.vis_state ?? 0) === 0;
}
