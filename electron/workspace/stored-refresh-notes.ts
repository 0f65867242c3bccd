// The notes "a refresh was started", in the file that survives a kill and a power cut.
import { z } from 'zod';
import type { ConnectionId } from '../../shared/ids.ts';
import type { RefreshNotes } from '../../shared/refresh-notes.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { WorkspaceDatabase } from './database.ts';
import { textShape } from './stored-shapes.ts';

const rowShape = z.object({
  connection_id: textShape<ConnectionId>(),
  token_fingerprint: textShape(),
});

/** They are read once; an answer from memory cannot fail. */
export function storedRefreshNotes(database: WorkspaceDatabase): RefreshNotes {
  const noted = new Map<ConnectionId, ReadonlySet<string>>();
  const of = (id: ConnectionId) => noted.get(id) ?? new Set();
  /** Fingerprints of tokens that were not spent, and whose notes could not be erased. */
  const unspent = new Set<string>();

  for (const stored of database.table('refresh_notes', 'connection_id')) {
    // One that cannot be read names no token. At worst a spent one is sent again and refused,
    // which ends where the note would have led: with a sign-in.
    const row = rowShape.safeParse(stored).data;
    if (row)
      noted.set(row.connection_id, new Set([...of(row.connection_id), row.token_fingerprint]));
  }

  function write(
    id: ConnectionId,
    fingerprints: ReadonlySet<string>,
    sql: string,
    ...values: readonly (string | number)[]
  ): Result<undefined> {
    const written = database.write((run) => run(sql, id, ...values));
    if (!written.ok) return written;
    noted.set(id, fingerprints);
    return ok();
  }

  return {
    has: (id, fingerprint) => of(id).has(fingerprint) && !unspent.has(fingerprint),
    begin(id, { fingerprint, startedAtMs }) {
      const begun = write(
        id,
        new Set([...of(id), fingerprint]),
        `INSERT OR REPLACE INTO refresh_notes (connection_id, token_fingerprint, started_at_ms)
         VALUES (?, ?, ?)`,
        fingerprint,
        startedAtMs,
      );
      if (begun.ok) unspent.delete(fingerprint);
      return begun;
    },
    end(id, fingerprint) {
      if (!of(id).has(fingerprint)) return ok();
      const ended = write(
        id,
        new Set([...of(id)].filter((known) => known !== fingerprint)),
        'DELETE FROM refresh_notes WHERE connection_id = ? AND token_fingerprint = ?',
        fingerprint,
      );
      if (!ended.ok) unspent.add(fingerprint);
      return ended;
    },
    clear(id, inVault) {
      const left = [...of(id)].filter((fingerprint) => fingerprint === inVault);
      // Most starts have nothing to take back, and a write costs the disk a flush.
      if (left.length === of(id).size) return ok();
      return write(
        id,
        new Set(left),
        'DELETE FROM refresh_notes WHERE connection_id = ? AND token_fingerprint <> ?',
        inVault ?? '',
      );
    },
  };
}
