// Rows nobody could bring again, logins and unsent entries, are checked as they are read. One
// that does not fit is moved out of the way with all its bytes: the others still work, and what
// can be saved of it by hand is not lost.
import type { SqlValue, WorkspaceDatabase } from './database.ts';
import type { StoredRow } from './table-rows.ts';

const KEYS = { connections: 'id', outbox: 'key', timers: 'key' } as const;
const ORDERS = { connections: 'id', outbox: 'position', timers: 'key' } as const;

export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  readonly damaged: readonly StoredRow[];
}

/** @param rowFrom answers null for a row that is damaged */
export function readRows<Row>(
  database: WorkspaceDatabase,
  table: keyof typeof KEYS,
  rowFrom: (row: StoredRow) => Row | null,
): ReadRows<Row> {
  const rows: Row[] = [];
  const damaged: StoredRow[] = [];
  for (const stored of database.table(table, ORDERS[table])) {
    const row = rowFrom(stored);
    if (row === null) damaged.push(stored);
    else rows.push(row);
  }
  return { rows, damaged };
}

/** On a full disk they stay where they are, and are left out of every reading all the same. */
export function setAsideRows(
  database: WorkspaceDatabase,
  table: keyof typeof KEYS,
  damaged: readonly StoredRow[],
): void {
  if (damaged.length === 0) return;
  const key = KEYS[table];
  database.write((run) => {
    for (const row of damaged) {
      run(
        'INSERT INTO set_aside_rows (from_table, content) VALUES (?, ?)',
        table,
        JSON.stringify(row, bytesAsHex),
      );
      run(
        // As bytes, because the key may be what was damaged.
        `DELETE FROM ${table} WHERE CAST(${key} AS BLOB) = CAST(? AS BLOB)`,
        sqlValue(row[key]),
      );
    }
  });
}

function bytesAsHex(_name: string, value: unknown): unknown {
  return value instanceof ArrayBuffer ? { hex: Buffer.from(value).toString('hex') } : value;
}

/** What `tableRows` yields is what SQLite holds; only bytes have another type on the way in. */
export function sqlValue(value: unknown): SqlValue {
  return value instanceof ArrayBuffer ? Buffer.from(value) : (value as SqlValue);
}
