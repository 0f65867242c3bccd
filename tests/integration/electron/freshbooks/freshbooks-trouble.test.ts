import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  emptyBody,
  malformedJson,
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
import type { FaultOutcome } from '../../../../electron/sandbox/faults/exchange.ts';
import {
  fieldsRefused,
  htmlBadGateway,
  rateLimited,
  scopeMissing,
  serverError,
  unauthenticated,
} from '../../../../electron/sandbox/faults/refusals.ts';
import type { Business, TimeEntryDraft } from '../../../../shared/books.ts';
import { failed } from '../../../../shared/result.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { businessNamed, type SandboxBooks, sandboxBooks } from '../../../support/sandbox-books.ts';
import { sandboxNoon, type Visitor, visitSandbox } from '../../../support/sandbox-visitor.ts';

const draft: TimeEntryDraft = {
  startedAtMs: sandboxNoon - 3_600_000,
  durationSeconds: 1800,
  timeZone: 'America/Toronto',
  clientId: null,
  projectId: null,
  serviceId: null,
  internal: false,
  billable: true,
  note: 'Sent into trouble',
};

let visitor: Visitor;
let clock: ManualClock;
let client: SandboxBooks;
let larkfield: Business;
let listening: boolean;

beforeEach(async () => {
  visitor = await visitSandbox();
  listening = true;
  clock = manualClock();
  client = await sandboxBooks(visitor, clock.timers);
  larkfield = await businessNamed(client.books, 'Larkfield Studio');
});
afterEach(() => (listening ? stopListening() : undefined));

function stopListening(): Promise<void> {
  listening = false;
  return visitor.sandbox.stop();
}

const spoilNext = (outcome: FaultOutcome) => visitor.sandbox.faults.next({ outcome });
const stored = () =>
  visitor.sandbox.backstage.timeEntries().filter(({ note }) => note === draft.note);

describe('a session', () => {
  it('goes on unasked when the access token died, renewed once for all pages at once', async () => {
    visitor.sandbox.backstage.expireAccessTokens();
    expect((await client.books.catalog(larkfield)).ok).toBe(true);
    expect(client.renewals()).toBe(1);
  });

  it('ends when FreshBooks no longer takes the refresh token either', async () => {
    visitor.sandbox.backstage.revokeEverything();
    expect(await client.books.unpaidInvoices(larkfield)).toEqual(
      failed({ code: 'sign-in-needed', reason: 'session-ended' }),
    );
  });

  it.each(['current', 'accounting-old', 'accounting-dated', 'message', 'invalid-token'] as const)(
    'is renewed after a 401 of the shape %s',
    async (shape) => {
      spoilNext(unauthenticated(shape));
      expect((await client.books.identity()).ok).toBe(true);
      expect(client.renewals()).toBe(1);
    },
  );
});

describe('reading in trouble', () => {
  it.each([
    ['an HTML page', htmlBadGateway, 'server-trouble', { status: 502 }],
    ['a fault of the server', serverError, 'server-trouble', { status: 500 }],
    ['malformed JSON', malformedJson, 'server-trouble', { detail: 'broken JSON' }],
    ['half an answer', truncatedJson, 'server-trouble', { detail: 'broken JSON' }],
    ['an empty answer', emptyBody, 'server-trouble', { detail: 'an empty answer' }],
    ['a request to slow down', rateLimited(7), 'rate-limited', { retryAfterSeconds: 7 }],
    [
      'a request to slow down, without a time',
      rateLimited(),
      'rate-limited',
      { retryAfterSeconds: 60 },
    ],
    ['a missing scope', scopeMissing, 'scope-missing', { scope: 'user:invoices:read' }],
    ['a connection cut before', dropBeforeHandling, 'offline', {}],
    ['a connection cut in the answer', cutOffMidAnswer, 'offline', {}],
  ])('tells of %s', async (_, fault, code, details) => {
    spoilNext(fault);
    expect(await client.books.unpaidInvoices(larkfield)).toMatchObject({
      ok: false,
      error: { code, ...details },
    });
  });

  it('takes members nobody knows', async () => {
    visitor.sandbox.faults.next({ outcome: unknownMembers, times: Number.POSITIVE_INFINITY });
    expect((await client.books.identity()).ok).toBe(true);
    expect((await client.books.unpaidInvoices(larkfield)).ok).toBe(true);
    expect((await client.books.catalog(larkfield)).ok).toBe(true);
  });

  it('says which member was of another type, and keeps back the list', async () => {
    spoilNext(retyped('response.result.invoices.3.outstanding.amount', 12.5));
    expect(await client.books.unpaidInvoices(larkfield)).toMatchObject({
      error: {
        code: 'server-trouble',
        detail: expect.stringMatching(/^response\.result\.invoices\.3\.outstanding: /),
      },
    });
  });

  it('is offline when nobody listens', async () => {
    await stopListening();
    expect(await client.books.unpaidInvoices(larkfield)).toEqual(failed({ code: 'offline' }));
  });

  it('is offline after a time limit, and cancelled by the person', async () => {
    const first = stall();
    spoilNext(first.outcome);
    const timedOut = client.books.unpaidInvoices(larkfield);
    await first.reached;
    clock.runOut();
    expect(await timedOut).toEqual(failed({ code: 'offline' }));

    const second = stall();
    spoilNext(second.outcome);
    const abort = new AbortController();
    const cancelled = client.books.unpaidInvoices(larkfield, abort.signal);
    await second.reached;
    abort.abort();
    expect(await cancelled).toEqual(failed({ code: 'cancelled', by: 'person' }));
  });
});

describe('writing in trouble', () => {
  it.each([
    ['the answer was lost', dropAfterHandling, 1],
    ['half the answer was lost', cutOffMidAnswer, 1],
    ['the answer was empty', emptyBody, 1],
    ['the request was lost', dropBeforeHandling, 0],
    ['a gateway answered', htmlBadGateway, 0],
  ])('has an unknown outcome when %s, and is not repeated', async (_, fault, entries) => {
    spoilNext(fault);
    expect(await client.books.createTimeEntry(larkfield, draft)).toEqual(
      failed({ code: 'outcome-unknown' }),
    );
    expect(stored()).toHaveLength(entries);
    const sent = visitor.sandbox.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/time_entries'),
    );
    expect(sent).toHaveLength(1);
  });

  it('has an unknown outcome after a time limit', async () => {
    const { outcome, reached } = stall('after-handling');
    spoilNext(outcome);
    const made = client.books.createTimeEntry(larkfield, draft);
    await reached;
    clock.runOut();
    expect(await made).toEqual(failed({ code: 'outcome-unknown' }));
    expect(stored()).toHaveLength(1);
  });

  it('was not carried out when nobody listens', async () => {
    await stopListening();
    // Uses up the connections kept from before: on such a one the outcome would be unknown.
    await client.books.catalog(larkfield);
    expect(await client.books.createTimeEntry(larkfield, draft)).toEqual(
      failed({ code: 'offline' }),
    );
  });

  it('is repeated after a 401, and then stored once', async () => {
    visitor.sandbox.backstage.expireAccessTokens();
    expect((await client.books.createTimeEntry(larkfield, draft)).ok).toBe(true);
    expect(stored()).toHaveLength(1);
  });

  it('tells which fields were refused', async () => {
    spoilNext(fieldsRefused({ started_at: 'field required', note: 'Too long.' }));
    expect(await client.books.createTimeEntry(larkfield, draft)).toEqual(
      failed({ code: 'rejected', fields: { started_at: 'field required', note: 'Too long.' } }),
    );
  });
});
