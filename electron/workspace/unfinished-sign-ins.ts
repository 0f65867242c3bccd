// Logins whose secrets may be in the keychain though nobody has them: a sign-in killed half-way,
// or an earlier login that could not be erased. Remembered here until nothing of them is left.
import { z } from 'zod';
import type { UnfinishedSignIns } from '../../shared/connections.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { ConnectionSource } from '../../shared/snapshot.ts';
import type { WorkspaceDatabase } from './database.ts';
import { sourceShape, textShape } from './stored-shapes.ts';

export interface UnfinishedSignIn {
  readonly id: ConnectionId;
  readonly source: ConnectionSource;
}

const rowShape = z.object({ id: textShape<ConnectionId>(), source: sourceShape });

export class UnfinishedSignInRows implements UnfinishedSignIns {
  /** Of runs before this one. */
  readonly leftBehind: readonly UnfinishedSignIn[];
  private readonly database: WorkspaceDatabase;

  constructor(database: WorkspaceDatabase) {
    this.database = database;
    this.leftBehind = database
      .table('unfinished_sign_ins', 'id')
      .flatMap((row) => rowShape.safeParse(row).data ?? []);
  }

  begin(id: ConnectionId, source: ConnectionSource): Result<undefined> {
    return this.database.write((run) => {
      run('INSERT OR REPLACE INTO unfinished_sign_ins (id, source) VALUES (?, ?)', id, source);
      return undefined;
    });
  }

  end(id: ConnectionId): void {
    // A row that stays costs one more look into the keychain at the next start.
    this.database.write((run) => run('DELETE FROM unfinished_sign_ins WHERE id = ?', id));
  }
}
