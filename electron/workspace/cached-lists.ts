// The last good copy of each list, by connection and business, so that everything is on screen
// before the network was asked anything.
import { createHash } from 'node:crypto';
import type { Catalog, TimeEntry, UnpaidInvoice } from '../../shared/books.ts';
import type { BusinessId, ConnectionId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { UnbilledClient } from '../../shared/snapshot.ts';
import type { WorkspaceDatabase } from './database.ts';
import { storageFailure } from './storage-failure.ts';
import { decodeText } from './table-rows.ts';

export interface ListBodies {
  /** Why there is none is remembered too: a restart must not show an empty list as if all were paid. */
  readonly invoices: readonly UnpaidInvoice[] | 'scope-missing' | 'not-allowed';
  readonly catalog: Catalog;
  /** This week and some before it; entries of other weeks are not in it. */
  readonly time: readonly TimeEntry[];
  /** Already a sum: the entries are many, and only FreshBooks changes what is in it. */
  readonly unbilled: readonly UnbilledClient[];
}

export type ListName = keyof ListBodies;

export interface CachedList<Body> {
  readonly body: Body;
  /** Milliseconds since the epoch of the complete answer. */
  readonly refreshedAtMs: number;
}

export interface ListOwner {
  readonly connectionId: ConnectionId;
  readonly businessId: BusinessId;
}

/** Raise when a body's members change meaning; copies of another shape are then ignored. */
const SHAPE = 3;

export class CachedLists {
  private readonly database: WorkspaceDatabase;

  constructor(database: WorkspaceDatabase) {
    this.database = database;
  }

  read<Name extends ListName>(owner: ListOwner, list: Name): CachedList<ListBodies[Name]> | null {
    const row = this.row(owner, list);
    const body = decodeText(row?.body);
    const refreshedAtMs = Number(row?.refreshed_at_ms);
    if (body === null || decodeText(row?.digest) !== digest(refreshedAtMs, body)) return null;
    // To the last bit what `save` below wrote, in this very shape.
    return { body: JSON.parse(body) as ListBodies[Name], refreshedAtMs };
  }

  save<Name extends ListName>(
    owner: ListOwner,
    list: Name,
    { body, refreshedAtMs }: CachedList<ListBodies[Name]>,
  ): Result<undefined> {
    const text = JSON.stringify(body);
    return this.database.write((run) => {
      run(
        `INSERT OR REPLACE INTO cached_lists
           (connection_id, business_id, list, shape, refreshed_at_ms, body, digest)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        owner.connectionId,
        owner.businessId,
        list,
        SHAPE,
        refreshedAtMs,
        text,
        digest(refreshedAtMs, text),
      );
      return undefined;
    });
  }

  /** A copy that cannot be read is one that is not there: it comes again from FreshBooks. */
  private row(owner: ListOwner, list: ListName): Readonly<Record<string, unknown>> | null {
    try {
      const [row] = this.database.rows(
        `SELECT CAST(body AS BLOB) AS body, CAST(digest AS BLOB) AS digest, refreshed_at_ms
         FROM cached_lists
         WHERE connection_id = ? AND business_id = ? AND list = ? AND shape = ?`,
        owner.connectionId,
        owner.businessId,
        list,
        SHAPE,
      );
      return row ?? null;
    } catch (error) {
      if (!storageFailure(error)) throw error;
      return null;
    }
  }
}

/**
 * Against a damaged disk, not against people. A schema would let a changed digit of an amount
 * pass, and checking thousands of invoices with one takes ten times as long.
 */
function digest(refreshedAtMs: number, body: string): string {
  return createHash('sha1').update(`${refreshedAtMs} `).update(body).digest('hex');
}
