// Whether SQLite finds a database sound as a kill left it. A copy is looked at: opening the file
// itself would tidy it up before the app meets it.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** @param scratch a folder on another disk, since the database's own may be full */
export function isSound(databasePath: string, scratch: string): boolean {
  const copy = join(scratch, 'copy.db');
  for (const part of ['', '-wal']) {
    rmSync(copy + part, { force: true });
    if (existsSync(databasePath + part)) copyFileSync(databasePath + part, copy + part);
  }
  rmSync(`${copy}-shm`, { force: true });
  const database = new Database(copy);
  try {
    // Compared in SQL: the verdict may quote damaged text, which the binding cannot hand over.
    const row = database
      .prepare(
        "SELECT count(*) = 1 AND min(integrity_check) = 'ok' AS sound FROM pragma_integrity_check",
      )
      .get([]) as { readonly sound: number } | undefined;
    return row?.sound === 1;
  } catch {
    return false;
  } finally {
    database.close();
  }
}
