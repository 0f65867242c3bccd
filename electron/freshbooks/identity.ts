// Who signed in, and every business they belong to.
import type { Business, Identity } from '../../shared/books.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ApiCall } from './api-call.ts';
import { personName } from './client-name.ts';
import { type IdentityRow, identitySchema, type MembershipRow } from './identity-schema.ts';

/** FreshBooks' interface's words for its API's roles (freshbooks-api.md §2). */
const ROLE_NAMES = new Map([
  ['owner', 'Owner'],
  ['admin', 'Owner'],
  ['business_partner', 'Admin'],
  ['business_manager', 'Manager'],
  ['business_employee', 'Employee'],
  ['business_accountant', 'Accountant'],
  ['contractor', 'Contractor'],
  ['client', 'Client'],
]);

const MONDAY = 1;

/** One call; FreshBooks may allow only about twenty a minute (freshbooks-api.md §7). */
export async function readIdentity(call: ApiCall, signal?: AbortSignal): Promise<Result<Identity>> {
  const answer = await call(
    {
      method: 'GET',
      path: '/auth/api/v1/users/me',
      scope: 'user:profile:read',
      thing: 'account',
    },
    identitySchema,
    signal,
  );
  return answer.ok ? ok(identityFrom(answer.value)) : answer;
}

function identityFrom(row: IdentityRow): Identity {
  const businesses = new Map<number, Business>();
  for (const membership of row.business_memberships) {
    // Two memberships of one business would make two entries with the same id in every list.
    if (!businesses.has(membership.business.id)) {
      businesses.set(membership.business.id, businessFrom(membership, row));
    }
  }
  return {
    id: row.id,
    name: personName({ fname: row.first_name, lname: row.last_name }) || row.email,
    email: row.email,
    businesses: [...businesses.values()],
  };
}

function businessFrom({ role, active, business }: MembershipRow, row: IdentityRow): Business {
  const { account_id: accountId, first_day_of_week: firstDay } = business;
  const cancelled =
    isCancelled(business.status) ||
    isCancelled(statusOf(row.subscription_statuses, accountId)) ||
    isCancelled(statusOf(row.business_statuses, accountId));
  return {
    id: business.id,
    accountId,
    name: business.name || `Business ${business.id}`,
    role: ROLE_NAMES.get(role) ?? capitalised(role),
    timeZone: business.timezone,
    dateFormat: business.date_format || null,
    firstDayOfWeek: firstDay != null && firstDay >= 0 && firstDay <= 7 ? firstDay : MONDAY,
    active: business.active !== false && active !== false && !cancelled,
  };
}

function statusOf(statuses: unknown, accountId: string | null): unknown {
  if (typeof statuses !== 'object' || statuses === null || accountId === null) return null;
  return new Map<string, unknown>(Object.entries(statuses)).get(accountId);
}

function isCancelled(status: unknown): boolean {
  return status === 'cancelled' || status === 'canceled';
}

/** "business_owner" → "Business owner": a role this table does not know yet. */
function capitalised(role: string): string {
  const words = role.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
