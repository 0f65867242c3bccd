// The entries on their way to FreshBooks, on disk and mirrored in memory, and the recently saved
// ones, because their ids must not be mistaken for those of an entry whose answer was lost.
import { z } from 'zod';
import type { TimeEntryDraft } from '../../shared/books.ts';
import type { FieldReasons } from '../../shared/errors.ts';
import type {
  BusinessId,
  ConnectionId,
  EntryKey,
  IdentityId,
  TimeEntryId,
} from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { ConnectionSource, EntryState } from '../../shared/snapshot.ts';
import type { SqlValue, WorkspaceDatabase } from './database.ts';
import { readRows, setAsideRows } from './set-aside-rows.ts';
import { draftShape, idShape, jsonShape, sourceShape, textShape } from './stored-shapes.ts';
import type { StoredRow } from './table-rows.ts';

export interface OutboxRow {
  readonly key: EntryKey;
  readonly connectionId: ConnectionId;
  readonly source: ConnectionSource;
  readonly identityId: IdentityId;
  readonly businessId: BusinessId;
  readonly draft: TimeEntryDraft;
  readonly state: EntryState;
  /** The last attempt whose outcome is not certain, milliseconds since the epoch; null when there is none. */
  readonly sentAtMs: number | null;
  /** Entries with the same start that FreshBooks had before the first attempt. */
  readonly knownIds: readonly TimeEntryId[];
  readonly remoteId: TimeEntryId | null;
  readonly savedAtMs: number | null;
  readonly refusal: FieldReasons | null;
}

export type OutboxChange = Partial<
  Pick<OutboxRow, 'state' | 'sentAtMs' | 'knownIds' | 'remoteId' | 'savedAtMs' | 'refusal'>
>;

/** Longer than anything stays unsure. */
const KEEP_SAVED_MS = 14 * 24 * 3600 * 1000;

export class OutboxRows {
  /** How many rows could not be read when this was opened. */
  readonly damaged: number;
  private readonly database: WorkspaceDatabase;
  private all: readonly OutboxRow[];

  constructor(database: WorkspaceDatabase) {
    this.database = database;
    const { rows, damaged } = readRows(database, 'outbox', fromSql);
    setAsideRows(database, 'outbox', damaged);
    this.all = rows;
    this.damaged = damaged.length;
  }

  /** In the order in which they were made. */
  list(): readonly OutboxRow[] {
    return this.all;
  }

  find(key: EntryKey): OutboxRow | null {
    return this.all.find((row) => row.key === key) ?? null;
  }

  /** On the disk when this answers ok; nowhere when it does not. */
  add(row: OutboxRow): Result<undefined> {
    const written = this.database.write((run) => {
      run(
        `INSERT INTO outbox (key, connection_id, source, identity_id, business_id, position,
           draft, state, sent_at_ms, known_ids, remote_id, saved_at_ms, refusal)
         VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM outbox),
           ?, ?, ?, ?, ?, ?, ?)`,
        row.key,
        row.connectionId,
        row.source,
        row.identityId,
        row.businessId,
        JSON.stringify(row.draft),
        ...changeable(row),
      );
      return undefined;
    });
    if (written.ok) this.all = [...this.all, row];
    return written;
  }

  /** For what must be on the disk before the next step: changed everywhere, or nowhere. */
  noteBefore(key: EntryKey, change: OutboxChange): Result<undefined> {
    const changed = this.changed(key, change);
    const written = this.store(changed);
    if (written.ok) this.put(changed);
    return written;
  }

  /**
   * For what has already happened. It counts even when the disk is full: the row there still
   * says `sending`, so after a restart we look in FreshBooks before sending anything.
   */
  noteAfter(key: EntryKey, change: OutboxChange): void {
    const changed = this.changed(key, change);
    this.put(changed);
    this.store(changed);
  }

  /** The form still holds it. As with `noteAfter`, a full disk leaves a row that is looked up. */
  remove(key: EntryKey): void {
    this.all = this.all.filter((row) => row.key !== key);
    this.database.write((run) => run('DELETE FROM outbox WHERE key = ?', key));
  }

  /** After a sign-in that person's rows have another connection; on the disk they already do. */
  moveTo(connectionId: ConnectionId, source: ConnectionSource, identityId: IdentityId): void {
    this.all = this.all.map((row) =>
      row.source === source && row.identityId === identityId ? { ...row, connectionId } : row,
    );
  }

  forgetSavedLongAgo(nowMs: number): void {
    const before = nowMs - KEEP_SAVED_MS;
    const isOld = ({ savedAtMs }: OutboxRow) => savedAtMs !== null && savedAtMs < before;
    if (!this.all.some(isOld)) return;
    this.all = this.all.filter((row) => !isOld(row));
    this.database.write((run) => run('DELETE FROM outbox WHERE saved_at_ms < ?', before));
  }

  private changed(key: EntryKey, change: OutboxChange): OutboxRow {
    const row = this.find(key);
    if (!row) throw new Error('This entry is not in the outbox');
    return { ...row, ...change };
  }

  private store(row: OutboxRow): Result<undefined> {
    return this.database.write((run) => {
      run(
        `UPDATE outbox SET state = ?, sent_at_ms = ?, known_ids = ?, remote_id = ?,
           saved_at_ms = ?, refusal = ? WHERE key = ?`,
        ...changeable(row),
        row.key,
      );
      return undefined;
    });
  }

  private put(changed: OutboxRow): void {
    this.all = this.all.map((row) => (row.key === changed.key ? changed : row));
  }
}

function changeable(row: OutboxRow): readonly SqlValue[] {
  return [
    row.state,
    row.sentAtMs,
    JSON.stringify(row.knownIds),
    row.remoteId,
    row.savedAtMs,
    row.refusal && JSON.stringify(row.refusal),
  ];
}

const instantShape = z.number().int().nullable();

const rowShape = z.object({
  key: textShape<EntryKey>(),
  connection_id: textShape<ConnectionId>(),
  source: sourceShape,
  identity_id: idShape<IdentityId>(),
  business_id: idShape<BusinessId>(),
  draft: jsonShape(draftShape),
  state: z.enum(['saved', 'waiting', 'sending', 'unsure', 'refused']),
  sent_at_ms: instantShape,
  known_ids: jsonShape(z.array(idShape<TimeEntryId>())),
  remote_id: idShape<TimeEntryId>().nullable(),
  saved_at_ms: instantShape,
  refusal: jsonShape(z.record(z.string(), z.string())).nullable(),
});

function fromSql(stored: StoredRow): OutboxRow | null {
  const row = rowShape.safeParse(stored).data;
  if (!row) return null;
  return {
    key: row.key,
    connectionId: row.connection_id,
    source: row.source,
    identityId: row.identity_id,
    businessId: row.business_id,
    draft: row.draft,
    // The program ended while it was being sent: it may be in FreshBooks or not.
    state: row.state === 'sending' ? 'unsure' : row.state,
    sentAtMs: row.sent_at_ms,
    knownIds: row.known_ids,
    remoteId: row.remote_id,
    savedAtMs: row.saved_at_ms,
    refusal: row.refusal,
  };
}
