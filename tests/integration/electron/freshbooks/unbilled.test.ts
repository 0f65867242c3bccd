import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Business, TimeEntryDraft } from '../../../../shared/books.ts';
import type { TimeEntryId } from '../../../../shared/ids.ts';
import { ok } from '../../../../shared/result.ts';
import { unbilledByClient } from '../../../../shared/unbilled.ts';
import { businessNamed, type SandboxBooks, sandboxBooks } from '../../../support/sandbox-books.ts';
import {
  everyScope,
  sandboxNoon,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

const MAYA = 880_214;
const LARKFIELD = 5_120_447;

let visitor: Visitor;
let client: SandboxBooks;
let larkfield: Business;

async function visit(options: Parameters<typeof visitSandbox>[0] = {}) {
  visitor = await visitSandbox(options);
  client = await sandboxBooks(visitor);
  larkfield = await businessNamed(client.books, 'Larkfield Studio');
}

beforeEach(() => visit());
afterEach(() => visitor.sandbox.stop());

async function value<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>) {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const draft: TimeEntryDraft = {
  startedAtMs: sandboxNoon - 3_600_000,
  durationSeconds: 1800,
  timeZone: 'America/Toronto',
  clientId: null,
  projectId: null,
  serviceId: null,
  internal: false,
  billable: true,
  note: 'Call',
};

describe('unbilled time', () => {
  it('is every billable entry of one’s own that is on no invoice, and no running timer', async () => {
    const { backstage } = visitor.sandbox;
    await backstage.timers.start({ note: 'Still running' });
    const gone = await value(client.books.createTimeEntry(larkfield, draft));
    await client.books.deleteTimeEntry(larkfield, gone.id);
    const expected = backstage
      .timeEntries()
      .filter(
        (row) =>
          row.businessId === LARKFIELD &&
          row.identityId === MAYA &&
          row.active &&
          row.isLogged &&
          row.billable &&
          !row.billed,
      );
    const read = await value(client.books.unbilledTime(larkfield));
    expect(expected.length).toBeGreaterThan(5);
    expect(read.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(read.every(({ billed, identityId }) => !billed && identityId === MAYA)).toBe(true);
  });

  it('is read over all pages', async () => {
    const entries = visitor.sandbox.backstage.books().timeEntries;
    const [first] = entries.filter(({ businessId, billed }) => businessId === LARKFIELD && !billed);
    if (!first) throw new Error('No entry to take after');
    const many = Array.from({ length: 250 }, (_, index) => ({
      ...first,
      id: 95_000_000 + index,
      startedAtMs: first.startedAtMs - index * 86_400_000,
    }));
    entries.push(...many);
    const ids = (await value(client.books.unbilledTime(larkfield))).map(({ id }) => Number(id));
    expect(ids).toEqual(expect.arrayContaining(many.map(({ id }) => id)));
  });

  it('in the sample data is worth something in two currencies, and something unknown', async () => {
    const [work, rates, catalog] = await Promise.all([
      value(client.books.unbilledTime(larkfield)),
      value(client.books.rates(larkfield)),
      value(client.books.catalog(larkfield)),
    ]);
    const listed = unbilledByClient(work, rates, catalog.clients);
    const currencies = new Set(listed.flatMap(({ amount }) => amount?.currency ?? []));
    expect([...currencies].sort()).toEqual(['CAD', 'USD']);
    expect(listed).toContainEqual({
      clientId: 30_423,
      clientName: 'Ines Varga',
      seconds: 4800,
      amount: { minor: 11_333, currency: 'USD' },
      unknownRateSeconds: 0,
    });
    expect(listed.filter(({ amount }) => amount === null).map((row) => row.clientName)).toEqual(
      expect.arrayContaining(['Acme Labs', 'Fennel Bakery']),
    );
  });
});

describe('rates', () => {
  it('are those of all projects, completed ones too, and of services', async () => {
    const rates = await value(client.books.rates(larkfield));
    const { projects } = visitor.sandbox.backstage.books();
    const own = projects.filter(({ businessId }) => businessId === LARKFIELD);
    expect(rates.projects.map(({ id }) => Number(id)).sort()).toEqual(
      own.map(({ id }) => id).sort(),
    );
    expect(rates.projects.map(({ basis, rate }) => [basis, rate])).toEqual(
      expect.arrayContaining([
        ['project', '105.00'],
        ['service', null],
        ['unknown', null],
      ]),
    );
    expect(rates.services).toContainEqual({ id: 4_810_023, rate: '110.00' });
    expect(rates.services).toHaveLength(4);
  });

  it('do without those of the team, which take a scope that Traybooks does not ask for', async () => {
    expect((await value(client.books.rates(larkfield))).teamMembers).toEqual([]);
    await visitor.sandbox.stop();
    await visit({ scopes: [...everyScope, 'user:teams:read'] });
    expect((await value(client.books.rates(larkfield))).teamMembers).toContainEqual({
      id: MAYA,
      rate: '100.00',
    });
  });
});

describe('one time entry', () => {
  it('is read as FreshBooks has it now', async () => {
    const made = await value(client.books.createTimeEntry(larkfield, draft));
    const stored = visitor.sandbox.backstage.timeEntries().find(({ id }) => id === made.id);
    Object.assign(stored ?? {}, { note: 'Changed in the web app', billed: true });
    expect(await value(client.books.timeEntry(larkfield, made.id))).toEqual({
      ...made,
      note: 'Changed in the web app',
      billed: true,
    });
  });

  it('is deleted when it was deleted, and when it never was', async () => {
    const made = await value(client.books.createTimeEntry(larkfield, draft));
    await client.books.deleteTimeEntry(larkfield, made.id);
    expect(await client.books.timeEntry(larkfield, made.id)).toEqual(ok('deleted'));
    expect(await client.books.timeEntry(larkfield, 1 as TimeEntryId)).toEqual(ok('deleted'));
  });
});
