import { describe, expect, it } from 'vitest';
import { createFreshBooks } from '../../../../electron/freshbooks/freshbooks-books.ts';
import { businessJson, identityJson } from '../../../support/freshbooks-answers.ts';
import { json, scriptedFetch } from '../../../support/scripted-fetch.ts';
import { scriptedWorld } from '../../../support/scripted-freshbooks.ts';

type Members = Readonly<Record<string, unknown>>;

function read(body: unknown) {
  const network = scriptedFetch(json(body));
  return createFreshBooks(scriptedWorld(network)).identity();
}

async function identity(changes: Members = {}) {
  const answer = await read(identityJson(changes));
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

function memberOf(business: Members, membership: Members = {}) {
  return {
    business_memberships: [
      { id: 910330, role: 'owner', business: businessJson(business), ...membership },
    ],
  };
}

describe('the identity', () => {
  it('is the person and their business, known by its business id', async () => {
    expect(await identity()).toEqual({
      id: 880214,
      name: 'Maya Okafor',
      email: 'maya@larkfield.example',
      businesses: [
        {
          id: 5120447,
          accountId: 'q7RtZ2',
          name: 'Larkfield Studio',
          role: 'Owner',
          timeZone: 'America/Toronto',
          dateFormat: 'yyyy-mm-dd',
          firstDayOfWeek: 1,
          active: true,
        },
      ],
    });
  });

  it('goes by the e-mail address without a name', async () => {
    expect((await identity({ first_name: null, last_name: '' })).name).toBe(
      'maya@larkfield.example',
    );
  });

  it('has all memberships, one without accounting and with little else included', async () => {
    const sparse = {
      id: 6230019,
      name: 'Tern & Co',
      account_id: null,
      date_format: 'mm/dd/yyyy',
      address: null,
    };
    const { businesses } = await identity({
      business_memberships: [
        { id: 910330, role: 'owner', business: businessJson() },
        { id: 910331, role: 'business_employee', business: sparse },
      ],
      subscription_statuses: undefined,
      business_statuses: undefined,
    });
    expect(businesses[1]).toEqual({
      id: 6230019,
      accountId: null,
      name: 'Tern & Co',
      role: 'Employee',
      timeZone: null,
      dateFormat: 'mm/dd/yyyy',
      firstDayOfWeek: 1,
      active: true,
    });
  });

  it.each([
    ['owner', 'Owner'],
    ['business_partner', 'Admin'],
    ['business_manager', 'Manager'],
    ['business_employee', 'Employee'],
    ['business_accountant', 'Accountant'],
    ['contractor', 'Contractor'],
    ['client', 'Client'],
    ['night_watch', 'Night watch'],
  ])('calls the role %s %s', async (role, name) => {
    expect((await identity(memberOf({}, { role }))).businesses).toMatchObject([{ role: name }]);
  });

  it.each([
    ['a business switched off', memberOf({ active: false }), false],
    ['a membership switched off', memberOf({}, { active: false }), false],
    ['a cancelled business', memberOf({ status: 'cancelled' }), false],
    ['a cancelled subscription', { subscription_statuses: { q7RtZ2: 'cancelled' } }, false],
    ['a cancelled business status', { business_statuses: { q7RtZ2: 'cancelled' } }, false],
    ['a trial', memberOf({ status: 'active_trial' }), true],
    ['somebody else’s cancelled account', { subscription_statuses: { other: 'cancelled' } }, true],
    ['statuses of an odd shape', { subscription_statuses: [], business_statuses: 'none' }, true],
    [
      'an older answer without the members',
      memberOf({ active: undefined, status: undefined }),
      true,
    ],
  ])('knows whether a business is active: %s', async (_, changes, active) => {
    expect((await identity(changes)).businesses).toMatchObject([{ active }]);
  });

  it.each([
    [{ account_id: '' }, { accountId: null }],
    [{ timezone: 'Eastern Time (US & Canada)' }, { timeZone: null }],
    [{ timezone: '' }, { timeZone: null }],
    [{ first_day_of_week: 6 }, { firstDayOfWeek: 6 }],
    [{ first_day_of_week: '0' }, { firstDayOfWeek: 0 }],
    [{ first_day_of_week: 9 }, { firstDayOfWeek: 1 }],
    [{ first_day_of_week: null }, { firstDayOfWeek: 1 }],
    [{ date_format: null }, { dateFormat: null }],
    [{ name: null }, { name: 'Business 5120447' }],
  ])('reads a business with %j', async (changes, expected) => {
    expect((await identity(memberOf(changes))).businesses).toMatchObject([expected]);
  });

  it('lists a business once, however many memberships there are of it', async () => {
    const { businesses } = await identity({
      business_memberships: [
        { id: 1, role: 'owner', business: businessJson() },
        { id: 2, role: 'contractor', business: businessJson() },
      ],
    });
    expect(businesses).toMatchObject([{ role: 'Owner' }]);
  });

  it('says where an answer does not fit', async () => {
    const answer = await read(identityJson(memberOf({ id: null })));
    expect(answer).toMatchObject({
      error: {
        code: 'server-trouble',
        detail: expect.stringContaining('response.business_memberships.0.business.id: '),
      },
    });
  });
});
