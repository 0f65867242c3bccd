/**
 * `GET …/invoices/invoices` and one of them (freshbooks-api.md §3.2).
 */
import { Hono } from 'hono';
import { requireScope } from '../oauth/bearer.ts';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import { dayInZone } from '../wall-time.ts';
import { findAccount } from './account.ts';
import { accountingError, accountingScopeMissing } from './accounting-errors.ts';
import { cutPage, readPageRequest } from './accounting-page.ts';
import { invoiceJson } from './invoice-json.ts';
import { selectInvoices } from './invoice-list.ts';

export function invoiceRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const mayRead = requireScope(world, 'user:invoices:read', accountingScopeMissing);
  const { books } = world.state;

  routes.get('/:accountId/invoices/invoices', mayRead, (c) => {
    const accountId = c.req.param('accountId');
    const request = readPageRequest(c.req.query());
    if ('errno' in request) return accountingError(c, 422, request);

    const today = todayOf(accountId);
    const ofAccount = books.invoices.filter((invoice) => invoice.accountId === accountId);
    const { rows, ...paging } = cutPage(selectInvoices(ofAccount, c.req.queries(), today), request);
    // One look-up table a page; searching the clients for every row would be quadratic.
    const clients = new Map(books.clients.map((client) => [client.id, client]));
    const withLines = includesLines(c.req.queries());
    const invoices = rows.map((row) =>
      invoiceJson(row, { today, withLines, client: clients.get(row.clientId) }),
    );
    return c.json({ response: { result: { invoices, ...paging } } });
  });

  routes.get('/:accountId/invoices/invoices/:id', mayRead, (c) => {
    const { accountId, id } = c.req.param();
    // Deleted invoices leave the list and stay readable by id.
    const invoice = books.invoices.find(
      (row) => row.accountId === accountId && String(row.id) === id,
    );
    if (!invoice) {
      return accountingError(c, 404, {
        errno: 1012,
        field: 'invoiceid',
        message: 'Invoice not found.',
        object: 'invoice',
        value: id,
      });
    }
    const client = books.clients.find((row) => row.id === invoice.clientId);
    const withLines = includesLines(c.req.queries());
    const view = { today: todayOf(accountId), client, withLines };
    return c.json({ response: { result: { invoice: invoiceJson(invoice, view) } } });
  });

  return routes;

  function todayOf(accountId: string): string {
    return dayInZone(world.clock(), findAccount(world, accountId)?.timeZone ?? 'UTC');
  }
}

function includesLines(query: Readonly<Record<string, readonly string[]>>): boolean {
  return (query['include[]'] ?? []).includes('lines');
}
