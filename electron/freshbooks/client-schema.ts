// What we read of a client (freshbooks-api.md §3.6).
import { z } from 'zod';
import type { ClientId } from '../../shared/ids.ts';
import { currencyCode, idOf, pageOf, paging, text, wholeNumber } from './wire-values.ts';

const clientSchema = z.object({
  /** Not `userid`: invoices and time entries are joined on this one. */
  id: idOf<ClientId>(),
  organization: text,
  fname: text,
  lname: text,
  email: text,
  currency_code: currencyCode,
  vis_state: wholeNumber.nullish(),
});

export type ClientRow = z.output<typeof clientSchema>;

export const clientPageSchema = z
  .object({
    response: z.object({ result: z.object({ clients: z.array(clientSchema), ...paging }) }),
  })
  .transform(({ response: { result } }) => pageOf(result.clients, result));
