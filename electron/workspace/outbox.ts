// Delivers entries exactly once: written to the disk before anything is sent, sent one after
// another, and looked for in FreshBooks before anything is sent a second time.
import type { Books, TimeEntryDraft } from '../../shared/books.ts';
import type { BusinessId, ConnectionId, EntryKey, IdentityId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { ConnectionSource } from '../../shared/snapshot.ts';
import { EntryDelivery, type EntryDeliveryWorld, type Step } from './entry-delivery.ts';
import type { OutboxRow } from './outbox-rows.ts';

export interface NewEntry {
  readonly connectionId: ConnectionId;
  readonly source: ConnectionSource;
  readonly identityId: IdentityId;
  readonly businessId: BusinessId;
  readonly draft: TimeEntryDraft;
}

export interface OutboxWorld extends EntryDeliveryWorld {
  readonly randomId: () => string;
  readonly booksOf: (id: ConnectionId) => Promise<Result<Books>>;
  readonly reportBug: (error: unknown) => void;
}

/** How long unsent entries rest when nothing else (network back, wake-up) moves them. */
const TRY_AGAIN_MS = 2 * 60_000;

export class Outbox {
  private readonly world: OutboxWorld;
  private readonly delivery: EntryDelivery;
  private readonly running = new Map<ConnectionId, Promise<void>>();
  /** Being delivered: a login made anew meanwhile must not send them a second time. */
  private readonly inHand = new Set<EntryKey>();
  private readonly lastTryAtMs = new Map<ConnectionId, number>();
  private closed = false;

  constructor(world: OutboxWorld) {
    this.world = world;
    this.delivery = new EntryDelivery(world);
  }

  /**
   * Stores the entry; sending goes on by itself.
   * @returns ok as soon as it cannot be lost any more; an error means it is kept nowhere
   */
  add(entry: NewEntry): Result<{ readonly key: EntryKey }> {
    const { rows, randomId, onChange } = this.world;
    const key = randomId() as EntryKey;
    const stored = rows.add({
      ...entry,
      key,
      state: 'waiting',
      sentAtMs: null,
      knownIds: [],
      remoteId: null,
      savedAtMs: null,
      refusal: null,
    });
    if (!stored.ok) return stored;
    onChange();
    void this.deliver(entry.connectionId);
    return ok({ key });
  }

  /**
   * Sends what can be sent; a run under way is joined, and takes in what was added meanwhile.
   * Never rejects: what it is about is on the disk, and nobody may take it for lost.
   */
  deliver(id: ConnectionId): Promise<void> {
    const running = this.running.get(id);
    if (running) return running;
    // Begun a moment later, so that it is registered before it can end.
    const run = Promise.resolve()
      .then(() => this.deliverAll(id))
      .catch((error: unknown) => this.brokeOff(id, error));
    this.running.set(id, run);
    return run;
  }

  /** Milliseconds since the epoch; null when nothing is unsent. */
  nextTryAtMs(id: ConnectionId): number | null {
    if (this.undelivered(id).length === 0) return null;
    const restedAtMs = (this.lastTryAtMs.get(id) ?? 0) + TRY_AGAIN_MS;
    return Math.max(restedAtMs, this.world.pauses.endsAtMs(id));
  }

  /** What is being sent stays `sending` on the disk and is looked up after the next start. */
  close(): void {
    this.closed = true;
    this.delivery.close();
  }

  private undelivered(id: ConnectionId): readonly OutboxRow[] {
    return this.world.rows
      .list()
      .filter((row) => row.connectionId === id && /^(waiting|unsure)$/.test(row.state))
      .filter(({ key }) => !this.inHand.has(key));
  }

  private async deliverAll(id: ConnectionId): Promise<void> {
    const tried = new Set<EntryKey>();
    try {
      let row = this.undelivered(id)[0];
      while (row && !this.closed && this.world.pauses.refusal(id) === null) {
        tried.add(row.key);
        this.lastTryAtMs.set(id, this.world.clock());
        const books = await this.world.booksOf(id);
        if (this.closed || !books.ok || (await this.take(books.value, row)) === 'stop') break;
        row = this.undelivered(id).find(({ key }) => !tried.has(key));
      }
    } finally {
      // In the same turn as the last look at the list: an entry added later starts a new run.
      this.running.delete(id);
    }
    if (!this.closed) this.world.onChange();
  }

  /** What was being sent may have arrived, so it is looked for like one whose answer was lost. */
  private brokeOff(id: ConnectionId, error: unknown): void {
    const { rows, reportBug, onChange } = this.world;
    reportBug(error);
    for (const { key, connectionId, state } of rows.list()) {
      if (connectionId === id && state === 'sending') rows.noteAfter(key, { state: 'unsure' });
    }
    onChange();
  }

  private async take(books: Books, { key }: OutboxRow): Promise<Step> {
    const row = this.world.rows.find(key);
    if (!row || this.inHand.has(key)) return 'next';
    this.inHand.add(key);
    try {
      return await this.delivery.deliver(books, row);
    } finally {
      this.inHand.delete(key);
    }
  }
}
