import { describe, expect, it } from 'vitest';
import { createFreshBooks } from '../../../../electron/freshbooks/freshbooks-books.ts';
import { failed, ok } from '../../../../shared/result.ts';
import { accountingPage, clientJson, invoiceJson } from '../../../support/freshbooks-answers.ts';
import { answeringFetch, json, scriptedFetch } from '../../../support/scripted-fetch.ts';
import { business, scriptedWorld } from '../../../support/scripted-freshbooks.ts';

type Members = Readonly<Record<string, unknown>>;

async function unpaid(...invoices: Members[]) {
  const network = scriptedFetch(json(accountingPage('invoices', invoices)));
  const read = await createFreshBooks(scriptedWorld(network)).unpaidInvoices(business());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const cad = (amount: string) => ({ amount, code: 'CAD' });

describe('unpaid invoices', () => {
  // The combinations that were recorded on the real service (freshbooks-api.md §3.2).
  it.each([
    ['a draft, even past its due date', 1, 'draft', 'unpaid', 'draft', '740.50', false],
    ['one just created', 1, 'created', 'unpaid', 'created', '740.50', false],
    ['one sent, not yet due', 2, 'sent', 'unpaid', 'sent', '740.50', true],
    ['one sent, past due', 2, 'sent', 'unpaid', 'overdue', '740.50', true],
    ['one viewed, past due', 3, 'viewed', 'unpaid', 'overdue', '740.50', true],
    ['one part paid, past due', 2, 'sent', 'partial', 'overdue', '240.50', true],
    ['one part paid, not past due', 2, 'sent', 'partial', 'partial', '240.50', true],
    ['one fully paid', 4, 'sent', 'paid', 'paid', '0.00', false],
    ['one of zero, called overdue', 2, 'sent', 'unpaid', 'overdue', '0.00', false],
    ['one paid too much', 4, 'sent', 'paid', 'paid', '-10.00', false],
    ['one with a cent left', 2, 'sent', 'partial', 'partial', '0.01', true],
  ] as const)('%s', async (_, status, display, payment, v3, outstanding, counts) => {
    const invoices = await unpaid(
      invoiceJson({
        status,
        display_status: display,
        payment_status: payment,
        v3_status: v3,
        outstanding: cad(outstanding),
      }),
    );
    expect(invoices).toHaveLength(counts ? 1 : 0);
  });

  it.each([1, 2])(
    'leave out what is deleted or archived, should a filter be ignored',
    async (vis_state) => {
      expect(await unpaid(invoiceJson({ vis_state }))).toEqual([]);
    },
  );

  it('carry exact amounts, the name the client has now, and both days', async () => {
    expect(await unpaid(invoiceJson())).toEqual([
      {
        id: 610225,
        number: '0000041',
        clientName: 'Northgate Dental Group',
        total: { minor: 124050, currency: 'CAD' },
        paid: { minor: 50000, currency: 'CAD' },
        outstanding: { minor: 74050, currency: 'CAD' },
        issued: '2026-08-01',
        due: '2026-08-31',
        viewed: false,
        disputed: false,
      },
    ]);
  });

  it.each([
    [{ current_organization: '' }, 'Northgate Dental'],
    [{ current_organization: null, organization: null }, 'Ines Varga'],
    [{ current_organization: '', organization: '', fname: null }, 'Varga'],
  ])('name the client by what is there: %j', async (changes, clientName) => {
    expect(await unpaid(invoiceJson(changes))).toMatchObject([{ clientName }]);
  });

  const nobody = { current_organization: '', organization: '', fname: '', lname: ' ' };

  it('ask who the client is when they name nobody', async () => {
    const network = scriptedFetch(
      json(accountingPage('invoices', [invoiceJson(nobody), invoiceJson({ id: 2 })])),
      json(accountingPage('clients', [clientJson({ ...nobody, organization: null })])),
    );
    const read = await createFreshBooks(scriptedWorld(network)).unpaidInvoices(business());
    expect(read).toMatchObject({
      value: [{ clientName: 'ines@northgate.example' }, { clientName: 'Northgate Dental Group' }],
    });
  });

  it.each([
    ['may not be seen', json({}, 403)],
    ['are gone', json(accountingPage('clients', []))],
  ])('stay on the list nameless when clients %s', async (_, answer) => {
    const network = scriptedFetch(json(accountingPage('invoices', [invoiceJson(nobody)])), answer);
    const read = await createFreshBooks(scriptedWorld(network)).unpaidInvoices(business());
    expect(read).toMatchObject({ value: [{ clientName: 'Client without a name' }] });
  });

  it.each([
    [{ display_status: 'viewed', status: 3 }, { viewed: true }],
    [{ display_status: null, status: 3 }, { viewed: true }],
    [{ v3_status: 'disputed' }, { disputed: true }],
    [{ status: 0 }, { disputed: true }],
    [{ dispute_status: 'disputed' }, { disputed: true }],
    [{ dispute_status: 'resolved' }, { disputed: false }],
    [{ due_date: null }, { due: null }],
    [{ due_date: undefined }, { due: null }],
    [{ invoice_number: null }, { number: '610225' }],
    [{ id: '610225' }, { id: 610225 }],
  ])('read %j', async (changes, expected) => {
    expect(await unpaid(invoiceJson(changes))).toMatchObject([expected]);
  });

  it.each([
    [{ outstanding: { amount: 740.5, code: 'CAD' } }, 'outstanding'],
    [{ outstanding: { amount: '740,50', code: 'CAD' } }, 'outstanding'],
    [{ outstanding: null }, 'outstanding'],
    [{ paid: undefined }, 'paid'],
    [{ create_date: '01/08/2026' }, 'create_date'],
    [{ id: null }, 'id'],
    [{ v3_status: null }, 'v3_status'],
  ])('say where an answer does not fit: %j', async (changes, path) => {
    const invoices = [invoiceJson(), invoiceJson({ id: 610226, ...changes })];
    const network = scriptedFetch(json(accountingPage('invoices', invoices)));
    const read = await createFreshBooks(scriptedWorld(network)).unpaidInvoices(business());
    const detail = !read.ok && read.error.code === 'server-trouble' ? read.error.detail : '';
    expect(detail.split(': ')[0]).toBe(`response.result.invoices.1.${path}`);
  });

  it('are read page by page, a hundred at a time, active ones only', async () => {
    const network = answeringFetch(({ url }) => {
      const page = Number(url.searchParams.get('page'));
      const rows = [invoiceJson({ id: page * 2 }), invoiceJson({ id: page * 2 + 1 })];
      return json(accountingPage('invoices', rows, { page, pages: 3, total: 6 }));
    });
    const read = await createFreshBooks(scriptedWorld(network)).unpaidInvoices(business());
    expect(read.ok && read.value.map(({ id }) => id)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(
      network.sent.map(({ url }) => decodeURIComponent(`${url.pathname}${url.search}`)),
    ).toEqual(
      [1, 2, 3].map(
        (page) =>
          `/accounting/account/q7RtZ2/invoices/invoices?search[vis_state]=0&page=${page}&per_page=100`,
      ),
    );
  });

  it('are none, and none are asked for, in a business without accounting', async () => {
    const network = scriptedFetch();
    const books = createFreshBooks(scriptedWorld(network));
    expect(await books.unpaidInvoices(business({ accountId: null }))).toEqual(ok([]));
    expect(network.sent).toEqual([]);
  });

  it('name the scope that is missing', async () => {
    const network = scriptedFetch(json({}, 403));
    const read = await createFreshBooks(scriptedWorld(network)).unpaidInvoices(business());
    expect(read).toEqual(failed({ code: 'scope-missing', scope: 'user:invoices:read' }));
  });
});
