// Sentences a person should read once. They wait on the disk until dismissed, because the
// window may be hidden for days.
import type { Notice } from '../../shared/snapshot.ts';
import type { WorkspaceDatabase } from './database.ts';

export class Notices {
  private readonly database: WorkspaceDatabase;
  private all: readonly Notice[];

  constructor(database: WorkspaceDatabase) {
    this.database = database;
    this.all = database.table('notices', 'id').flatMap(({ id, text }) =>
      // A sentence that cannot be read is no loss.
      typeof id === 'string' && typeof text === 'string' ? [{ id, text }] : [],
    );
  }

  list(): readonly Notice[] {
    return this.all;
  }

  /** The same id again replaces the sentence. Said for this run even when it cannot be stored. */
  add({ id, text }: Notice): void {
    this.all = [...this.all.filter((notice) => notice.id !== id), { id, text }];
    this.database.write((run) =>
      run('INSERT OR REPLACE INTO notices (id, text) VALUES (?, ?)', id, text),
    );
  }

  dismiss(id: string): void {
    if (!this.all.some((notice) => notice.id === id)) return;
    this.all = this.all.filter((notice) => notice.id !== id);
    this.database.write((run) => run('DELETE FROM notices WHERE id = ?', id));
  }
}
