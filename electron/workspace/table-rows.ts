// Reads a table without trusting its text. The SQLite binding ends the whole program over text
// that is not UTF-8, and one flipped bit on the disk is enough to make it so; therefore text is
// fetched as bytes and decoded here.
import type Database from 'libsql';

/** Column name to value; an ArrayBuffer stands for text that cannot be decoded. */
export type StoredRow = Readonly<Record<string, unknown>>;

/**
 * @param columns names that are known to be sound
 * @param order columns, as after ORDER BY
 */
export function* tableRows(
  database: Database.Database,
  table: string,
  columns: readonly string[],
  order?: string,
): Generator<StoredRow> {
  const asBytes = columns.map(
    (name) =>
      `CASE typeof(${name}) WHEN 'text' THEN CAST(${name} AS BLOB) ELSE ${name} END AS ${name}`,
  );
  const sql = `SELECT ${asBytes.join(', ')} FROM ${table}${order ? ` ORDER BY ${order}` : ''}`;
  for (const row of database.prepare(sql).iterate([])) yield decoded(row as StoredRow);
}

/** Names that are text: one flipped bit on the disk can be in the name of a column, too. */
export function columnsOf(database: Database.Database, table: string): readonly string[] {
  const columns = database
    .prepare('SELECT CAST(name AS BLOB) AS name FROM pragma_table_info(?)')
    .all([table]) as readonly { readonly name: unknown }[];
  return columns.map(({ name }) => decodeText(name)).filter((name) => name !== null);
}

/** @returns null for bytes that are not UTF-8, and for anything but bytes */
export function decodeText(bytes: unknown): string | null {
  if (!(bytes instanceof ArrayBuffer)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function decoded(row: StoredRow): StoredRow {
  // No column of ours holds bytes, so bytes were text, or are what damage made of it.
  const members = Object.entries(row).map(([name, value]) => [name, decodeText(value) ?? value]);
  return Object.fromEntries(members);
}
