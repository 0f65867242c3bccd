// What keeping FreshBooks' timers in step with ours is done with.
import type { Books, Business } from '../../../shared/books.ts';
import type { ConnectionId, EntryKey, TimeEntryId } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { Notice } from '../../../shared/snapshot.ts';
import type { LateArrivals } from '../late-arrivals.ts';
import type { Pauses } from '../pauses.ts';
import type { TimerOwner } from './timer-row.ts';
import type { TimerRows } from './timer-rows.ts';

/** Whose timer it is, and by which login FreshBooks is asked about it. */
export interface MirroredBusiness extends TimerOwner {
  readonly connectionId: ConnectionId;
  readonly business: Business;
  /** IANA name of the zone its days are in. */
  readonly timeZone: string;
}

/** What became of the entry a timer was made into; null when there is none (any more). */
export interface EntryFate {
  /** When FreshBooks had it, milliseconds since the epoch; null while it does not. */
  readonly savedAtMs: number | null;
}

export interface MirrorWorld {
  readonly rows: TimerRows;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly pauses: Pauses;
  readonly late: LateArrivals;
  readonly booksOf: (id: ConnectionId) => Promise<Result<Books>>;
  /** In the outbox. */
  readonly entryOf: (key: EntryKey) => EntryFate | null;
  /** Whether an entry FreshBooks lists came from here by another way than this timer. */
  readonly isFromHere: (id: TimeEntryId) => boolean;
  readonly say: (notice: Notice) => void;
  readonly unsay: (id: string) => void;
  readonly reportBug: (error: unknown) => void;
  readonly onChange: () => void;
}
