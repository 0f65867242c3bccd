import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  clockSkew,
  createdAtOfFirstGrant,
  emptyBody,
  emptyPage,
  malformedJson,
  nullAccountIds,
  retyped,
  truncatedJson,
  unknownMembers,
} from '../../../../electron/sandbox/faults/bent-answers.ts';
import {
  cutOffMidAnswer,
  dropAfterHandling,
  dropBeforeHandling,
  stall,
} from '../../../../electron/sandbox/faults/connection-faults.ts';
import type { FaultRule } from '../../../../electron/sandbox/faults/fault-rules.ts';
import {
  fieldsRefused,
  htmlBadGateway,
  notFound,
  rateLimited,
  scopeMissing,
  serverError,
  unauthenticated,
} from '../../../../electron/sandbox/faults/refusals.ts';
import {
  callApi,
  refresh,
  sandboxNoon,
  signIn,
  type Tokens,
  tokensOf,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
let tokens: Tokens;
beforeEach(async () => {
  visitor = await visitSandbox();
  tokens = await signIn(visitor);
});
afterEach(() => visitor.sandbox.stop());

const invoices = '/accounting/account/q7RtZ2/invoices/invoices';
const entries = '/timetracking/business/5120447/time_entries';
const get = (path: string, init?: RequestInit) => callApi(visitor, tokens.access_token, path, init);
const logTime = () =>
  get(entries, {
    method: 'POST',
    body: JSON.stringify({
      time_entry: { is_logged: true, duration: 600, started_at: '2026-11-23T18:00:00Z' },
    }),
  });

const next = (rule: FaultRule) => visitor.sandbox.faults.next(rule);

describe('a fault', () => {
  it('spoils the first request that fits, once, and leaves the others alone', async () => {
    const fault = next({ when: { method: 'GET', path: /time_entries$/ }, outcome: serverError });
    expect((await get(invoices)).status).toBe(200);
    expect((await logTime()).status).toBe(200);
    expect((await get(entries)).status).toBe(500);
    expect((await get(entries)).status).toBe(200);
    expect(fault.used).toBe(1);
  });

  it('can be used several times, in a row with others, and be cancelled', async () => {
    next({ outcome: rateLimited(7), times: 2 });
    next({ outcome: htmlBadGateway });
    const cancelled = next({ outcome: serverError });
    cancelled.cancel();
    const statuses = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await get(entries)).status);
    expect(statuses).toEqual([429, 429, 502, 200]);
  });

  it('is gone when all are cleared', async () => {
    next({ outcome: serverError, times: Number.POSITIVE_INFINITY });
    visitor.sandbox.faults.clear();
    expect((await get(entries)).status).toBe(200);
  });
});

describe('on the wire', () => {
  it('loses the answer after a refresh token was spent', async () => {
    next({ when: { path: /oauth\/token$/ }, outcome: dropAfterHandling });
    await expect(refresh(visitor, tokens.refresh_token)).rejects.toThrow();
    expect((await refresh(visitor, tokens.refresh_token)).status).toBe(400);
  });

  it('loses the answer after a time entry was stored', async () => {
    const before = visitor.sandbox.backstage.timeEntries().length;
    next({ when: { method: 'POST', path: /time_entries$/ }, outcome: dropAfterHandling });
    await expect(logTime()).rejects.toThrow();
    expect(visitor.sandbox.backstage.timeEntries()).toHaveLength(before + 1);
  });

  it('drops a request before anything came of it', async () => {
    next({ when: { path: /oauth\/token$/ }, outcome: dropBeforeHandling });
    await expect(refresh(visitor, tokens.refresh_token)).rejects.toThrow();
    expect((await refresh(visitor, tokens.refresh_token)).status).toBe(200);
    expect(visitor.sandbox.requests.map((request) => request.status)).toContain(null);
  });

  it('breaks in the middle of an answer', async () => {
    next({ outcome: cutOffMidAnswer });
    const answer = await get(invoices);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it('keeps a request waiting until released', async () => {
    const waiting = stall();
    next({ outcome: waiting.outcome });
    const answer = get(invoices);
    await waiting.reached;
    waiting.release();
    expect((await answer).status).toBe(200);
  });

  it('keeps a request waiting until the client gives up, with the work done or not', async () => {
    for (const [when, stored] of [
      ['before-handling', 0],
      ['after-handling', 1],
    ] as const) {
      const before = visitor.sandbox.backstage.timeEntries().length;
      const waiting = stall(when);
      next({ when: { method: 'POST' }, outcome: waiting.outcome });
      const impatient = new AbortController();
      const answer = get(entries, {
        method: 'POST',
        signal: impatient.signal,
        body: JSON.stringify({
          time_entry: { is_logged: true, duration: 600, started_at: '2026-11-23T18:00:00Z' },
        }),
      });
      await waiting.reached;
      impatient.abort();
      await expect(answer).rejects.toThrow(/abort/);
      expect(visitor.sandbox.backstage.timeEntries()).toHaveLength(before + stored);
    }
  });

  it('does not keep the sandbox from stopping', async () => {
    const waiting = stall();
    next({ outcome: waiting.outcome });
    const answer = get(invoices);
    await waiting.reached;
    await Promise.all([visitor.sandbox.stop(), expect(answer).rejects.toThrow()]);
    visitor = await visitSandbox();
  });
});

describe('a refusal', () => {
  it.each([
    ['current', { error: 'unauthenticated' }],
    ['accounting-old', { response: { errors: [{ errno: 1003 }] } }],
    ['accounting-dated', { code: 16, details: [{ reason: '1003' }] }],
    ['message', { message: expect.stringContaining('could not verify') }],
    ['invalid-token', { message: expect.stringContaining('invalid_token') }],
  ] as const)('can be a 401 of the shape "%s"', async (shape, body) => {
    next({ outcome: unauthenticated(shape) });
    const answer = await get(invoices);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject(body);
  });

  it.each([
    [
      '403',
      scopeMissing,
      { response: { errors: [{ errno: 1003 }] } },
      { message: expect.any(String) },
    ],
    ['404', notFound, { response: { errors: [{ errno: 1012 }] } }, { error: expect.any(String) }],
    [
      '422',
      fieldsRefused({ note: 'too long' }),
      { response: { errors: [{ field: 'note', message: 'too long' }] } },
      { errno: 2001, error: { note: 'too long' } },
    ],
    [
      '500',
      serverError,
      { response: { errors: [{ errno: 500 }] } },
      { message: expect.any(String) },
    ],
  ])('with %s is worded as its service does', async (status, outcome, accounting, business) => {
    next({ outcome, times: 2 });
    for (const [path, body] of [
      [invoices, accounting],
      [entries, business],
    ] as const) {
      const answer = await get(path);
      expect(answer.status).toBe(Number(status));
      expect(await answer.json()).toMatchObject(body);
    }
  });

  it('can be a 429 with Retry-After, or without, and no JSON', async () => {
    next({ outcome: rateLimited(17) });
    next({ outcome: rateLimited() });
    const first = await get(entries);
    expect([first.status, first.headers.get('Retry-After')]).toEqual([429, '17']);
    await expect(first.json()).rejects.toThrow(SyntaxError);
    expect((await get(entries)).headers.get('Retry-After')).toBeNull();
  });

  it("can be a gateway's HTML page", async () => {
    next({ outcome: htmlBadGateway });
    const answer = await get(entries);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(await answer.text()).toContain('502 Bad Gateway');
  });
});

describe('a bent answer', () => {
  it.each([
    ['malformed', malformedJson],
    ['truncated', truncatedJson],
    ['empty', emptyBody],
  ])('can be %s JSON in a complete HTTP answer', async (_, outcome) => {
    next({ outcome });
    const answer = await get(invoices);
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  it('can be JSON nobody can read after a deletion, too, which usually has no body', async () => {
    const { time_entry: entry } = await (await logTime()).json();
    next({ outcome: malformedJson });
    const answer = await get(`${entries}/${entry.id}`, { method: 'DELETE' });
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow(SyntaxError);
    const kept = await (await get(`${entries}/${entry.id}`)).json();
    expect(kept.time_entry.active).toBe(false);
  });

  it('can carry members nobody knows, everywhere', async () => {
    next({ outcome: unknownMembers });
    const body = await (await get(invoices)).json();
    const [invoice] = body.response.result.invoices;
    for (const object of [body, body.response, body.response.result, invoice, invoice.amount]) {
      expect(object).toHaveProperty('unheard_of');
    }
  });

  it('can come from a server with another clock', async () => {
    next({ outcome: clockSkew(-7200) });
    const skewed = await tokensOf(await refresh(visitor, tokens.refresh_token));
    expect(skewed.created_at).toBe(sandboxNoon / 1000 - 7200);
  });

  it("can leave created_at at the first grant's", async () => {
    visitor.advance(5 * 3_600_000);
    next({ outcome: createdAtOfFirstGrant });
    const renewed = await tokensOf(await refresh(visitor, tokens.refresh_token));
    expect([renewed.created_at, renewed.expires_in]).toEqual([sandboxNoon / 1000, 43_199]);
  });

  it('can take the account from every business', async () => {
    next({ outcome: nullAccountIds });
    const body = await (await get('/auth/api/v1/users/me')).json();
    const accounts = body.response.business_memberships.map(
      (membership: { business: { account_id: unknown } }) => membership.business.account_id,
    );
    expect(accounts).toEqual([null, null]);
  });

  it('can be a page of nothing, with pages 0', async () => {
    next({ outcome: emptyPage, times: 2 });
    const accounting = (await (await get(invoices)).json()).response.result;
    expect(accounting).toEqual({ invoices: [], page: 1, pages: 0, per_page: 15, total: 0 });
    const business = await (await get(entries)).json();
    expect(business).toMatchObject({ meta: { pages: 0, total: 0 }, time_entries: [] });
  });

  it('can have one member of another type', async () => {
    next({ outcome: retyped('response.result.invoices.0.outstanding.amount', 12.5) });
    const body = await (await get(invoices)).json();
    expect(body.response.result.invoices[0].outstanding.amount).toBe(12.5);
  });
});
