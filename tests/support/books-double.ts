// A `Books` that keeps time entries in memory and answers as it is told: for tests of what
// stands on top of the port. It remembers every call.
import type {
  Books,
  Business,
  Catalog,
  Identity,
  TimeEntry,
  TimeEntryDraft,
  UnpaidInvoice,
} from '../../shared/books.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { IdentityId, TimeEntryId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';

export type BooksMethod = keyof Books;

export interface BooksDouble extends Books {
  readonly calls: BooksMethod[];
  /** What FreshBooks holds; tests add to it what happened elsewhere. */
  readonly entries: TimeEntry[];
  invoices: readonly UnpaidInvoice[];
  who: Identity;
  what: Catalog;
  /** Every call of the method fails with this until it is deleted. */
  readonly failing: Map<BooksMethod, TraybooksError>;
  /** The next create stores the entry and its answer is lost, as with a cut connection. */
  loseNextAnswer: TraybooksError | null;
  /** Every call waits for this before it is carried out. */
  gate: (method: BooksMethod, business: Business | null) => Promise<void>;
  count(method: BooksMethod): number;
}

export function booksDouble(identity: Identity, catalog: Catalog): BooksDouble {
  let lastId = 900;
  async function answer<T>(
    method: BooksMethod,
    business: Business | null,
    value: () => T,
  ): Promise<Result<T>> {
    double.calls.push(method);
    await double.gate(method, business);
    const error = double.failing.get(method);
    return error ? failed(error) : ok(value());
  }
  const double: BooksDouble = {
    calls: [],
    entries: [],
    invoices: [],
    who: identity,
    what: catalog,
    failing: new Map(),
    loseNextAnswer: null,
    gate: async () => {},
    count: (method) => double.calls.filter((call) => call === method).length,
    identity: () => answer('identity', null, () => double.who),
    unpaidInvoices: (business) => answer('unpaidInvoices', business, () => double.invoices),
    catalog: (business) => answer('catalog', business, () => double.what),
    timeEntries: (business, { fromMs, toMs }) =>
      answer('timeEntries', business, () =>
        double.entries.filter((entry) => entry.startedAtMs >= fromMs && entry.startedAtMs < toMs),
      ),
    async createTimeEntry(business, draft) {
      const created = await answer('createTimeEntry', business, () => {
        lastId += 1;
        const entry = entryOf(draft, lastId);
        double.entries.unshift(entry);
        return entry;
      });
      const lost = double.loseNextAnswer;
      if (!created.ok || lost === null) return created;
      double.loseNextAnswer = null;
      return failed(lost);
    },
    changeTimeEntry: () => Promise.resolve(failed({ code: 'bug', detail: 'not in this double' })),
    deleteTimeEntry: () => Promise.resolve(failed({ code: 'bug', detail: 'not in this double' })),
  };
  return double;
}

export function entryOf(draft: TimeEntryDraft, id: number): TimeEntry {
  return { ...draft, id: id as TimeEntryId, identityId: 880214 as IdentityId };
}
