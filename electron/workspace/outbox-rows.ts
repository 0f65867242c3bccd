// The entries on their way to FreshBooks, on disk and mirrored in memory, and the recently saved
// ones, because their ids must not be mistaken for those of an entry whose answer was lost.
import type { ConnectionId, EntryKey, IdentityId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { ConnectionSource } from '../../shared/snapshot.ts';
import type { Alongside, WorkspaceDatabase } from './database.ts';
import type { OutboxRow } from './outbox-row.ts';
import { COLUMNS, rowFromSql, valuesOf } from './outbox-row-columns.ts';
import { readRows, setAsideRows } from './set-aside-rows.ts';

const NOTHING_ELSE: Alongside = () => {};

/** Longer than anything stays unsure. */
const KEEP_SAVED_MS = 14 * 24 * 3600 * 1000;

/** A row keeps its position for good, so that entries go out in the order they were made. */
const UPSERT = `
  INSERT INTO outbox (position, ${COLUMNS.join(', ')})
  VALUES ((SELECT coalesce(max(position), 0) + 1 FROM outbox),
    ${COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (key) DO UPDATE SET
    ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`;

export class OutboxRows {
  /** How many rows could not be read when this was opened. */
  readonly damaged: number;
  private readonly database: WorkspaceDatabase;
  private all: readonly OutboxRow[];

  constructor(database: WorkspaceDatabase) {
    this.database = database;
    const { rows, damaged } = readRows(database, 'outbox', rowFromSql);
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

  /**
   * For what must be on the disk before anything else happens: all of them as they are now, or
   * none, neither there nor here.
   */
  save(...rows: readonly OutboxRow[]): Result<undefined> {
    return this.saveWith(NOTHING_ELSE, rows);
  }

  /** @param alongside runs in the same transaction */
  saveWith(alongside: Alongside, rows: readonly OutboxRow[]): Result<undefined> {
    const written = this.store(rows, alongside);
    if (written.ok) for (const row of rows) this.put(row);
    return written;
  }

  /**
   * For what has already happened. It counts even when the disk is full: the row there still
   * tells of the request, so after a restart we look in FreshBooks before sending anything.
   */
  noteAfter(row: OutboxRow): void {
    this.put(row);
    this.store([row]);
  }

  /** After a sign-in that person's rows have another connection; on the disk they already do. */
  moveTo(connectionId: ConnectionId, source: ConnectionSource, identityId: IdentityId): void {
    this.all = this.all.map((row) =>
      row.source === source && row.identityId === identityId ? { ...row, connectionId } : row,
    );
  }

  forgetSavedLongAgo(nowMs: number): void {
    const before = nowMs - KEEP_SAVED_MS;
    const isOld = ({ state, savedAtMs }: OutboxRow) =>
      state === 'saved' && savedAtMs !== null && savedAtMs < before;
    // What is still looked for must not be taken for one of these.
    const isSearching = this.all.some(({ attempt }) => attempt !== null);
    if (isSearching || !this.all.some(isOld)) return;
    this.all = this.all.filter((row) => !isOld(row));
    this.database.write((run) =>
      run("DELETE FROM outbox WHERE state = 'saved' AND saved_at_ms < ?", before),
    );
  }

  private store(
    rows: readonly OutboxRow[],
    alongside: Alongside = NOTHING_ELSE,
  ): Result<undefined> {
    return this.database.write((run) => {
      for (const row of rows) run(UPSERT, ...valuesOf(row));
      alongside(run);
      return undefined;
    });
  }

  private put(row: OutboxRow): void {
    const isKnown = this.find(row.key) !== null;
    this.all = isKnown
      ? this.all.map((known) => (known.key === row.key ? row : known))
      : [...this.all, row];
  }
}
