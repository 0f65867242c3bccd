// Who signed in and their businesses, by the second reading (freshbooks-api.md §2).
import { isObject } from './json.ts';
import { Place } from './second-reading.ts';

const ROLES: Readonly<Record<string, string>> = {
  owner: 'Owner',
  admin: 'Owner',
  business_partner: 'Admin',
  business_manager: 'Manager',
  business_employee: 'Employee',
  business_accountant: 'Accountant',
  contractor: 'Contractor',
  client: 'Client',
};

export function expectedIdentity(body: unknown): unknown {
  const person = new Place(body).member('response');
  const id = person.member('id').id();
  const email = person.member('email').words();
  const first = person.member('first_name').words();
  const last = person.member('last_name').words();
  const businesses = person
    .member('business_memberships')
    .rows()
    .map((membership) => business(membership, person));
  const once = businesses.filter(
    ({ id }, index) => businesses.findIndex((other) => other.id === id) === index,
  );
  return {
    id,
    name: `${first} ${last}`.trim() || email,
    email,
    businesses: once,
  };
}

function business(membership: Place, person: Place) {
  const place = membership.member('business');
  const id = place.member('id').id();
  const accountId = place.member('account_id').maybe((account) => account.text()) || null;
  const role = membership.member('role').words();
  const firstDay = place.member('first_day_of_week').maybe((day) => day.wholeNumber()) ?? 1;
  const status = [
    place.member('status').words(),
    statusOf(person.member('subscription_statuses').value, accountId),
    statusOf(person.member('business_statuses').value, accountId),
  ];
  const isOff = [membership, place].some(
    (one) => one.member('active').maybe((flag) => flag.yes()) === false,
  );
  return {
    id,
    accountId,
    name: place.member('name').words() || `Business ${id}`,
    role: Object.hasOwn(ROLES, role) ? ROLES[role] : capitalised(role.replaceAll('_', ' ')),
    timeZone: place.member('timezone').zone(),
    dateFormat: place.member('date_format').words() || null,
    firstDayOfWeek: firstDay >= 0 && firstDay <= 7 ? firstDay : 1,
    active: !isOff && !status.some((word) => word === 'cancelled' || word === 'canceled'),
  };
}

function statusOf(statuses: unknown, accountId: string | null): unknown {
  return isObject(statuses) && accountId !== null && Object.hasOwn(statuses, accountId)
    ? statuses[accountId]
    : null;
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
