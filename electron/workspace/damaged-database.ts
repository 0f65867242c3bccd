// A damaged database is set aside, never deleted, and its logins and unsent entries are brought
// over as far as SQLite can still read them.
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import Database from 'libsql';
import { sqlValue } from './set-aside-rows.ts';
import { sqliteCode, storageFailure } from './storage-failure.ts';
import { columnsOf, type StoredRow, tableRows } from './table-rows.ts';

/** The cache is not among them: it comes again from FreshBooks. */
const WORTH_KEEPING = [
  'connections',
  'outbox',
  'timers',
  'refresh_notes',
  'set_aside_rows',
  'notices',
] as const;

/** SQLite's log and its index belong to the file and move with it, or a new file would take them over. */
const COMPANIONS = ['', '-wal', '-shm'] as const;

/** @returns the path the damaged file now has */
export function setAside(path: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replaceAll(':', '-');
  const aside = `${path}.damaged-${stamp}`;
  for (const companion of COMPANIONS) {
    if (existsSync(path + companion)) renameSync(path + companion, aside + companion);
  }
  return aside;
}

/** @returns how many unsent entries came over */
export function carryOver(aside: string, target: Database.Database): number {
  const copy = `${aside}-reading`;
  try {
    for (const companion of COMPANIONS) {
      if (existsSync(aside + companion)) copyFileSync(aside + companion, copy + companion);
    }
    padToFullLength(copy);
    const source = new Database(copy);
    try {
      for (const table of WORTH_KEEPING) copyReadableRows(source, target, table);
    } finally {
      source.close();
    }
  } finally {
    for (const companion of COMPANIONS) rmSync(copy + companion, { force: true });
  }
  const [row] = target
    .prepare("SELECT count(*) AS kept FROM outbox WHERE state <> 'saved'")
    .all([]);
  return (row as { readonly kept: number }).kept;
}

/**
 * SQLite refuses every page of a file shorter than its header says, readable ones too. Filled up
 * with zeros, only the missing pages are refused.
 */
function padToFullLength(path: string): void {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  const read = readSync(file, header, 0, 100, 0);
  closeSync(file);
  if (read < 100 || !header.toString('latin1').startsWith('SQLite format 3')) return;
  // https://www.sqlite.org/fileformat.html#the_database_header: offsets 16 and 28; 1 means 65536.
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const fullLength = pageSize * header.readUInt32BE(28);
  if (statSync(path).size < fullLength) truncateSync(path, fullLength);
}

function copyReadableRows(
  source: Database.Database,
  target: Database.Database,
  table: (typeof WORTH_KEEPING)[number],
): void {
  try {
    // Names that both know: those of the damaged file may be damaged, or of an earlier version.
    const known = new Set(columnsOf(source, table));
    const columns = columnsOf(target, table).filter((name) => known.has(name));
    for (const row of tableRows(source, table, columns)) copyRow(target, table, row);
  } catch (error) {
    // The rest of this table cannot be read, or it never existed: what came so far is kept.
    if (sqliteCode(error) === null) throw error;
  }
}

function copyRow(target: Database.Database, table: string, row: StoredRow): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  try {
    target
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
      .run(Object.values(row).map(sqlValue));
  } catch (error) {
    // A row that breaks a rule of its table was damaged itself; a full disk is another matter.
    if (sqliteCode(error) === null || storageFailure(error)) throw error;
  }
}
