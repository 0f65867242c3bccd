// Where no small disk can be had, SQLite itself refuses to let its file grow, in the very way it
// does on a full one.
import Database from 'libsql';

let opened: Database.Database | null = null;

/** To be called before the database is opened. */
export function watchOpening(): void {
  const { exec } = Database.prototype;
  Object.assign(Database.prototype, {
    exec(this: Database.Database, sql: string) {
      if (sql.includes('journal_mode')) opened = this;
      return exec.call(this, sql);
    },
  });
}

/** For the rest of this life. */
export function refuseGrowth(): void {
  opened?.prepare('PRAGMA max_page_count = 1').all([]);
}
