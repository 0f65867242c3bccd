/**
 * Which time entries a list call returns, newest first whatever sort is asked (freshbooks-api.md
 * §6.1). `project_id`, `service_id`, `task_id` and `active` are not documented and do nothing here.
 */
import type { TimeEntryRecord } from '../state/sample-books.ts';
import { parseDateTime } from '../wall-time.ts';

type Query = Readonly<Record<string, string>>;

const dateTimeKeys = ['started_from', 'started_to', 'updated_since'] as const;
/** Roles that see the whole team's time; an employee sees her own. */
const seesTeam: ReadonlySet<string> = new Set(['owner', 'business_partner', 'business_manager']);

/** The query's faults by field, each a reason for a 422; empty when there are none. */
export function refusedQueryFields(query: Query): Record<string, string> {
  const refused: Record<string, string> = {};
  for (const key of dateTimeKeys) {
    const value = query[key];
    if (value !== undefined && parseDateTime(value) === null) {
      refused[key] = 'Input should be a valid datetime or date, input is too short';
    }
  }
  if (query.include_unlogged === 'true' && query.identity_id !== undefined) {
    refused.identity_id = 'identity_id cannot be combined with include_unlogged';
  }
  return refused;
}

/**
 * @param entries of one business
 * @param caller the signed-in person and her role there
 */
export function selectTimeEntries(
  entries: readonly TimeEntryRecord[],
  query: Query,
  caller: { readonly identityId: number; readonly role: string },
): readonly TimeEntryRecord[] {
  const from = parseDateTime(query.started_from ?? '') ?? Number.NEGATIVE_INFINITY;
  const to = parseDateTime(query.started_to ?? '') ?? Number.POSITIVE_INFINITY;
  const since = parseDateTime(query.updated_since ?? '') ?? Number.NEGATIVE_INFINITY;
  const wholeTeam = query.team === 'true' && seesTeam.has(caller.role);
  const is = (key: string, value: boolean | number | null) =>
    query[key] === undefined || query[key] === String(value);
  return entries
    .filter(
      (entry) =>
        (wholeTeam || entry.identityId === caller.identityId) &&
        (entry.active || query.include_deleted === 'true') &&
        (entry.isLogged || query.include_unlogged === 'true') &&
        entry.startedAtMs >= from &&
        entry.startedAtMs <= to &&
        entry.updatedAtMs >= since &&
        is('client_id', entry.clientId) &&
        is('identity_id', entry.identityId) &&
        is('billable', entry.billable) &&
        is('billed', entry.billed),
    )
    .sort((a, b) => b.startedAtMs - a.startedAtMs || b.id - a.id);
}

/** The sums that stand in `meta`, seconds over all rows and not only the page. */
export function loggedTotals(entries: readonly TimeEntryRecord[]): object {
  const logged = entries.filter((entry) => entry.isLogged);
  const sum = (rows: readonly TimeEntryRecord[]) =>
    rows.reduce((seconds, entry) => seconds + (entry.durationSeconds ?? 0), 0);
  return {
    total_logged: sum(logged),
    total_unbilled: sum(logged.filter((entry) => entry.billable && !entry.billed)),
    total_logged_per_team_member: [],
    total_logged_per_client: [],
  };
}
