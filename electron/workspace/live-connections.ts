// Connections whose secrets are at hand. Brought to life when first needed, because that loads
// half the program and asks the keychain.
import type { Connections, LiveConnection } from '../../shared/connections.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { ConnectionState } from '../../shared/snapshot.ts';
import type { StoredConnection } from './stored-connections.ts';

interface Followed {
  readonly connection: LiveConnection;
  readonly unfollow: () => void;
}

export class LiveConnections {
  private readonly load: () => Promise<Connections>;
  private readonly onState: (id: ConnectionId, state: ConnectionState) => void;
  private readonly live = new Map<ConnectionId, Followed>();
  private readonly resuming = new Map<ConnectionId, Promise<Result<LiveConnection>>>();
  private loaded: Promise<Connections> | null = null;

  constructor(
    load: () => Promise<Connections>,
    onState: (id: ConnectionId, state: ConnectionState) => void,
  ) {
    this.load = load;
    this.onState = onState;
  }

  port(): Promise<Connections> {
    this.loaded ??= this.load();
    return this.loaded;
  }

  /** @returns why the login cannot be brought back, e.g. `keychain-unavailable` */
  get(stored: StoredConnection): Promise<Result<LiveConnection>> {
    const live = this.live.get(stored.id);
    if (live) return Promise.resolve({ ok: true, value: live.connection });
    const underWay = this.resuming.get(stored.id) ?? this.resume(stored);
    this.resuming.set(stored.id, underWay);
    return underWay;
  }

  /** Takes in a connection, made just now or brought back, and follows its state. */
  add(connection: LiveConnection): void {
    this.drop(connection.id);
    const unfollow = connection.onStateChange((state) => this.onState(connection.id, state));
    this.live.set(connection.id, { connection, unfollow });
    this.onState(connection.id, connection.state());
  }

  drop(id: ConnectionId): void {
    this.live.get(id)?.unfollow();
    this.live.delete(id);
    this.resuming.delete(id);
  }

  async close(): Promise<void> {
    for (const id of [...this.live.keys()]) this.drop(id);
    if (this.loaded) await (await this.loaded).close();
  }

  private async resume({ id, source }: StoredConnection): Promise<Result<LiveConnection>> {
    const connections = await this.port();
    const resumed = await connections.resume(id, source);
    // Signed out while the keychain was being asked: nobody wants it any more.
    const wanted = this.resuming.delete(id);
    if (!wanted) return resumed;
    if (resumed.ok) this.add(resumed.value);
    else if (resumed.error.code === 'sign-in-needed') {
      const { reason } = resumed.error;
      this.onState(id, { status: 'needs-sign-in', severity: 'hard', reason });
    }
    return resumed;
  }
}
