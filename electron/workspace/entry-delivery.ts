// The way of one entry to FreshBooks: looked for where an earlier attempt may have stored it,
// else sent, and its row kept in step with what is known.
import type { Books, Business, TimeEntry } from '../../shared/books.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { BusinessId, ConnectionId, EntryKey, TimeEntryId } from '../../shared/ids.ts';
import type { OutboxRow, OutboxRows } from './outbox-rows.ts';
import type { Pauses } from './pauses.ts';
import { findSent, hasUsualStart, idsWithSameStart } from './same-entry.ts';
import { sendOutcome } from './send-outcome.ts';

export interface EntryDeliveryWorld {
  readonly rows: OutboxRows;
  readonly pauses: Pauses;
  readonly clock: () => number;
  /** Null when the login has lost that business. */
  readonly businessOf: (id: ConnectionId, business: BusinessId) => Business | null;
  readonly onChange: () => void;
}

/** A request cut on its way may still arrive; looking sooner than this proves nothing. */
const LATE_ARRIVAL_MS = 30_000;
/** Around the start when looking; FreshBooks' bounds are inclusive and in whole seconds. */
const LOOK_AROUND_MS = 60_000;

/** Whether the entries behind this one may be tried. */
export type Step = 'next' | 'stop';

export class EntryDelivery {
  private readonly world: EntryDeliveryWorld;
  private closed = false;

  constructor(world: EntryDeliveryWorld) {
    this.world = world;
  }

  /** Answers that still come are left alone: the row says `sending` and is looked up. */
  close(): void {
    this.closed = true;
  }

  async deliver(books: Books, row: OutboxRow): Promise<Step> {
    const business = this.world.businessOf(row.connectionId, row.businessId);
    if (!business) {
      this.refuse(row.key, { code: 'not-found', thing: 'business' });
      return 'next';
    }
    if (row.sentAtMs === null) return this.sendFirst(books, business, row);
    const found = await this.look(books, business, row);
    if (found !== 'not-there') return found;
    if (this.world.clock() - row.sentAtMs < LATE_ARRIVAL_MS) return 'next';
    return this.send(books, business, row);
  }

  /**
   * Should the answer be lost, only what was not there before can be ours: an entry alike may
   * have been made in the browser a minute ago, or lie in a week that was never listed.
   */
  private async sendFirst(books: Books, business: Business, row: OutboxRow): Promise<Step> {
    if (!hasUsualStart(row.draft, this.world.clock())) return this.send(books, business, row);
    const listed = await this.listAround(books, business, row);
    if (!listed.ok) {
      if (sendOutcome(listed.error).kind === 'refused') this.refuse(row.key, listed.error);
      return 'stop';
    }
    if (this.closed) return 'stop';
    const knownIds = idsWithSameStart(row.draft, listed.value);
    return this.send(books, business, { ...row, knownIds });
  }

  private async send(books: Books, business: Business, row: OutboxRow): Promise<Step> {
    const { rows, clock, onChange, pauses } = this.world;
    const noted = rows.noteBefore(row.key, {
      state: 'sending',
      sentAtMs: clock(),
      knownIds: row.knownIds,
    });
    if (!noted.ok) return 'stop';
    onChange();
    const answer = await books.createTimeEntry(business, row.draft);
    if (this.closed) return 'stop';
    if (answer.ok) {
      this.saved(row.key, answer.value);
      return 'next';
    }
    pauses.note(row.connectionId, answer.error);
    return this.failedToSend(books, business, row, answer.error);
  }

  private async failedToSend(
    books: Books,
    business: Business,
    row: OutboxRow,
    error: TraybooksError,
  ): Promise<Step> {
    const { rows, onChange } = this.world;
    const outcome = sendOutcome(error);
    if (outcome.kind === 'refused') {
      this.refuse(row.key, error);
      return 'next';
    }
    if (outcome.kind === 'not-sent') {
      // An earlier attempt may still have been stored: only then does `sentAtMs` stay.
      rows.noteAfter(row.key, { state: 'waiting', sentAtMs: row.sentAtMs });
      onChange();
      return 'stop';
    }
    rows.noteAfter(row.key, { state: outcome.state });
    onChange();
    const found = await this.look(books, business, row);
    return found === 'not-there' ? 'next' : found;
  }

  private async look(
    books: Books,
    business: Business,
    row: OutboxRow,
  ): Promise<Step | 'not-there'> {
    const listed = await this.listAround(books, business, row);
    if (this.closed || !listed.ok) return 'stop';
    const found = findSent(row.draft, listed.value, this.takenIds(row.key));
    if (!found) return 'not-there';
    this.saved(row.key, found);
    return 'next';
  }

  private async listAround(books: Books, business: Business, row: OutboxRow) {
    const { startedAtMs } = row.draft;
    const range = { fromMs: startedAtMs - LOOK_AROUND_MS, toMs: startedAtMs + LOOK_AROUND_MS };
    const listed = await books.timeEntries(business, range);
    if (!listed.ok) this.world.pauses.note(row.connectionId, listed.error);
    return listed;
  }

  private takenIds(key: EntryKey): ReadonlySet<TimeEntryId> {
    const rows = this.world.rows.list();
    const others = rows.filter((row) => row.key !== key).map(({ remoteId }) => remoteId);
    const known = rows.find((row) => row.key === key)?.knownIds ?? [];
    return new Set([...known, ...others].filter((id) => id !== null));
  }

  private saved(key: EntryKey, entry: TimeEntry): void {
    const savedAtMs = this.world.clock();
    this.world.rows.noteAfter(key, { state: 'saved', remoteId: entry.id, savedAtMs });
    this.world.onChange();
  }

  private refuse(key: EntryKey, error: TraybooksError): void {
    const outcome = sendOutcome(error);
    const refusal = outcome.kind === 'refused' ? outcome.fields : null;
    this.world.rows.noteAfter(key, { state: 'refused', sentAtMs: null, refusal });
    this.world.onChange();
  }
}
