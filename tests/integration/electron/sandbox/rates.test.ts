import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  callApi,
  everyScope,
  signIn,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
let token: string;
beforeEach(async () => {
  visitor = await visitSandbox();
  token = (await signIn(visitor)).access_token;
});
afterEach(() => visitor.sandbox.stop());

const larkfield = 5_120_447;

async function get(path: string) {
  const answer = await callApi(visitor, token, path);
  return { status: answer.status, body: await answer.json() };
}

describe('rates', () => {
  it('of services and projects are text without a currency', async () => {
    expect(
      (await get(`/comments/business/${larkfield}/service_rates`)).body.service_rates[0],
    ).toEqual({
      business_id: larkfield,
      service_id: 4_810_022,
      rate: '95.00',
    });
    expect(
      (await get(`/comments/business/${larkfield}/service/4810022/rate`)).body.service_rate.rate,
    ).toBe('95.00');
    const { body } = await get(`/projects/business/${larkfield}/projects`);
    const method = 'billing_method';
    expect(body.projects.map((row: Record<string, unknown>) => [row[method], row.rate])).toEqual(
      expect.arrayContaining([
        ['project_rate', '105.00'],
        ['service_rate', null],
        ['business_rate', null],
      ]),
    );
  });

  it('of team members take a scope that Traybooks does not have', async () => {
    expect((await get(`/timetracking/business/${larkfield}/team_member_rates`)).status).toBe(403);
    await visitor.sandbox.stop();
    visitor = await visitSandbox({ scopes: [...everyScope, 'user:teams:read'] });
    token = (await signIn(visitor)).access_token;
    expect((await get(`/timetracking/business/${larkfield}/team_member_rates`)).body).toEqual({
      team_member_rates: [
        { identity_id: 880_214, rate: '100.00' },
        { identity_id: 880_377, rate: '60.00' },
      ],
    });
  });
});
