import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callApi, signIn, type Visitor, visitSandbox } from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
let token: string;
beforeAll(async () => {
  visitor = await visitSandbox();
  token = (await signIn(visitor)).access_token;
});
afterAll(() => visitor.sandbox.stop());

const account = '/accounting/account/q7RtZ2';
async function list(query = ''): Promise<{
  invoices: Record<string, unknown>[];
  page: number;
  pages: number;
  per_page: number;
  total: number;
}> {
  const answer = await callApi(visitor, token, `${account}/invoices/invoices${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()).response.result;
}

describe('the list of invoices', () => {
  it('has fifteen to the page, newest first, deleted ones left out', async () => {
    const { invoices, ...paging } = await list();
    expect(paging).toEqual({ page: 1, pages: 10, per_page: 15, total: 139 });
    const ids = invoices.map((invoice) => Number(invoice.id));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
  });

  it('is cut at a hundred without a word, so it takes two pages', async () => {
    const first = await list('?per_page=1000');
    const second = await list('?per_page=1000&page=2');
    expect([first.per_page, first.pages]).toEqual([100, 2]);
    expect([first.invoices.length, second.invoices.length]).toEqual([100, 39]);
  });

  it('writes money as text and times in US Eastern', async () => {
    const { invoices } = await list('?per_page=100&page=2&search[v3_status]=overdue');
    expect(invoices).toEqual([]);
    const [oldest] = (await list('?search[v3_status]=overdue&sort=invoice_date_asc')).invoices;
    expect(oldest).toMatchObject({
      organization: 'Northgate Dental',
      amount: { amount: '1240.50', code: 'CAD' },
      outstanding: { amount: '740.50', code: 'CAD' },
      paid: { amount: '500.00', code: 'CAD' },
      payment_status: 'partial',
      v3_status: 'overdue',
      status: 2,
      due_date: '2026-08-21',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d 09:14:00$/),
    });
  });

  it.each([
    'search[status]=2',
    'search[statusid]=2',
    'search[payment_status]=unpaid',
    'search[create_date_min]=2026-11-01',
    'search[nonsense]=1',
    'outstanding=true',
  ])('ignores %s with a 200', async (query) => {
    expect((await list(`?${query}`)).total).toBe(139);
  });

  it('ignores the sorts that do nothing live', async () => {
    const usual = await list();
    expect(await list('?sort=create_date_asc')).toEqual(usual);
    expect(await list('?sort=updated_desc')).toEqual(usual);
  });

  it('honours the keys that work live, percent-encoded or not', async () => {
    expect((await list('?search[v3_status]=overdue')).total).toBe(5);
    expect((await list('?search%5Bv3_status%5D=partial')).total).toBe(1);
    expect((await list('?search[vis_state]=1')).total).toBe(1);
    expect((await list('?search[vis_state]=0&search[v3_status]=draft')).total).toBe(2);
    const { invoices } = await list('?search[date_min]=2026-11-05&search[date_max]=2026-11-14');
    const days = invoices.map((invoice) => String(invoice.create_date)).sort();
    expect([days[0], days.at(-1)]).toEqual(['2026-11-05', '2026-11-14']);
    const ines = (await list('?search[customerid]=30423')).total;
    const both = (await list('?search[customerids][]=30423&search[customerids][]=30411')).total;
    expect(ines).toBeGreaterThan(1);
    expect(both).toBeGreaterThan(ines);
  });

  it('gives lines only when asked', async () => {
    const [bare] = (await list('?per_page=1')).invoices;
    const [full] = (await list('?per_page=1&include[]=lines')).invoices;
    expect(bare).not.toHaveProperty('lines');
    expect(full).toMatchObject({ lines: [{ qty: '1', unit_cost: { code: 'CAD' } }] });
  });

  it('refuses a page that is not a number, in the style asked for', async () => {
    const path = `${account}/invoices/invoices?page=two`;
    const old = await callApi(visitor, token, path);
    const dated = await callApi(visitor, token, path, {
      headers: { 'X-API-VERSION': '2023-02-20' },
    });
    expect(await old.json()).toMatchObject({ response: { errors: [{ errno: 1014 }] } });
    expect(await dated.json()).toMatchObject({ details: [{ reason: '1014' }] });
  });
});

describe('one invoice', () => {
  it('is readable even when deleted', async () => {
    const [deleted] = (await list('?search[vis_state]=1')).invoices;
    const answer = await callApi(visitor, token, `${account}/invoices/invoices/${deleted?.id}`);
    expect((await answer.json()).response.result.invoice).toEqual(deleted);
  });

  it('that does not exist is a 404 with errno 1012', async () => {
    const answer = await callApi(visitor, token, `${account}/invoices/invoices/1`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ response: { errors: [{ errno: 1012 }] } });
  });

  it('has nothing behind it that this server does not offer', async () => {
    const path = `${account}/invoices/invoices/610001/share_link?share_method=share_link`;
    const answer = await callApi(visitor, token, path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ response: { errors: [{ errno: 1012 }] } });
  });

  it('of an unknown account is a 404, even without a token', async () => {
    const answer = await fetch(`${visitor.sandbox.baseUrl}/accounting/account/null/users/clients`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      response: { errors: [{ message: 'Account not found', errno: 404 }] },
    });
  });
});

describe('clients', () => {
  async function clients(query = ''): Promise<Record<string, unknown>[]> {
    const answer = await callApi(visitor, token, `${account}/users/clients${query}`);
    return (await answer.json()).response.result.clients;
  }

  it('may have an organization, only a name, or only an e-mail address', async () => {
    const all = await clients();
    expect(all).toHaveLength(10);
    expect(all).toContainEqual(expect.objectContaining({ organization: '', fname: 'Ines' }));
    expect(all).toContainEqual(
      expect.objectContaining({ organization: '', fname: '', email: 'hello@quietharbour.example' }),
    );
  });

  it('filter by e-mail and by part of a name, and ignore the whole name', async () => {
    expect(await clients('?search[email]=ines@varga.example')).toHaveLength(1);
    expect(await clients('?search[organization_like]=acme')).toHaveLength(2);
    expect(await clients('?search[organization]=Acme')).toHaveLength(10);
  });

  it('are found by id', async () => {
    const answer = await callApi(visitor, token, `${account}/users/clients/30411`);
    expect((await answer.json()).response.result.client).toMatchObject({
      userid: 30411,
      organization: 'Northgate Dental',
    });
    const missing = await callApi(visitor, token, `${account}/users/clients/30499`);
    expect(await missing.json()).toEqual({
      response: {
        errors: [
          {
            errno: 1012,
            field: 'userid',
            message: 'Client not found.',
            object: 'client',
            value: '30499',
          },
        ],
      },
    });
  });
});
