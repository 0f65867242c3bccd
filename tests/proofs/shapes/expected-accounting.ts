// What the accounting service's lists say, by the second reading (freshbooks-api.md §3.2, §3.6).
import { allRows } from './second-list.ts';
import type { Place } from './second-reading.ts';

const PAGING = ['response', 'result'];
/** The one client who is asked about when an invoice names nobody. */
export const KNOWN_CLIENT = { id: 30411, name: 'Northgate Dental' };

export function expectedInvoices(bodies: readonly unknown[]): unknown {
  return allRows(bodies, [...PAGING, 'invoices'], PAGING, invoice)
    .filter(({ isOwed }) => isOwed)
    .map(({ shown }) => shown);
}

export function expectedClients(bodies: readonly unknown[]): unknown {
  return allRows(bodies, [...PAGING, 'clients'], PAGING, (row) => ({
    id: row.member('id').id(),
    name: nameOf(row, ['organization'], row.member('email').words()),
    currency: row.member('currency_code').maybe((place) => place.text()) ?? '',
    isActive: isActive(row),
  }))
    .filter((row) => row.isActive)
    .map(({ id, name, currency }) => ({
      id,
      name: name || 'Client without a name',
      ...(/^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    }));
}

export function isActive(row: Place): boolean {
  return (row.member('vis_state').maybe((place) => place.wholeNumber()) ?? 0) === 0;
}

function invoice(row: Place) {
  const id = row.member('id').id();
  const v3 = row.member('v3_status').text();
  const outstanding = row.member('outstanding').money();
  const client = row.member('customerid').maybe((place) => place.wholeNumber());
  const status = row.member('status').maybe((place) => place.wholeNumber());
  const display = row.member('display_status').words();
  const dispute = row.member('dispute_status').words();
  const named = nameOf(row, ['current_organization', 'organization'], '');
  const known = client === KNOWN_CLIENT.id ? KNOWN_CLIENT.name : '';
  return {
    id,
    isOwed:
      row.member('vis_state').wholeNumber() === 0 &&
      !['draft', 'created'].includes(v3) &&
      outstanding.minor > 0,
    shown: {
      id,
      number: row.member('invoice_number').words() || String(id),
      clientName: named || known || 'Client without a name',
      total: row.member('amount').money(),
      paid: row.member('paid').money(),
      outstanding,
      issued: row.member('create_date').day(),
      due: row.member('due_date').maybe((place) => place.day()),
      viewed: display === 'viewed' || status === 3,
      disputed: v3 === 'disputed' || status === 0 || (dispute !== '' && dispute !== 'resolved'),
    },
  };
}

function nameOf(row: Place, organizations: readonly string[], last: string): string {
  const names = organizations.map((name) => row.member(name).words());
  const person = `${row.member('fname').words()} ${row.member('lname').words()}`.trim();
  return [...names, person, last].find((name) => name !== '') ?? '';
}
