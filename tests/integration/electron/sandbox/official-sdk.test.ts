/**
 * FreshBooks' own SDK against the sandbox: an independent witness that the peer we test with speaks
 * the language FreshBooks' client expects.
 */
import { Client } from '@freshbooks/api';
import { PaginationQueryBuilder } from '@freshbooks/api/dist/models/builders/PaginationQueryBuilder.js';
import { SearchQueryBuilder } from '@freshbooks/api/dist/models/builders/SearchQueryBuilder.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerConsent,
  everyScope,
  redirectUri,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
let client: Client;

beforeAll(async () => {
  visitor = await visitSandbox();
  client = new Client(visitor.clientId, {
    clientSecret: visitor.clientSecret,
    redirectUri,
    apiUrl: visitor.sandbox.baseUrl,
    retryOptions: { retries: 0 },
  });
  const code = (await answerConsent(visitor, 'authorize')).searchParams.get('code') ?? '';
  await client.getAccessToken(code);
});
afterAll(() => visitor.sandbox.stop());

describe("FreshBooks' own SDK", () => {
  it('asks for consent at an address the sandbox understands', async () => {
    const asked = new URL(client.getAuthRequestUrl(everyScope));
    const answer = await fetch(`${visitor.sandbox.baseUrl}${asked.pathname}${asked.search}`);
    expect(answer.status).toBe(200);
  });

  it('refreshes its token', async () => {
    const renewed = await client.refreshAccessToken();
    expect(renewed?.accessTokenExpiresAt?.toISOString()).toBe('2026-11-24T06:30:00.000Z');
    await expect(client.refreshAccessToken('spent')).rejects.toMatchObject({ statusCode: '400' });
  });

  it('lists businesses', async () => {
    const { data } = await client.users.me();
    expect(data?.email).toBe('maya@larkfield.example');
    expect(data?.businessMemberships?.map(({ business }) => business.name)).toEqual([
      'Larkfield Studio',
      'Tern & Co',
    ]);
  });

  it('lists invoices, by page and by status', async () => {
    const page = await client.invoices.list('q7RtZ2', [
      new PaginationQueryBuilder().page(2).perPage(100),
    ]);
    expect(page.data?.invoices).toHaveLength(39);
    expect(page.data?.pages).toEqual({ total: 139, size: 100, pages: 2, page: 2 });
    const overdue = await client.invoices.list('q7RtZ2', [
      new SearchQueryBuilder().equals('v3_status', 'overdue'),
    ]);
    expect(overdue.data?.invoices.map((invoice) => invoice.v3Status)).toEqual(
      Array.from({ length: 5 }, () => 'overdue'),
    );
  });

  it('reads a refusal', async () => {
    await expect(client.invoices.single('q7RtZ2', '1')).rejects.toMatchObject({
      statusCode: '404',
      message: 'Invoice not found.',
    });
  });

  it('lists clients, projects and services', async () => {
    const clients = await client.clients.list('q7RtZ2');
    const projects = await client.projects.list(5_120_447);
    const services = await client.services.list(5_120_447);
    expect(clients.data?.clients).toHaveLength(10);
    expect(projects.data?.projects.map((project) => project.title)).toContain('Clinic website');
    // The SDK's own type calls the list `timeEntries`; what it returns is `services`.
    expect(services.data).toMatchObject({
      services: expect.arrayContaining([expect.objectContaining({ name: 'Design' })]),
    });
  });

  it('creates, lists and deletes a time entry', async () => {
    const created = await client.timeEntries.create(
      { isLogged: true, duration: 900, startedAt: new Date('2026-11-23T18:00:00Z'), note: 'SDK' },
      5_120_447,
    );
    expect(created.data).toMatchObject({ duration: 900, note: 'SDK', active: true });
    const list = await client.timeEntries.list(5_120_447);
    expect(list.data?.timeEntries[0]?.note).toBe('SDK');
    const id = Number(created.data?.id);
    await expect(client.timeEntries.delete(5_120_447, id)).resolves.toMatchObject({ ok: true });
  });
});
