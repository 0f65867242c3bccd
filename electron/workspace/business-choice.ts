// Which login's business is shown, and everything that moves with it: its lists from their last
// copies at once, then from FreshBooks.
import type { Identity } from '../../shared/books.ts';
import type { BusinessId, ConnectionId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { BusinessLists } from './business-lists.ts';
import type { Logins } from './logins.ts';
import type { OutboxRows } from './outbox-rows.ts';
import { chosenBusiness, firstChoice, type StoredConnections } from './stored-connections.ts';
import type { Sync } from './sync.ts';
import type { UnbilledTime } from './unbilled-time.ts';

export interface BusinessChoiceWorld {
  readonly clock: () => number;
  readonly stored: StoredConnections;
  readonly rows: OutboxRows;
  readonly lists: BusinessLists;
  readonly logins: Logins;
  readonly sync: Sync;
  readonly unbilled: UnbilledTime;
  readonly publish: () => void;
}

export class BusinessChoice {
  private readonly world: BusinessChoiceWorld;

  constructor(world: BusinessChoiceWorld) {
    this.world = world;
  }

  /** From the last copies, at once; nothing of the one shown before stays. */
  show(): void {
    const { stored, lists, unbilled, sync, publish } = this.world;
    const connection = stored.active();
    const business = chosenBusiness(connection);
    lists.show(
      connection && business
        ? { connectionId: connection.id, businessId: business.id, business }
        : null,
    );
    unbilled.show();
    sync.startOver(lists.refreshedAtMs());
    publish();
  }

  /** Durable when this answers; the lists follow. */
  choose(id: BusinessId): Result<undefined> {
    const { stored } = this.world;
    const active = stored.active();
    const known = active?.identity.businesses.some((business) => business.id === id);
    if (!active || !known) return failed({ code: 'not-found', thing: 'business' });
    if (id === active.chosenBusiness) return ok();
    const chosen = stored.chooseBusiness(active.id, id);
    if (!chosen.ok) return chosen;
    this.show();
    void this.refresh();
    return ok();
  }

  loginSwitched(): void {
    const { stored, rows } = this.world;
    const active = stored.active();
    if (active) rows.moveTo(active.id, active.source, active.identity.id);
    this.show();
    void this.refresh();
  }

  identityRead(id: ConnectionId, identity: Identity): void {
    const { stored, lists, clock, publish } = this.world;
    stored.setIdentity(id, identity, clock());
    const connection = stored.active();
    if (connection?.id !== id) return;
    const business = chosenBusiness(connection);
    if (business && lists.shown()) {
      lists.update(business);
      publish();
      return;
    }
    // The membership ended, or there was none before.
    stored.chooseBusiness(id, firstChoice(identity.businesses));
    this.show();
    if (lists.shown()) void this.refresh();
  }

  async refresh(by: 'itself' | 'hand' = 'itself'): Promise<Result<undefined>> {
    const { stored, sync, logins, unbilled, publish } = this.world;
    const active = stored.active();
    const result = await sync.refresh();
    if (active && result.ok) logins.worked(active.id, sync.slice().refreshedAtMs ?? 0);
    publish();
    // Afterwards, and waited for by nobody.
    if (result.ok) void unbilled.refresh(by === 'hand' ? 'now' : 'when due');
    return result;
  }
}
