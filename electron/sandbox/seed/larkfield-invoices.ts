/**
 * Larkfield's invoices: eleven unpaid in three currencies, every combination of statuses that was
 * recorded (freshbooks-api.md §3.2), the traps (drafts past due, a zero total, deleted and archived
 * ones), and enough paid history that a hundred to the page needs two pages.
 */
import type { InvoiceRecord } from '../state/sample-books.ts';
import { type InvoiceDraft, invoicesFromDrafts } from './invoice-draft.ts';
import type { ClientKey } from './larkfield.ts';

const paidCount = 124;

/** @param today the business's own day, `YYYY-MM-DD` */
export function larkfieldInvoices(today: string): InvoiceRecord[] {
  return invoicesFromDrafts([...owed, ...notOwed, ...paidHistory()], today);
}

const owed: readonly InvoiceDraft[] = [
  // Twelve months to pay puts it on the second page: who reads only the first misses the worst one.
  {
    client: 'northgate',
    what: 'Website redesign, phase 2, paid over the year',
    currency: 'CAD',
    amount: 124_050,
    paid: 50_000,
    dueIn: -94,
    terms: 365,
  },
  {
    client: 'harbour',
    what: 'Packaging for the winter range',
    currency: 'CAD',
    amount: 230_000,
    dueIn: -31,
  },
  {
    client: 'acme',
    what: 'API rebuild, first milestone',
    currency: 'CAD',
    amount: 108_000,
    progress: 'viewed',
    dueIn: -9,
  },
  {
    client: 'emailOnly',
    what: 'Logo touch-up',
    currency: 'CAD',
    amount: 31_000,
    dueIn: 0,
    terms: 14,
  },
  { client: 'harbour', what: 'Shop window lettering', currency: 'CAD', amount: 75_000, dueIn: 1 },
  {
    client: 'ines',
    what: 'Portfolio site',
    currency: 'USD',
    amount: 120_000,
    progress: 'viewed',
    dueIn: 4,
    terms: 15,
  },
  {
    client: 'juniper',
    what: 'Season brochure',
    currency: 'CAD',
    amount: 345_000,
    paid: 100_000,
    dueIn: 6,
  },
  { client: 'fennel', what: 'Menu redesign', currency: 'EUR', amount: 89_000, dueIn: 12 },
  { client: 'acmeLabs', what: 'API audit', currency: 'CAD', amount: 360_000, dueIn: 14 },
  {
    client: 'saltmarsh',
    what: 'Sleeve artwork, two releases',
    currency: 'USD',
    amount: 200_000,
    dueIn: 21,
  },
  { client: 'meridian', what: 'Trail map icons', currency: 'CAD', amount: 125_000, dueIn: 28 },
];

const notOwed: readonly InvoiceDraft[] = [
  {
    client: 'fennel',
    what: 'Shop sign (not sent yet)',
    currency: 'EUR',
    amount: 45_000,
    progress: 'draft',
    dueIn: -20,
  },
  {
    client: 'meridian',
    what: 'Atlas cover',
    currency: 'CAD',
    amount: 98_000,
    progress: 'draft',
    dueIn: 30,
  },
  { client: 'northgate', what: 'Warranty fix, no charge', currency: 'CAD', amount: 0, dueIn: -12 },
  {
    client: 'acme',
    what: 'Sent twice by mistake',
    currency: 'CAD',
    amount: 108_000,
    dueIn: -40,
    visState: 1,
  },
  {
    client: 'saltmarsh',
    what: 'Tour poster, written off',
    currency: 'USD',
    amount: 32_000,
    dueIn: -150,
    visState: 2,
  },
];

const paidWork: readonly (readonly [ClientKey, string, string])[] = [
  ['northgate', 'CAD', 'Monthly site care'],
  ['harbour', 'CAD', 'Label set'],
  ['acme', 'CAD', 'Design support'],
  ['ines', 'USD', 'Photo book layout'],
  ['fennel', 'EUR', 'Seasonal menu'],
  ['juniper', 'CAD', 'Programme booklet'],
  ['saltmarsh', 'USD', 'Single cover'],
  ['meridian', 'CAD', 'Map legend'],
];

/** Spread over two years, newest a few weeks old; the sums are arithmetic, so every seed is alike. */
function paidHistory(): InvoiceDraft[] {
  return Array.from({ length: paidCount }, (_, index) => {
    const [client, currency, what] = paidWork[index % paidWork.length] ?? paidWork[0] ?? never();
    const amount = 24_000 + ((index * 7_919) % 310) * 1_000 + (index % 4) * 25;
    const dueIn = 12 - Math.floor(index * 4.4) - 10;
    return { client, currency, what, amount, paid: amount, dueIn };
  });
}

function never(): never {
  throw new Error('There is always some paid work.');
}
