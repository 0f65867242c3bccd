// Refresh notes without a database, with a full disk as a switch.
import type { ConnectionId } from '../../shared/ids.ts';
import type { RefreshNotes } from '../../shared/refresh-notes.ts';
import { failed, ok } from '../../shared/result.ts';

export interface MemoryRefreshNotes extends RefreshNotes {
  /** `login/fingerprint` */
  readonly noted: Set<string>;
  /** What was asked, in order: `begin`, `end`, `clear`. */
  readonly calls: string[];
  /** While true, nothing can be written, as on a full disk. */
  full: boolean;
}

export function memoryRefreshNotes(): MemoryRefreshNotes {
  const noted = new Set<string>();
  const name = (id: ConnectionId, fingerprint: string) => `${id}/${fingerprint}`;

  function write(call: string, work: () => void) {
    notes.calls.push(call);
    if (notes.full) return failed({ code: 'storage-full' });
    work();
    return ok();
  }

  const notes: MemoryRefreshNotes = {
    noted,
    calls: [],
    full: false,
    has: (id, fingerprint) => noted.has(name(id, fingerprint)),
    begin: (id, { fingerprint }) => write('begin', () => noted.add(name(id, fingerprint))),
    end(id, fingerprint) {
      // Known in this process even where the disk takes nothing.
      noted.delete(name(id, fingerprint));
      return write('end', () => {});
    },
    clear: (id, inVault) =>
      write('clear', () => {
        for (const one of [...noted]) {
          if (one.startsWith(`${id}/`) && one !== name(id, inVault ?? '')) noted.delete(one);
        }
      }),
  };
  return notes;
}
