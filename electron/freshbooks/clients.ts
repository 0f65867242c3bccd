// Reads clients, for the catalog and for invoices that name nobody.
import type { AccountId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { ApiCall } from './api-call.ts';
import { type ClientRow, clientPageSchema } from './client-schema.ts';
import { type List, readList } from './list.ts';

export function clientList(accountId: AccountId): List<ClientRow> {
  return {
    path: `/accounting/account/${encodeURIComponent(accountId)}/users/clients`,
    query: [['search[vis_state]', '0']],
    shape: clientPageSchema,
    idOf: (row) => row.id,
    scope: 'user:clients:read',
    thing: 'business',
  };
}

/** @returns also what a filter should have left out; who calls decides. */
export function readClientRows(
  call: ApiCall,
  accountId: AccountId,
  signal?: AbortSignal,
): Promise<Result<readonly ClientRow[]>> {
  return readList(call, clientList(accountId), signal);
}
