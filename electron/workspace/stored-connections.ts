// The FreshBooks logins of this computer: whose they are, which business each shows, which one
// is in use. Their secrets are in the keychain, under the same id.
import { z } from 'zod';
import type { Business, Identity } from '../../shared/books.ts';
import type { BusinessId, ConnectionId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { ConnectionSource, ConnectionState } from '../../shared/snapshot.ts';
import type { WorkspaceDatabase } from './database.ts';
import { readRows, setAsideRows } from './set-aside-rows.ts';
import {
  connectionStateShape,
  identityShape,
  idShape,
  jsonShape,
  sourceShape,
  textShape,
} from './stored-shapes.ts';
import type { StoredRow } from './table-rows.ts';

export interface StoredConnection {
  readonly id: ConnectionId;
  readonly source: ConnectionSource;
  readonly identity: Identity;
  readonly identityReadAtMs: number;
  readonly chosenBusiness: BusinessId | null;
  readonly state: ConnectionState;
  readonly active: boolean;
  /** False until the person has said that this is the account they meant. */
  readonly kept: boolean;
}

export class StoredConnections {
  /** Those that could not be read when this was opened; null for an id that could not either. */
  readonly damaged: readonly (ConnectionId | null)[];
  private readonly database: WorkspaceDatabase;
  private all: readonly StoredConnection[];

  constructor(database: WorkspaceDatabase) {
    this.database = database;
    const { rows, damaged } = readRows(database, 'connections', fromSql);
    setAsideRows(database, 'connections', damaged);
    this.all = rows;
    this.damaged = damaged.map(({ id }) => textShape<ConnectionId>().safeParse(id).data ?? null);
    if (!this.active()) this.activateFirst();
  }

  list(): readonly StoredConnection[] {
    return this.all;
  }

  find(id: ConnectionId): StoredConnection | null {
    return this.all.find((connection) => connection.id === id) ?? null;
  }

  active(): StoredConnection | null {
    return this.all.find((connection) => connection.active) ?? null;
  }

  /** The same person's login at the same service, whatever its id. */
  sameLogin(source: ConnectionSource, identity: Identity): StoredConnection | null {
    return (
      this.all.find((known) => known.source === source && known.identity.id === identity.id) ?? null
    );
  }

  /**
   * Stores a login that was just made and puts it in use. Its earlier self, if any, hands over
   * its cached lists; unsent entries of the same person come along, signed out meanwhile or not.
   */
  adopt(connection: StoredConnection, earlier: StoredConnection | null): Result<undefined> {
    return this.change((run) => {
      run('UPDATE connections SET active = 0');
      if (earlier && earlier.id !== connection.id) {
        run('UPDATE connections SET id = ? WHERE id = ?', connection.id, earlier.id);
      }
      run(
        `INSERT INTO connections
           (id, source, identity, identity_read_at_ms, chosen_business, state, kept, active)
         VALUES (?, ?, ?, ?, ?, ?, ?, 1)
         ON CONFLICT (id) DO UPDATE SET
           identity = excluded.identity, identity_read_at_ms = excluded.identity_read_at_ms,
           chosen_business = excluded.chosen_business, state = excluded.state,
           kept = excluded.kept, active = 1`,
        connection.id,
        connection.source,
        JSON.stringify(connection.identity),
        connection.identityReadAtMs,
        connection.chosenBusiness,
        JSON.stringify(connection.state),
        Number(connection.kept),
      );
      // Its secrets have an owner now.
      run('DELETE FROM unfinished_sign_ins WHERE id = ?', connection.id);
      run(
        'UPDATE outbox SET connection_id = ? WHERE source = ? AND identity_id = ?',
        connection.id,
        connection.source,
        connection.identity.id,
      );
    });
  }

  setState(id: ConnectionId, state: ConnectionState): Result<undefined> {
    return this.change((run) =>
      run('UPDATE connections SET state = ? WHERE id = ?', JSON.stringify(state), id),
    );
  }

  setIdentity(id: ConnectionId, identity: Identity, readAtMs: number): Result<undefined> {
    return this.change((run) =>
      run(
        'UPDATE connections SET identity = ?, identity_read_at_ms = ? WHERE id = ?',
        JSON.stringify(identity),
        readAtMs,
        id,
      ),
    );
  }

  chooseBusiness(id: ConnectionId, business: BusinessId | null): Result<undefined> {
    return this.change((run) =>
      run('UPDATE connections SET chosen_business = ? WHERE id = ?', business, id),
    );
  }

  activate(id: ConnectionId): Result<undefined> {
    return this.change((run) => {
      // Only one may be, at any moment: the order matters.
      run('UPDATE connections SET active = 0');
      run('UPDATE connections SET active = 1 WHERE id = ?', id);
    });
  }

  keep(id: ConnectionId): Result<undefined> {
    return this.change((run) => run('UPDATE connections SET kept = 1 WHERE id = ?', id));
  }

  /**
   * Removes it with its cached lists. Unsent entries stay.
   * @param wanted which one comes into use instead; any other when it is not there
   */
  remove(id: ConnectionId, wanted: ConnectionId | null = null): Result<undefined> {
    const others = this.all.filter((connection) => connection.id !== id);
    const next = (others.find((other) => other.id === wanted) ?? others[0])?.id ?? null;
    const wasActive = this.active()?.id === id;
    return this.change((run) => {
      run('DELETE FROM connections WHERE id = ?', id);
      if (wasActive && next) run('UPDATE connections SET active = 1 WHERE id = ?', next);
    });
  }

  private change(work: Parameters<WorkspaceDatabase['write']>[0]): Result<undefined> {
    const written = this.database.write((run) => {
      work(run);
      return undefined;
    });
    if (written.ok) this.all = readRows(this.database, 'connections', fromSql).rows;
    return written;
  }

  /** The one in use was damaged; the others are no use to anybody on a welcome screen. */
  private activateFirst(): void {
    const [first] = this.all;
    if (first)
      this.change((run) => run('UPDATE connections SET active = 1 WHERE id = ?', first.id));
  }
}

/** Whose login it is must be certain; the rest FreshBooks tells again, so it may be missing. */
const rowShape = z.object({
  id: textShape<ConnectionId>(),
  source: sourceShape,
  identity: jsonShape(identityShape),
  identity_read_at_ms: z.number().catch(0),
  chosen_business: idShape<BusinessId>().nullable().catch(null),
  state: jsonShape(connectionStateShape).catch({ status: 'connected' }),
  active: z.number().catch(0),
  kept: z.number().catch(1),
});

function fromSql(stored: StoredRow): StoredConnection | null {
  const row = rowShape.safeParse(stored).data;
  if (!row) return null;
  return {
    id: row.id,
    source: row.source,
    identity: row.identity,
    identityReadAtMs: row.identity_read_at_ms,
    chosenBusiness: row.chosen_business,
    state: row.state,
    active: row.active === 1,
    kept: row.kept !== 0,
  };
}

/** The chosen business, while the login still has it. */
export function chosenBusiness(connection: StoredConnection | null): Business | null {
  const { identity, chosenBusiness: chosen } = connection ?? {};
  return identity?.businesses.find(({ id }) => id === chosen) ?? null;
}

/** The one to begin with: active and with accounting where there is one. */
export function firstChoice(businesses: readonly Business[]): BusinessId | null {
  const usable = businesses.filter(({ active }) => active);
  const best = usable.find(({ accountId }) => accountId !== null) ?? usable[0] ?? businesses[0];
  return best?.id ?? null;
}
