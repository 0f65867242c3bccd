// What a person does to a login in Settings, beside signing in and out: look at it, renew it,
// try it, switch to it.
import type { Business } from '../../shared/books.ts';
import type { ConnectionDetails, ServiceCheck } from '../../shared/connection-details.ts';
import type { LiveConnection } from '../../shared/connections.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { diagnosticsText, type ServiceTest } from './diagnostics.ts';
import type { LiveConnections } from './live-connections.ts';
import type { Pauses } from './pauses.ts';
import type { RecentErrors } from './recent-errors.ts';
import {
  chosenBusiness,
  type StoredConnection,
  type StoredConnections,
} from './stored-connections.ts';

export interface LoginCareWorld {
  readonly stored: StoredConnections;
  readonly live: LiveConnections;
  readonly clock: () => number;
  readonly pauses: Pauses;
  readonly errors: RecentErrors;
  /** Runtime and desktop, a line each. */
  readonly system: readonly string[];
  readonly snapshot: () => Snapshot;
}

export class LoginCare {
  private readonly world: LoginCareWorld;
  private readonly lastTests = new Map<ConnectionId, ServiceTest>();
  private testing: { readonly id: ConnectionId; readonly abort: AbortController } | null = null;

  constructor(world: LoginCareWorld) {
    this.world = world;
  }

  /** @returns why the keychain could not be asked for this login */
  async details(id: ConnectionId): Promise<Result<ConnectionDetails>> {
    const live = await this.bringToLife(id);
    return live.ok ? ok(live.value.connection.details()) : live;
  }

  async renew(id: ConnectionId): Promise<Result<undefined>> {
    const live = await this.bringToLife(id);
    return live.ok ? live.value.connection.renew() : live;
  }

  /**
   * Ends the test before it, whose answer nobody looks at any more.
   * @returns `rate-limited` without asking while FreshBooks wants a pause
   */
  async test(id: ConnectionId): Promise<Result<readonly ServiceCheck[]>> {
    const { clock, pauses } = this.world;
    this.stop();
    const pause = pauses.refusal(id);
    if (pause) return failed(pause);
    const mine = new AbortController();
    this.testing = { id, abort: mine };
    const live = await this.bringToLife(id);
    if (!live.ok) return live;
    const { connection, business } = live.value;
    const checks = await connection.checkServices(business, mine.signal);
    if (mine.signal.aborted) return failed({ code: 'cancelled', by: 'person' });
    for (const { error } of checks) if (error) pauses.note(id, error);
    this.lastTests.set(id, { atMs: clock(), checks });
    return ok(checks);
  }

  /** A text for support; a keychain that cannot be asked is part of it, no reason to have none. */
  async diagnostics(id: ConnectionId): Promise<Result<string>> {
    const { clock, stored, errors, system } = this.world;
    const details = await this.details(id);
    const snapshot = this.world.snapshot();
    const login = snapshot.connection.connections.find((known) => known.id === id);
    if (!login) return failed({ code: 'not-found', thing: 'connection' });
    const businesses = stored.find(id)?.identity.businesses ?? [];
    return ok(
      diagnosticsText({
        nowMs: clock(),
        system,
        snapshot,
        login,
        businesses: {
          total: businesses.length,
          withAccounting: businesses.filter(({ accountId }) => accountId !== null).length,
        },
        details,
        lastTest: this.lastTests.get(id) ?? null,
        errors: errors.of(id),
      }),
    );
  }

  /** Ends the test under way, if any. @param of of this login only */
  stop(of?: ConnectionId): void {
    if (of === undefined || of === this.testing?.id) this.testing?.abort.abort();
  }

  private async bringToLife(
    id: ConnectionId,
  ): Promise<Result<{ readonly connection: LiveConnection; readonly business: Business | null }>> {
    const stored = this.world.stored.find(id);
    if (!stored) return failed({ code: 'not-found', thing: 'connection' });
    const live = await this.world.live.get(stored);
    return live.ok ? ok({ connection: live.value, business: businessToTry(stored) }) : live;
  }
}

function businessToTry(stored: StoredConnection): Business | null {
  return chosenBusiness(stored) ?? stored.identity.businesses[0] ?? null;
}
