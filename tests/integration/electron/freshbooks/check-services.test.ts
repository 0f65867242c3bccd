import { afterEach, describe, expect, it } from 'vitest';
import { createServiceChecks } from '../../../../electron/freshbooks/check-services.ts';
import { stall } from '../../../../electron/sandbox/faults/connection-faults.ts';
import {
  htmlBadGateway,
  rateLimited,
  scopeMissing,
} from '../../../../electron/sandbox/faults/refusals.ts';
import { failed, ok } from '../../../../shared/result.ts';
import { LARKFIELD } from '../../../support/larkfield.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import {
  everyScope,
  signIn,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
let clock: ManualClock;
let asked: URL[];
afterEach(() => visitor.sandbox.stop());

/** @param granted the scopes of the FreshBooks app, and with it of the token */
async function checks(granted: readonly string[] = everyScope) {
  visitor = await visitSandbox({ scopes: granted });
  clock = manualClock();
  asked = [];
  const { access_token } = await signIn(visitor);
  return createServiceChecks(
    {
      apiBaseUrl: visitor.sandbox.baseUrl,
      read: (url, init) => {
        asked.push(new URL(url));
        return fetch(url, init);
      },
      write: () => Promise.reject(new Error('a check changes nothing')),
      tokens: {
        accessToken: async () => ok(access_token),
        renewAfter: async () => failed({ code: 'sign-in-needed', reason: 'session-ended' }),
        grantedScopes: () => granted,
      },
      userAgent: 'Traybooks/0.1.0',
      timers: clock.timers,
    },
    clock.now,
  );
}

describe('testing a connection', () => {
  it('asks who the person is, then each service for one row', async () => {
    const check = await checks();
    const found = await check(LARKFIELD);
    expect(found.map(({ service }) => service)).toEqual([
      'Who you are',
      'Invoices',
      'Clients',
      'Projects',
      'Services',
      'Time entries',
    ]);
    expect(found.every(({ error }) => error === null)).toBe(true);
    expect(asked).toHaveLength(6);
    expect(asked.slice(1).map(({ searchParams }) => searchParams.get('per_page'))).toEqual(
      Array(5).fill('1'),
    );
  });

  it('leaves accounting out for a business without, and everything for none', async () => {
    const check = await checks();
    const services = async (business: Parameters<typeof check>[0]) =>
      (await check(business)).map(({ service }) => service);
    expect(await services({ ...LARKFIELD, accountId: null })).toEqual([
      'Who you are',
      'Projects',
      'Services',
      'Time entries',
    ]);
    expect(await services(null)).toEqual(['Who you are']);
  });

  it('names the scope that is missing, and goes on with the other services', async () => {
    const without = ['user:clients:read', 'user:time_entries:read'];
    const check = await checks(everyScope.filter((scope) => !without.includes(scope)));
    const found = await check(LARKFIELD);
    expect(found).toHaveLength(6);
    expect(found.flatMap(({ service, error }) => (error ? [{ service, error }] : []))).toEqual([
      { service: 'Clients', error: { code: 'scope-missing', scope: 'user:clients:read' } },
      {
        service: 'Time entries',
        error: { code: 'scope-missing', scope: 'user:time_entries:read' },
      },
    ]);
  });

  it('tells a right the person lacks from a scope', async () => {
    const check = await checks();
    visitor.sandbox.faults.next({ when: { path: /invoices$/ }, outcome: scopeMissing });
    const found = await check(LARKFIELD);
    expect(found[1]).toMatchObject({ error: { code: 'not-allowed', thing: 'invoices' } });
    expect(found).toHaveLength(6);
  });

  it('goes on after a service that is broken', async () => {
    const check = await checks();
    visitor.sandbox.faults.next({ when: { path: /invoices$/ }, outcome: htmlBadGateway });
    const found = await check(LARKFIELD);
    expect(found[1]).toMatchObject({ error: { code: 'server-trouble', status: 502 } });
    expect(found.filter(({ error }) => error !== null)).toHaveLength(1);
  });

  it('stops where FreshBooks asks to slow down, or wants a sign-in', async () => {
    const check = await checks();
    visitor.sandbox.faults.next({ when: { path: /clients$/ }, outcome: rateLimited(30) });
    const found = await check(LARKFIELD);
    expect(found.map(({ service }) => service)).toEqual(['Who you are', 'Invoices', 'Clients']);
    expect(found[2]).toMatchObject({ error: { code: 'rate-limited', retryAfterSeconds: 30 } });
    visitor.sandbox.backstage.expireAccessTokens();
    expect(await check(LARKFIELD)).toMatchObject([
      { service: 'Who you are', error: { code: 'sign-in-needed' } },
    ]);
  });

  it('waits ten seconds for a silent service, and tells how long it waited', async () => {
    const check = await checks();
    const { outcome, reached } = stall();
    visitor.sandbox.faults.next({ when: { path: /services$/ }, outcome });
    const running = check({ ...LARKFIELD, accountId: null });
    await reached;
    clock.advance(10_000);
    expect(await running).toMatchObject([
      { service: 'Who you are' },
      { service: 'Projects' },
      { service: 'Services', tookMs: 10_000, error: { code: 'offline' } },
      { service: 'Time entries', error: null },
    ]);
  });

  it('can be called off, and answers what it had found', async () => {
    const check = await checks();
    const { outcome, reached } = stall();
    visitor.sandbox.faults.next({ when: { path: /clients$/ }, outcome });
    const abort = new AbortController();
    const running = check(LARKFIELD, abort.signal);
    await reached;
    abort.abort();
    expect((await running).map(({ service }) => service)).toEqual(['Who you are', 'Invoices']);
  });
});
