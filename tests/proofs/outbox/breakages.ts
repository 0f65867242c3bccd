// The app broken on purpose at its seams, to see that the proof notices.
import Database from 'libsql';
import type { Fetch } from '../../../shared/fetch.ts';

const NOTHING = { time_entries: [], meta: { page: 1, pages: 0, per_page: 100, total: 0 } };

/** FreshBooks is asked, and what it says is thrown away. */
export function findsNothing(real: Fetch): Fetch {
  return async (url, init) => {
    const answer = await real(url, init);
    const isList = (init?.method ?? 'GET') === 'GET' && url.includes('started_from');
    return isList && answer.ok ? Response.json(NOTHING) : answer;
  };
}

/** A new entry's row is taken back before it reaches the disk; the program never hears of it. */
export function forgetNewRows(): void {
  const { exec, prepare } = Database.prototype;
  let isNewRow = false;
  Object.assign(Database.prototype, {
    prepare(this: Database.Database, sql: string) {
      if (sql.includes('INSERT INTO outbox')) isNewRow = true;
      return prepare.call(this, sql);
    },
    exec(this: Database.Database, sql: string) {
      if (sql !== 'COMMIT' || !isNewRow) return exec.call(this, sql);
      isNewRow = false;
      return exec.call(this, 'ROLLBACK');
    },
  });
}
