/**
 * The identity answer (freshbooks-api.md §2), odd corners included: nullable addresses, a business
 * without an account, ids that look alike and are not.
 */
import type { BusinessRecord, SampleBooks } from '../state/sample-books.ts';
import { utcText } from '../wall-time.ts';

export function identityJson(books: SampleBooks): object {
  const { identity, businesses } = books;
  const owned = businesses.find((business) => business.accountId !== null);
  const accountId = owned?.accountId ?? '';
  const profession = {
    id: 71_003,
    business_id: null,
    title: 'Design',
    company: owned?.name ?? null,
    designation: null,
  };
  return {
    response: {
      id: identity.id,
      identity_id: identity.id,
      identity_uuid: identity.uuid,
      first_name: identity.firstName,
      last_name: identity.lastName,
      email: identity.email,
      language: 'en',
      confirmed_at: utcText(identity.createdAtMs + 201_000),
      created_at: utcText(identity.createdAtMs),
      unconfirmed_email: null,
      setup_complete: true,
      phone_numbers: [{ title: '', phone_number: null }],
      addresses: [null],
      profile: {
        setup_complete: true,
        first_name: identity.firstName,
        last_name: identity.lastName,
        phone_number: null,
        address: null,
        has_password: true,
        professions: [profession],
      },
      profession,
      links: {
        me: `/service/auth/api/v1/users?id=${identity.id}`,
        roles: `/service/auth/api/v1/users/role/${identity.id}`,
      },
      permissions: { [accountId]: { 'client.limit': 500, 'new_time_tracking.access': true } },
      subscription_statuses: { [accountId]: 'active' },
      business_statuses: { [accountId]: 'active' },
      integrations: {},
      identity_origin: null,
      groups: businesses.map((business, index) => ({
        id: 300_451 + index,
        group_id: 88_120 + index,
        role: business.role,
        identity_id: identity.id,
        identity_uuid: identity.uuid,
        business_id: business.id,
        active: true,
      })),
      business_memberships: businesses.map(membershipJson),
      roles: [
        {
          id: 61_270,
          role: 'admin',
          systemid: 654_654,
          userid: 1,
          created_at: utcText(identity.createdAtMs + 250_000),
          links: { destroy: '/service/auth/api/v1/users/role/61270' },
          accountid: accountId,
        },
      ],
    },
  };
}

function membershipJson(business: BusinessRecord): object {
  const { address } = business;
  return {
    id: business.membershipId,
    role: business.role,
    unacknowledged_change: false,
    fasttrack_token: null,
    business: {
      id: business.id,
      business_uuid: business.uuid,
      name: business.name,
      account_id: business.accountId,
      date_format: business.dateFormat,
      first_day_of_week: business.firstDayOfWeek,
      timezone: business.timeZone,
      active: true,
      status: 'active',
      advanced_accounting_enabled: false,
      industry: null,
      address: address && {
        id: 55_120,
        street: address.street,
        street2: '',
        city: address.city,
        province: address.province,
        country: address.country,
        postal_code: address.postalCode,
      },
      phone_number: address && { id: 661_820, phone_number: '5195550144' },
      business_clients: [],
    },
  };
}
