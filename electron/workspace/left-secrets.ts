// Secrets in the keychain that no login here has any more, and how they get out of it. Nobody
// waits for that: FreshBooks may take its time, and a shut keychain keeps what no program can find.
import type { ConnectionId } from '../../shared/ids.ts';
import type { ConnectionSource } from '../../shared/snapshot.ts';
import { isGoneWithQuit } from './kept-until-quit.ts';
import type { LiveConnections } from './live-connections.ts';
import type { StoredConnection, StoredConnections } from './stored-connections.ts';
import type { UnfinishedSignInRows } from './unfinished-sign-ins.ts';

export interface LeftSecretsWorld {
  readonly unfinished: UnfinishedSignInRows;
  readonly stored: StoredConnections;
  readonly live: LiveConnections;
  readonly reportBug: (error: unknown) => void;
}

export class LeftSecrets {
  private readonly world: LeftSecretsWorld;

  constructor(world: LeftSecretsWorld) {
    this.world = world;
  }

  /** `nowhere`: they went with the run that had them in memory. */
  placeOf(stored: StoredConnection): 'keychain' | 'memory' | 'nowhere' {
    const { live } = this.world;
    if (isGoneWithQuit(stored, live)) return 'nowhere';
    return live.isKeptUntilQuit(stored.id) ? 'memory' : 'keychain';
  }

  /**
   * Revokes and erases it. Should that fail, or the program be killed, the next start tries again.
   * @param source null when not even that could be read
   */
  erase(id: ConnectionId, source: ConnectionSource | null): void {
    if (source !== null) this.eraseLater(id, source);
    this.eraseNow(id, source).catch(this.world.reportBug);
  }

  /** At the next start: the person has just had enough of the keychain in which it is. */
  eraseLater(id: ConnectionId, source: ConnectionSource): void {
    this.world.unfinished.begin(id, source);
  }

  /** What earlier runs left there. */
  eraseLeftBehind(): void {
    const { unfinished, stored, reportBug } = this.world;
    for (const { id, source } of unfinished.leftBehind) {
      if (stored.find(id)) unfinished.end(id);
      else this.eraseNow(id, source).catch(reportBug);
    }
  }

  private async eraseNow(id: ConnectionId, source: ConnectionSource | null): Promise<void> {
    const { unfinished, live } = this.world;
    const port = await live.port();
    const erased = await port.signOut(id, source);
    if (erased.ok) unfinished.end(id);
  }
}
