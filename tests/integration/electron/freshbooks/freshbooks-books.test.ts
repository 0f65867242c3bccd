import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manyUnpaidInvoices } from '../../../../electron/sandbox/seed/many-unpaid-invoices.ts';
import type { Business, TimeEntryDraft } from '../../../../shared/books.ts';
import { ok } from '../../../../shared/result.ts';
import { dayOf, startOfDay } from '../../../../shared/zoned-day.ts';
import { businessNamed, type SandboxBooks, sandboxBooks } from '../../../support/sandbox-books.ts';
import { sandboxNoon, type Visitor, visitSandbox } from '../../../support/sandbox-visitor.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'America/Toronto';

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

const paths = () => visitor.sandbox.requests.map(({ path }) => path);

async function value<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>) {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('reading FreshBooks', () => {
  it('knows who signed in, and both businesses with their roles', async () => {
    const identity = await value(client.books.identity());
    expect(identity).toMatchObject({ name: 'Maya Okafor', email: 'maya@larkfield.example' });
    expect(identity.businesses.map(({ name, role, accountId }) => [name, role, accountId])).toEqual(
      [
        ['Larkfield Studio', 'Owner', 'q7RtZ2'],
        ['Tern & Co', 'Employee', null],
      ],
    );
  });

  it('finds exactly what is owed, over all pages', async () => {
    const owed = visitor.sandbox.backstage
      .books()
      .invoices.filter(
        ({ visState, progress, amount, paid }) =>
          visState === 0 && progress !== 'draft' && amount > paid,
      );
    const unpaid = await value(client.books.unpaidInvoices(larkfield));
    expect(owed.length).toBeGreaterThan(5);
    expect(
      unpaid.map(({ id, outstanding }) => [id, outstanding.minor, outstanding.currency]).sort(),
    ).toEqual(owed.map((row) => [row.id, row.amount - row.paid, row.currencyCode]).sort());
    expect(paths().filter((path) => path.endsWith('/invoices')).length).toBeGreaterThan(1);
  });

  it('names a client who has nothing but an e-mail address', async () => {
    const unpaid = await value(client.books.unpaidInvoices(larkfield));
    expect(unpaid.map(({ clientName }) => clientName)).toContain('hello@quietharbour.example');
  });

  it('reads two thousand unpaid invoices', async () => {
    await visitor.sandbox.stop();
    await visit({ seed: manyUnpaidInvoices(2000) });
    const unpaid = await value(client.books.unpaidInvoices(larkfield));
    expect(new Set(unpaid.map(({ id }) => id)).size).toBe(2000);
    expect(paths().filter((path) => path.endsWith('/invoices'))).toHaveLength(20);
  });

  it('never asks for the invoices or clients of a business without accounting', async () => {
    const tern = await businessNamed(client.books, 'Tern & Co');
    expect(await client.books.unpaidInvoices(tern)).toEqual(ok([]));
    const catalog = await value(client.books.catalog(tern));
    expect(catalog.clients).toEqual([]);
    expect(catalog.projects.length).toBeGreaterThan(0);
    expect(paths().filter((path) => path.startsWith('/accounting'))).toEqual([]);
  });

  it('offers the clients, open projects and services of a business', async () => {
    const catalog = await value(client.books.catalog(larkfield));
    const { projects } = visitor.sandbox.backstage.books();
    const open = projects.filter((row) => row.businessId === larkfield.id && !row.complete);
    expect(catalog.projects.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
    expect(catalog.services.map(({ name }) => name)).toContain('Consulting');
    expect(catalog.clients.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Northgate Dental', 'Ines Varga', 'hello@quietharbour.example']),
    );
  });

  it('sees the caller’s own entries of a day, newest first', async () => {
    const fromMs = startOfDay(dayOf(sandboxNoon, ZONE), ZONE);
    const entries = await value(
      client.books.timeEntries(larkfield, { fromMs, toMs: fromMs + DAY }),
    );
    expect(entries.map(({ note, durationSeconds }) => [note, durationSeconds])).toEqual([
      ['Letterhead', 4800],
      ['Home page', 5400],
    ]);
    expect(entries[0]?.timeZone).toBe(ZONE);
  });
});

describe('writing to FreshBooks', () => {
  const draft: TimeEntryDraft = {
    startedAtMs: sandboxNoon - HOUR,
    durationSeconds: 1800,
    timeZone: ZONE,
    clientId: null,
    projectId: null,
    serviceId: null,
    internal: false,
    billable: true,
    note: 'Call about the launch',
  };
  const around = { fromMs: draft.startedAtMs, toMs: draft.startedAtMs + 1000 };

  it('creates an entry that the next reading finds, to the second and the letter', async () => {
    const { projects } = await value(client.books.catalog(larkfield));
    const project = projects.find(({ serviceIds }) => serviceIds.length > 0);
    const whole = {
      ...draft,
      projectId: project?.id ?? null,
      clientId: project?.clientId ?? null,
      serviceId: project?.serviceIds[0] ?? null,
    };
    const made = await value(client.books.createTimeEntry(larkfield, whole));
    expect(made).toMatchObject(whole);
    expect(await client.books.timeEntries(larkfield, around)).toEqual(ok([made]));
  });

  it('creates an entry with nothing but a duration', async () => {
    expect(await value(client.books.createTimeEntry(larkfield, draft))).toMatchObject(draft);
  });

  it('changes an entry and keeps what it does not edit', async () => {
    const made = await value(client.books.createTimeEntry(larkfield, draft));
    const stored = visitor.sandbox.backstage.timeEntries().find(({ id }) => id === made.id);
    Object.assign(stored ?? {}, { billed: true });
    const changed = { ...draft, durationSeconds: 2700, note: '' };
    expect(await value(client.books.changeTimeEntry(larkfield, made.id, changed))).toMatchObject({
      ...changed,
      id: made.id,
    });
    expect(visitor.sandbox.backstage.timeEntries().find(({ id }) => id === made.id)).toMatchObject({
      billed: true,
      identityId: 880_214,
    });
  });

  it('deletes an entry, and is content when it is gone already', async () => {
    const made = await value(client.books.createTimeEntry(larkfield, draft));
    expect(await client.books.deleteTimeEntry(larkfield, made.id)).toEqual(ok());
    expect(await client.books.timeEntries(larkfield, around)).toEqual(ok([]));
    expect(await client.books.deleteTimeEntry(larkfield, made.id)).toEqual(ok());
    expect(await client.books.changeTimeEntry(larkfield, made.id, draft)).toMatchObject({
      error: { code: 'not-found', thing: 'time entry' },
    });
  });

  it('passes on why an entry was refused', async () => {
    const refused = { ...draft, projectId: 1 as never };
    expect(await client.books.createTimeEntry(larkfield, refused)).toMatchObject({
      error: { code: 'rejected', fields: { project_id: expect.any(String) } },
    });
  });
});
