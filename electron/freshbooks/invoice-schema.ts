// What we read of an invoice (freshbooks-api.md §3.2); everything else passes by unlooked at.
import { z } from 'zod';
import type { InvoiceId } from '../../shared/ids.ts';
import { day, idOf, money, pageOf, paging, text, wholeNumber } from './wire-values.ts';

const invoiceSchema = z.object({
  id: idOf<InvoiceId>(),
  invoice_number: text,
  /** The client's id. */
  customerid: wholeNumber.nullish(),
  current_organization: text,
  organization: text,
  fname: text,
  lname: text,
  amount: money,
  paid: money,
  outstanding: money,
  create_date: day,
  due_date: day.nullish(),
  status: wholeNumber.nullish(),
  display_status: text,
  v3_status: z.string(),
  dispute_status: text,
  vis_state: wholeNumber,
});

export type InvoiceRow = z.output<typeof invoiceSchema>;

export const invoicePageSchema = z
  .object({
    response: z.object({ result: z.object({ invoices: z.array(invoiceSchema), ...paging }) }),
  })
  .transform(({ response: { result } }) => pageOf(result.invoices, result));
