// What an hour is worth: of projects, services and team members, read side by side.
import type { Business, RateBasis, Rates } from '../../shared/books.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ApiCall } from './api-call.ts';
import { projectList } from './catalog.ts';
import { together } from './in-parallel.ts';
import { readList } from './list.ts';
import {
  type ProjectRateRow,
  projectRatePageSchema,
  serviceRatesSchema,
  teamMemberRatesSchema,
} from './rate-schema.ts';

/** `business_rate` is told nowhere in the API, so it is none of these (freshbooks-api.md §4). */
const BASES: ReadonlyMap<string, RateBasis> = new Map([
  ['project_rate', 'project'],
  ['service_rate', 'service'],
  ['team_member_rate', 'team-member'],
]);

export async function readRates(
  call: ApiCall,
  business: Business,
  signal?: AbortSignal,
): Promise<Result<Rates>> {
  const read = await together<[Rates['projects'], Rates['services'], Rates['teamMembers']]>(
    [
      (abort) => readProjectRates(call, business, abort),
      (abort) => readServiceRates(call, business, abort),
      (abort) => readTeamMemberRates(call, business, abort),
    ],
    signal,
  );
  if (!read.ok) return read;
  const [projects, services, teamMembers] = read.value;
  return ok({ projects, services, teamMembers });
}

/** Completed projects too: their last hours are billed after the work is done. */
async function readProjectRates(call: ApiCall, { id }: Business, signal: AbortSignal) {
  const { path, scope, thing } = projectList(id);
  const rows = await readList<ProjectRateRow>(
    call,
    { path, scope, thing, shape: projectRatePageSchema, idOf: (row) => row.id },
    signal,
  );
  return rows.ok
    ? ok(rows.value.map((row) => ({ id: row.id, basis: basisOf(row), rate: row.rate })))
    : rows;
}

/** Hours on a fixed price are worth what nobody has divided yet. */
function basisOf({ billing_method, project_type }: ProjectRateRow): RateBasis {
  return project_type === 'fixed_price' ? 'unknown' : (BASES.get(billing_method) ?? 'unknown');
}

function readServiceRates(call: ApiCall, { id }: Business, signal: AbortSignal) {
  return call(
    {
      method: 'GET',
      path: `/comments/business/${id}/service_rates`,
      scope: 'user:billable_items:read',
      thing: 'business',
    },
    serviceRatesSchema,
    signal,
  );
}

/** Known from one other client only; whoever may not see them, or has none, goes without. */
async function readTeamMemberRates(
  call: ApiCall,
  { id }: Business,
  signal: AbortSignal,
): Promise<Result<Rates['teamMembers']>> {
  const rates = await call(
    {
      method: 'GET',
      path: `/timetracking/business/${id}/team_member_rates`,
      scope: 'user:time_entries:read',
      thing: 'business',
    },
    teamMemberRatesSchema,
    signal,
  );
  if (rates.ok) return rates;
  const { code } = rates.error;
  return code === 'scope-missing' || code === 'not-allowed' || code === 'not-found'
    ? ok([])
    : rates;
}
