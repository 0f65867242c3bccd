// From the form to the outbox: the entry belongs to the login and the business that are shown.
import type { EntryKey } from '../../shared/ids.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { BusinessLists } from './business-lists.ts';
import type { Outbox } from './outbox.ts';
import type { StoredConnections } from './stored-connections.ts';
import { draftOf } from './time-draft.ts';

export interface LogTimeWorld {
  readonly clock: () => number;
  readonly stored: StoredConnections;
  readonly lists: BusinessLists;
  readonly outbox: Outbox;
}

/** @returns ok once the entry cannot be lost; after an error only the form has it */
export function logTime(
  { clock, stored, lists, outbox }: LogTimeWorld,
  input: CommandInput<'time.log'>,
): Result<{ readonly key: EntryKey }> {
  const active = stored.active();
  if (!active) return failed({ code: 'sign-in-needed', reason: 'never-signed-in' });
  const shown = lists.shown();
  if (!shown) return failed({ code: 'not-found', thing: 'business' });
  const draft = draftOf(input, lists.catalog(), lists.day(), clock());
  if (!draft.ok) return draft;
  return outbox.add({
    connectionId: active.id,
    source: active.source,
    identityId: active.identity.id,
    businessId: shown.businessId,
    draft: draft.value,
  });
}
