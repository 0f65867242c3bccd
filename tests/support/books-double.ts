// A `Books` that keeps time entries in memory and answers as it is told: for tests of what
// stands on top of the port. It remembers every call.
import type {
  Books,
  Business,
  Catalog,
  Identity,
  Rates,
  TimeEntry,
  TimeEntryDraft,
  UnpaidInvoice,
} from '../../shared/books.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { IdentityId, TimeEntryId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { type TimersDouble, type TimersMethod, timersDouble } from './timers-double.ts';

export type BooksMethod = Exclude<keyof Books, 'timers'> | TimersMethod;

export interface BooksDouble extends Books {
  readonly calls: BooksMethod[];
  /** What FreshBooks holds; tests add to it what happened elsewhere. */
  readonly entries: TimeEntry[];
  readonly timers: TimersDouble;
  rated: Rates;
  invoices: readonly UnpaidInvoice[];
  who: Identity;
  what: Catalog;
  /** Every call of the method fails with this until it is deleted. */
  readonly failing: Map<BooksMethod, TraybooksError>;
  /** The next create, change, delete or write to a timer is done and its answer is lost, as with a cut connection. */
  loseNextAnswer: TraybooksError | null;
  /** Every call waits for this before it is carried out. */
  gate: (method: BooksMethod, business: Business | null) => Promise<void>;
  count(method: BooksMethod): number;
}

const NO_SUCH_ENTRY = failed({ code: 'not-found', thing: 'time entry' });

export function booksDouble(identity: Identity, catalog: Catalog): BooksDouble {
  let lastId = 900;
  async function answer<T>(
    method: BooksMethod,
    business: Business | null,
    work: () => Result<T>,
  ): Promise<Result<T>> {
    double.calls.push(method);
    await double.gate(method, business);
    const error = double.failing.get(method);
    return error ? failed(error) : work();
  }
  async function write<T>(
    method: BooksMethod,
    business: Business,
    work: () => Result<T>,
  ): Promise<Result<T>> {
    const written = await answer(method, business, work);
    const lost = double.loseNextAnswer;
    if (!written.ok || lost === null) return written;
    double.loseNextAnswer = null;
    return failed(lost);
  }
  function store(draft: TimeEntryDraft, id: number): TimeEntry {
    const entry = entryOf(draft, id);
    double.entries.unshift(entry);
    return entry;
  }
  function newId(): number {
    lastId += 1;
    return lastId;
  }
  const find = (id: TimeEntryId) => double.entries.find((entry) => entry.id === id);
  const double: BooksDouble = {
    calls: [],
    entries: [],
    invoices: [],
    who: identity,
    what: catalog,
    rated: { projects: [], services: [], teamMembers: [] },
    failing: new Map(),
    loseNextAnswer: null,
    gate: async () => {},
    count: (method) => double.calls.filter((call) => call === method).length,
    identity: () => answer('identity', null, () => ok(double.who)),
    unpaidInvoices: (business) => answer('unpaidInvoices', business, () => ok(double.invoices)),
    catalog: (business) => answer('catalog', business, () => ok(double.what)),
    timeEntries: (business, { fromMs, toMs }) =>
      answer('timeEntries', business, () =>
        ok(double.entries.filter(({ startedAtMs }) => startedAtMs >= fromMs && startedAtMs < toMs)),
      ),
    createTimeEntry: (business, draft) =>
      write('createTimeEntry', business, () => ok(store(draft, newId()))),
    changeTimeEntry: (business, id, draft) =>
      write('changeTimeEntry', business, () => {
        const before = find(id);
        if (!before) return NO_SUCH_ENTRY;
        const changed = { ...before, ...draft };
        double.entries[double.entries.indexOf(before)] = changed;
        return ok(changed);
      }),
    deleteTimeEntry: (business, id) =>
      write('deleteTimeEntry', business, () => {
        const before = find(id);
        if (before) double.entries.splice(double.entries.indexOf(before), 1);
        return ok();
      }),
    timeEntry: (business, id) => answer('timeEntry', business, () => ok(find(id) ?? 'deleted')),
    unbilledTime: (business) =>
      answer('unbilledTime', business, () =>
        ok(double.entries.filter(({ billable, billed }) => billable && !billed)),
      ),
    rates: (business) => answer('rates', business, () => ok(double.rated)),
    timers: timersDouble({ read: answer, write, store, find, newId }),
  };
  return double;
}

export function entryOf(draft: TimeEntryDraft, id: number): TimeEntry {
  return { ...draft, id: id as TimeEntryId, identityId: 880214 as IdentityId, billed: false };
}
