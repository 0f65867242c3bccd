// FreshBooks behind the `Books` port: the one door into this room.
import type { Books } from '../../shared/books.ts';
import { createApiCall } from './api-call.ts';
import { readCatalog } from './catalog.ts';
import type { FreshBooksWorld } from './freshbooks-world.ts';
import { readIdentity } from './identity.ts';
import { readRates } from './rates.ts';
import { createRunningTimers } from './running-timers.ts';
import {
  changeTimeEntry,
  createTimeEntry,
  deleteTimeEntry,
  readTimeEntries,
  readTimeEntry,
  readUnbilledTime,
} from './time-entries.ts';
import { readUnpaidInvoices } from './unpaid-invoices.ts';

/** @param world see `FreshBooksWorld`; nothing else is touched. */
export function createFreshBooks(world: FreshBooksWorld): Books {
  const call = createApiCall(world);
  return {
    identity: (signal) => readIdentity(call, signal),
    unpaidInvoices: (business, signal) => readUnpaidInvoices(call, business, signal),
    catalog: (business, signal) => readCatalog(call, business, signal),
    timeEntries: (business, range, signal) => readTimeEntries(call, business, range, signal),
    createTimeEntry: (business, draft) => createTimeEntry(call, business, draft),
    changeTimeEntry: (business, id, draft) => changeTimeEntry(call, business, id, draft),
    deleteTimeEntry: (business, id) => deleteTimeEntry(call, business, id),
    timeEntry: (business, id, signal) => readTimeEntry(call, business, id, signal),
    unbilledTime: (business, signal) => readUnbilledTime(call, business, signal),
    rates: (business, signal) => readRates(call, business, signal),
    timers: createRunningTimers(call),
  };
}
