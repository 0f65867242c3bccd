// The durable notes "a refresh was started": between sending a refresh token and saving what came
// back, a kill leaves nobody who knows whether it is spent. With the note the next start knows that
// it may be, and does not send it again.
import type { ConnectionId } from './ids.ts';
import type { Result } from './result.ts';

export interface RefreshNote {
  /** Of the refresh token on its way; never the token itself. */
  readonly fingerprint: string;
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
}

/** Mostly one for a connection; more while renewed pairs cannot be saved. */
export interface RefreshNotes {
  /** Whether that token may be spent, and must not be sent. */
  has(id: ConnectionId, fingerprint: string): boolean;
  /**
   * Durable when this answers with ok.
   * @returns `storage-full` or `storage-unusable`, and then nothing may be sent
   */
  begin(id: ConnectionId, note: RefreshNote): Result<undefined>;
  /**
   * The token was not spent: it may be sent again. Succeeds when there was no such note.
   * @returns what kept the note on the disk, where only the next start still goes by it
   */
  end(id: ConnectionId, fingerprint: string): Result<undefined>;
  /**
   * The vault holds another pair now, or none: notes of tokens that were in it say nothing any more.
   * @param inVault fingerprint of the token it holds, whose own note stays: an answer to it may
   *   have been lost before it could be saved
   */
  clear(id: ConnectionId, inVault: string | null): Result<undefined>;
}
