// The one file in which everything lives that must survive a kill, a power cut or a full disk.
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { StorageTrouble, TraybooksError } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { carryOver, setAside } from './damaged-database.ts';
import { MIGRATIONS } from './migrations.ts';
import { isDamage, storageFailure } from './storage-failure.ts';
import { columnsOf, type StoredRow, tableRows } from './table-rows.ts';

export type SqlValue = string | number | null | Buffer;

/** Statements of one part of a transaction that several parts share. */
export type Alongside = (run: (sql: string, ...values: readonly SqlValue[]) => void) => void;

export interface WorkspaceDatabase {
  /** Why nothing can be stored; null in normal life. Reads then find an empty database. */
  readonly trouble: TraybooksError | null;
  /** Where the damaged file was put, and how many unsent entries came over from it. */
  readonly damage: { readonly setAsideAs: string; readonly entriesKept: number } | null;
  /** Every row of a table, read so that damaged text ends nothing. */
  table(name: string, order: string): readonly StoredRow[];
  /** Rows as plain objects, column name to value. Not for text, which may be damaged. */
  rows(sql: string, ...values: readonly SqlValue[]): readonly Readonly<Record<string, unknown>>[];
  /**
   * Runs one transaction; it is on the disk when this returns.
   * @returns `storage-full` or `storage-unusable`, and then nothing of it was stored
   */
  write<T>(work: (run: (sql: string, ...values: readonly SqlValue[]) => void) => T): Result<T>;
  close(): void;
}

/** Another process should never have the file; a virus scanner may, for a moment. */
const BUSY_TIMEOUT_MS = 2000;

/**
 * Opens the file, bringing its shape up to date. Never fails: a damaged file is set aside and
 * what can be read of the outbox comes over; one that cannot or must not be used is left alone,
 * and an empty database in memory takes its place, with `trouble` saying why.
 */
export function openDatabase(path: string, nowMs: number): WorkspaceDatabase {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return wrap(openFile(path), null, null);
  } catch (error) {
    if (isDamage(error) || error instanceof EmptyFile) return replaceDamaged(path, nowMs);
    return openInMemory(unusable(error));
  }
}

function replaceDamaged(path: string, nowMs: number): WorkspaceDatabase {
  try {
    const setAsideAs = setAside(path, nowMs);
    const database = openFile(path);
    const entriesKept = carryOver(setAsideAs, database);
    return wrap(database, null, { setAsideAs, entriesKept });
  } catch (error) {
    return openInMemory(unusable(error));
  }
}

function unusable(error: unknown): StorageTrouble {
  if (error instanceof NewerVersion) return 'newer-version';
  const isSystemError = error instanceof Error && 'syscall' in error;
  if (isSystemError || storageFailure(error)) return 'cannot-open';
  throw error;
}

function openInMemory(cause: StorageTrouble): WorkspaceDatabase {
  const database = new Database(':memory:');
  migrate(database);
  return wrap(database, { code: 'storage-unusable', cause }, null);
}

class NewerVersion extends Error {}
class EmptyFile extends Error {}

function openFile(path: string): Database.Database {
  // SQLite takes a file of no bytes for a new database. Ours never has none, so something cut
  // it short, and the person should hear of it.
  if (statSync(path, { throwIfNoEntry: false })?.size === 0) throw new EmptyFile();
  const database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    const version = userVersion(database);
    if (version > MIGRATIONS.length) throw new NewerVersion();
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA foreign_keys = ON;
    `);
    if (version > 0) refuseDamage(database);
    migrate(database);
    refuseStrangeShape(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Damage in the middle of a file shows only when a query meets it, which must not be later. */
function refuseDamage(database: Database.Database): void {
  // Compared in SQL, because the verdict may quote what is damaged (see table-rows.ts).
  const row = database
    .prepare("SELECT quick_check = 'ok' AS sound FROM pragma_quick_check(1)")
    .get([]) as { readonly sound: number } | undefined;
  if (row?.sound !== 1) throw damaged('quick_check');
}

/** One flipped bit in a column's name passes SQLite's check, and every query would fail. */
function refuseStrangeShape(database: Database.Database): void {
  const model = new Database(':memory:');
  try {
    migrate(model);
    if (shape(model) !== shape(database)) throw damaged('schema');
  } finally {
    model.close();
  }
}

function shape(database: Database.Database): string {
  const row = database
    .prepare(
      "SELECT group_concat(hex(type || ' ' || name || ' ' || sql)) AS shape FROM sqlite_master",
    )
    .get([]) as { readonly shape: string };
  return row.shape;
}

function damaged(what: string): Error {
  return new Database.SqliteError(what, 'SQLITE_CORRUPT');
}

function migrate(database: Database.Database): void {
  for (let step = userVersion(database); step < MIGRATIONS.length; step += 1) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(MIGRATIONS[step] ?? '');
      database.exec(`PRAGMA user_version = ${step + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      rollBack(database);
      throw error;
    }
  }
}

/**
 * Statements not yet collected keep the file open behind `close()`, and with it the log, so what
 * the log holds is moved into the file first. On a full disk it stays there for the next start.
 */
function emptyLog(database: Database.Database): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!storageFailure(error)) throw error;
  }
}

function userVersion(database: Database.Database): number {
  const row = database.prepare('PRAGMA user_version').get([]) as { readonly user_version: number };
  return row.user_version;
}

function rollBack(database: Database.Database): void {
  // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide the reason.
  if (database.inTransaction) database.exec('ROLLBACK');
}

function wrap(
  database: Database.Database,
  trouble: TraybooksError | null,
  damage: WorkspaceDatabase['damage'],
): WorkspaceDatabase {
  return {
    trouble,
    damage,
    table: (name, order) => [...tableRows(database, name, columnsOf(database, name), order)],
    rows: (sql, ...values) =>
      database.prepare(sql).all([...values]) as Readonly<Record<string, unknown>>[],
    write(work) {
      if (trouble) return failed(trouble);
      // Closed: an answer came while the program was ending.
      if (!database.open) return failed({ code: 'storage-unusable', cause: 'cannot-open' });
      try {
        database.exec('BEGIN IMMEDIATE');
        const value = work((sql, ...values) => {
          database.prepare(sql).run([...values]);
        });
        database.exec('COMMIT');
        return ok(value);
      } catch (error) {
        rollBack(database);
        const failure = storageFailure(error);
        if (!failure) throw error;
        return failed(failure);
      }
    },
    close() {
      if (!database.open) return;
      if (!trouble) emptyLog(database);
      database.close();
    },
  };
}
