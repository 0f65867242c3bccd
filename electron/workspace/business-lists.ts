// The chosen business's lists: the last good copy of each, and why it is not newer. Each answer
// goes to the disk, then into its slice; a failed one leaves the copy as it was.
import type { Business, UnpaidInvoice } from '../../shared/books.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Freshness, Snapshot } from '../../shared/snapshot.ts';
import { type BusinessDay, businessDay, historyFrom, historyRange } from './business-day.ts';
import type { CachedList, CachedLists, ListBodies, ListName, ListOwner } from './cached-lists.ts';
import { inOrderOfDueDate } from './invoice-order.ts';
import type { OutboxRow } from './outbox-row.ts';
import { isRefusal } from './refusal.ts';
import { entriesSince } from './time-slice.ts';

export interface ShownBusiness extends ListOwner {
  readonly business: Business;
}

export type ListSlices = Pick<Snapshot, 'invoices' | 'catalog' | 'time'>;

export interface BusinessListsWorld {
  readonly cache: CachedLists;
  readonly clock: () => number;
  readonly machineTimeZone: () => string;
  /** Told when a list could be shown but not kept for the next start. */
  readonly onNotStored: (error: TraybooksError) => void;
}

interface Kept<Body> {
  readonly copy: CachedList<Body> | null;
  readonly error: TraybooksError | null;
}

/** Those that every refresh reads. */
export type RefreshedList = Exclude<ListName, 'unbilled'>;

type AllKept = { readonly [Name in RefreshedList]: Kept<ListBodies[Name]> };

const NOTHING = { copy: null, error: null };
const EMPTY: AllKept = { invoices: NOTHING, catalog: NOTHING, time: NOTHING };

export class BusinessLists {
  private readonly world: BusinessListsWorld;
  private kept: AllKept = EMPTY;
  private loading = false;
  private shownBusiness: ShownBusiness | null = null;

  constructor(world: BusinessListsWorld) {
    this.world = world;
  }

  shown(): ShownBusiness | null {
    return this.shownBusiness;
  }

  /** Shows another business, or none, from its last good copies. */
  show(shown: ShownBusiness | null): void {
    this.shownBusiness = shown;
    this.loading = false;
    this.kept = shown ? this.fromCache(shown) : EMPTY;
  }

  /** The same business with a new name, zone or account; its lists stay. */
  update(business: Business): void {
    if (this.shownBusiness) this.shownBusiness = { ...this.shownBusiness, business };
  }

  /** Only a list without any copy is said to be loading: the others stay as they are meanwhile. */
  setLoading(loading: boolean): void {
    this.loading = loading;
  }

  /** @param askedAtMs when the question was sent: the list is known to be right as of then */
  answered<Name extends RefreshedList>(
    list: Name,
    answer: Result<ListBodies[Name]>,
    askedAtMs: number,
  ): void {
    const shown = this.shownBusiness;
    if (!shown) return;
    if (!answer.ok) {
      this.keep(list, { copy: this.kept[list].copy, error: answer.error });
      return;
    }
    const copy = { body: answer.value, refreshedAtMs: askedAtMs };
    this.keep(list, { copy, error: null });
    const stored = this.world.cache.save(shown, list, copy);
    if (!stored.ok) this.world.onNotStored(stored.error);
  }

  copy<Name extends RefreshedList>(list: Name): CachedList<ListBodies[Name]> | null {
    return this.kept[list].copy;
  }

  /** When every list of this business was last right; null while one was never read. */
  refreshedAtMs(): number | null {
    const { invoices, catalog, time } = this.kept;
    const hasInvoices = this.shownBusiness?.business.accountId !== null;
    const copies = [catalog.copy, time.copy, ...(hasInvoices ? [invoices.copy] : [])];
    const times = copies.map((copy) => copy?.refreshedAtMs ?? 0);
    return Math.min(...times) || null;
  }

  day(): BusinessDay {
    const { clock, machineTimeZone } = this.world;
    return businessDay(this.shownBusiness?.business ?? null, clock(), machineTimeZone());
  }

  historyRange() {
    return historyRange(this.day());
  }

  /** @param rows the outbox of every business */
  slices(rows: readonly OutboxRow[]): ListSlices {
    const day = this.day();
    const from = historyFrom(day);
    return {
      invoices: { ...this.freshness('invoices'), ...this.invoices(day) },
      catalog: { ...this.catalog(), ...this.freshness('catalog') },
      time: {
        ...this.freshness('time'),
        ...day,
        from,
        entries: entriesSince(from, this.kept.time.copy, rows.filter(this.isShown), day),
      },
    };
  }

  catalog(): ListBodies['catalog'] {
    return this.kept.catalog.copy?.body ?? { clients: [], projects: [], services: [] };
  }

  private invoices({ today }: BusinessDay) {
    const body = this.kept.invoices.copy?.body ?? [];
    if (this.shownBusiness?.business.accountId === null) {
      return { today, invoices: [], unavailable: 'no-accounting' } as const;
    }
    if (typeof body === 'string') return { today, invoices: [], unavailable: body };
    return { today, invoices: body, unavailable: null };
  }

  private freshness(list: RefreshedList): Freshness {
    const { copy, error } = this.kept[list];
    return {
      refreshedAtMs: copy?.refreshedAtMs ?? null,
      loading: this.loading && copy === null,
      error: error ?? (list === 'catalog' ? this.partMissing() : null),
    };
  }

  private partMissing(): TraybooksError | null {
    const [scope] = this.catalog().missing ?? [];
    return scope ? { code: 'scope-missing', scope } : null;
  }

  private fromCache(owner: ListOwner): AllKept {
    const { cache } = this.world;
    return {
      invoices: { copy: cache.read(owner, 'invoices'), error: null },
      catalog: { copy: cache.read(owner, 'catalog'), error: null },
      time: { copy: cache.read(owner, 'time'), error: null },
    };
  }

  private keep<Name extends RefreshedList>(list: Name, kept: Kept<ListBodies[Name]>): void {
    this.kept = { ...this.kept, [list]: kept };
  }

  private readonly isShown = (row: OutboxRow): boolean =>
    row.connectionId === this.shownBusiness?.connectionId &&
    row.businessId === this.shownBusiness.businessId;
}

/**
 * Nobody here may see invoices: an answer, where there never were any. Where some were read
 * before, they stay on the screen, with the reason beside them.
 */
export function asInvoicesBody(
  answer: Result<readonly UnpaidInvoice[]>,
  before: ListBodies['invoices'] | null,
): Result<ListBodies['invoices']> {
  if (answer.ok) return { ok: true, value: inOrderOfDueDate(answer.value) };
  const isListKnown = before !== null && typeof before !== 'string';
  return isRefusal(answer.error) && !isListKnown ? { ok: true, value: answer.error.code } : answer;
}
