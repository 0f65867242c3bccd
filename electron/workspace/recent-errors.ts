// The last errors a person was shown, for support: which, where and when. In memory only.
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Snapshot } from '../../shared/snapshot.ts';

export interface RecentError {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** The login in use then. */
  readonly connection: ConnectionId | null;
  readonly where: string;
  readonly error: TraybooksError;
}

const MOST = 20;

export class RecentErrors {
  private readonly shown = new Map<string, string>();
  private all: readonly RecentError[] = [];

  /** Takes note of every error that was not on the screen the last time. */
  look(snapshot: Snapshot, nowMs: number): void {
    const connection = snapshot.connection.active;
    for (const [where, error] of errorsIn(snapshot)) {
      const now = error && JSON.stringify([connection, error]);
      if (error && this.shown.get(where) !== now) {
        this.all = [...this.all, { atMs: nowMs, connection, where, error }].slice(-MOST);
      }
      if (now) this.shown.set(where, now);
      else this.shown.delete(where);
    }
  }

  /** Oldest first. */
  of(id: ConnectionId): readonly RecentError[] {
    return this.all.filter(({ connection }) => connection === id || connection === null);
  }
}

function errorsIn(snapshot: Snapshot): readonly (readonly [string, TraybooksError | null])[] {
  return [
    ['connecting', snapshot.connection.problem],
    ['refreshing', snapshot.sync.error],
    ['invoices', snapshot.invoices.error],
    ['catalog', snapshot.catalog.error],
    ['time entries', snapshot.time.error],
    ['unbilled time', snapshot.unbilled.error],
  ];
}
