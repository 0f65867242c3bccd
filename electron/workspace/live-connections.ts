// Connections whose secrets are at hand. Brought to life when first needed, because that loads
// half the program and asks the keychain.
import type { Connections, LiveConnection } from '../../shared/connections.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { ConnectionState } from '../../shared/snapshot.ts';
import { isGoneWithQuit } from './kept-until-quit.ts';
import type { StoredConnection } from './stored-connections.ts';

interface Followed {
  readonly connection: LiveConnection;
  readonly unfollow: () => void;
}

export interface LiveConnectionsWorld {
  readonly load: () => Promise<Connections>;
  readonly onState: (id: ConnectionId, state: ConnectionState) => void;
  readonly reportBug: (error: unknown) => void;
}

export class LiveConnections {
  private readonly world: LiveConnectionsWorld;
  private readonly live = new Map<ConnectionId, Followed>();
  private readonly resuming = new Map<ConnectionId, Promise<Result<LiveConnection>>>();
  private loaded: Promise<Connections> | null = null;

  constructor(world: LiveConnectionsWorld) {
    this.world = world;
  }

  port(): Promise<Connections> {
    this.loaded ??= this.world.load().catch((error: unknown) => {
      // The next one to ask may have better luck.
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  /**
   * Never rejects: whoever refreshes or delivers unasked has nobody to tell.
   * @returns why the login cannot be brought back, e.g. `keychain-unavailable`; `bug` for a throw
   */
  get(stored: StoredConnection): Promise<Result<LiveConnection>> {
    const { id } = stored;
    const live = this.live.get(id);
    if (live) return Promise.resolve({ ok: true, value: live.connection });
    // Asking the keychain for what was never in it could only disturb the person.
    if (isGoneWithQuit(stored, this)) {
      return Promise.resolve(failed({ code: 'sign-in-needed', reason: 'kept-until-quit' }));
    }
    const underWay = this.resuming.get(id);
    if (underWay) return underWay;
    const resuming = this.resume(stored)
      .catch((error: unknown) => {
        this.world.reportBug(error);
        return failed({ code: 'bug', detail: 'bringing a login back' });
      })
      .finally(() => {
        if (this.resuming.get(id) === resuming) this.resuming.delete(id);
      });
    this.resuming.set(id, resuming);
    return resuming;
  }

  /** Takes in a connection, made just now or brought back, and follows its state. */
  add(connection: LiveConnection): void {
    this.drop(connection.id);
    const unfollow = connection.onStateChange((state) => this.world.onState(connection.id, state));
    this.live.set(connection.id, { connection, unfollow });
    this.world.onState(connection.id, connection.state());
  }

  /** Whether its secrets are in memory only; false for one that is not at hand. */
  isKeptUntilQuit(id: ConnectionId): boolean {
    return this.live.get(id)?.connection.details().keychain.kept === 'until-quit';
  }

  drop(id: ConnectionId): void {
    this.live.get(id)?.unfollow();
    this.live.delete(id);
    this.resuming.delete(id);
  }

  /** Nothing is loaded for it: a login nobody asked for has nothing to catch up with. */
  catchUp(): void {
    void this.loaded?.then(
      (port) => port.catchUp(),
      // Whoever asked for a port that could not be loaded has been told.
      () => undefined,
    );
  }

  async close(): Promise<void> {
    for (const id of [...this.live.keys()]) this.drop(id);
    // Whoever asked for a port that could not be loaded has been told.
    const port = await this.loaded?.catch(() => null);
    await port?.close();
  }

  private async resume({ id, source }: StoredConnection): Promise<Result<LiveConnection>> {
    const connections = await this.port();
    const resumed = await connections.resume(id, source);
    // Signed out while the keychain was being asked: nobody wants it any more.
    if (!this.resuming.has(id)) return resumed;
    if (resumed.ok) this.add(resumed.value);
    else if (resumed.error.code === 'sign-in-needed') {
      const { reason } = resumed.error;
      this.world.onState(id, { status: 'needs-sign-in', severity: 'hard', reason });
    }
    return resumed;
  }
}
