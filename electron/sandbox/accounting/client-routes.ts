/**
 * `GET …/users/clients` and one of them. `search[email]`, `search[vis_state]` and the `_like` keys
 * filter; `organization` and `fname` do nothing, as live (freshbooks-api.md §3.6).
 */
import { Hono } from 'hono';
import { requireScope } from '../oauth/bearer.ts';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import type { ClientRecord } from '../state/sample-books.ts';
import { accountingError, accountingScopeMissing } from './accounting-errors.ts';
import { cutPage, readPageRequest } from './accounting-page.ts';
import { clientJson } from './client-json.ts';
import { matcher, searchValues } from './search-keys.ts';

type Query = Readonly<Record<string, readonly string[]>>;

export function clientRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const mayRead = requireScope(world, 'user:clients:read', accountingScopeMissing);
  const { books } = world.state;

  routes.get('/:accountId/users/clients', mayRead, (c) => {
    const request = readPageRequest(c.req.query());
    if ('errno' in request) return accountingError(c, 422, request);
    const ofAccount = books.clients.filter((row) => row.accountId === c.req.param('accountId'));
    const { rows, ...paging } = cutPage(selectClients(ofAccount, c.req.queries()), request);
    return c.json({ response: { result: { clients: rows.map(clientJson), ...paging } } });
  });

  routes.get('/:accountId/users/clients/:id', mayRead, (c) => {
    const { accountId, id } = c.req.param();
    const client = books.clients.find(
      (row) => row.accountId === accountId && String(row.id) === id,
    );
    if (client) return c.json({ response: { result: { client: clientJson(client) } } });
    return accountingError(c, 404, {
      errno: 1012,
      field: 'userid',
      message: 'Client not found.',
      object: 'client',
      value: id,
    });
  });

  return routes;
}

function selectClients(clients: readonly ClientRecord[], query: Query): readonly ClientRecord[] {
  const visStates = searchValues(query, 'vis_state');
  const contains = (key: string, text: string) =>
    matcher(query, key, (value) => text.toLowerCase().includes(value.toLowerCase()));
  const selected = clients.filter(
    (client) =>
      (visStates.length === 0
        ? client.visState !== 1
        : visStates.includes(String(client.visState))) &&
      matcher(query, 'email', (value) => client.email === value) &&
      contains('organization_like', client.organization) &&
      contains('fname_like', client.firstName) &&
      contains('lname_like', client.lastName) &&
      contains('email_like', client.email),
  );
  switch (query.sort?.[0]) {
    case 'organization_name_asc':
      return selected.sort((a, b) => a.organization.localeCompare(b.organization));
    case 'organization_name_desc':
      return selected.sort((a, b) => b.organization.localeCompare(a.organization));
    default:
      return selected.reverse();
  }
}
