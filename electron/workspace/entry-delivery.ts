// The way of one entry to FreshBooks, a step at a time: from what is known to be there towards what
// the person wants.
import type { Books, Business } from '../../shared/books.ts';
import type { BusinessId, ConnectionId } from '../../shared/ids.ts';
import { addEntry } from './entry-adding.ts';
import { changeEntry } from './entry-changing.ts';
import { Errand, type ErrandWorld, type Step } from './errand.ts';
import { LateArrivals } from './late-arrivals.ts';
import type { OutboxRow } from './outbox-row.ts';
import { logTimer } from './timer-logging.ts';

export interface EntryDeliveryWorld extends ErrandWorld {
  /** Milliseconds since any beginning, which nobody can set. */
  readonly uptime: () => number;
  /** Null when the login has lost that business. */
  readonly businessOf: (id: ConnectionId, business: BusinessId) => Business | null;
}

export class EntryDelivery {
  private readonly world: EntryDeliveryWorld;
  private readonly late: LateArrivals;
  private closed = false;

  constructor(world: EntryDeliveryWorld) {
    this.world = world;
    this.late = new LateArrivals(world.uptime);
  }

  /** Answers that still come are left alone: the row says `sending` and is looked up. */
  close(): void {
    this.closed = true;
  }

  async deliver(books: Books, row: OutboxRow): Promise<Step> {
    const { businessOf, rows, onChange, clock } = this.world;
    const business = businessOf(row.connectionId, row.businessId);
    if (!business) {
      const refusal = { business: 'is no longer in FreshBooks' };
      rows.noteAfter({ ...row, state: 'refused', refusal });
      onChange();
      return 'next';
    }
    const { late } = this;
    const isClosed = () => this.closed;
    const errand = new Errand({ ...this.world, late, isClosed }, books, business, row.key);
    if (row.remoteId !== null) return changeEntry(errand, row.remoteId);
    return row.timer === null ? addEntry(errand, clock()) : logTimer(errand, row.timer);
  }
}
