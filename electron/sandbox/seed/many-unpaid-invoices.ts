/**
 * Books with as many unpaid invoices as a benchmark wants, and otherwise the freelancer's.
 */
import { dayInZone } from '../wall-time.ts';
import { freelancer } from './freelancer.ts';
import { type InvoiceDraft, invoicesFromDrafts } from './invoice-draft.ts';
import type { ClientKey } from './larkfield.ts';
import type { SandboxSeed } from './sandbox-seed.ts';

const owing: readonly (readonly [ClientKey, string])[] = [
  ['northgate', 'CAD'],
  ['ines', 'USD'],
  ['fennel', 'EUR'],
  ['harbour', 'CAD'],
];

/** @param count unpaid invoices, spread over clients, three currencies and 200 due days */
export function manyUnpaidInvoices(count: number): SandboxSeed {
  return (nowMs) => {
    const drafts = Array.from({ length: count }, (_, index): InvoiceDraft => {
      const [client, currency] = owing[index % owing.length] ?? ['northgate', 'CAD'];
      const amount = 10_000 + ((index * 7_919) % 900) * 100;
      // Every tenth is part paid.
      const paid = index % 10 === 0 ? 5_000 : 0;
      return { client, currency, what: 'Design work', amount, paid, dueIn: 20 - (index % 200) };
    });
    const today = dayInZone(nowMs, 'America/Toronto');
    return { ...freelancer(nowMs), invoices: invoicesFromDrafts(drafts, today) };
  };
}
