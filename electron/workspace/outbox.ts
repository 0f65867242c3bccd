// Delivers entries exactly once: written to the disk before anything is sent, sent one after
// another, and looked for in FreshBooks before anything is sent a second time.
import type { Books, TimeEntryDraft } from '../../shared/books.ts';
import type { ConnectionId, EntryKey } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { RemoteTimer } from '../../shared/running-timers.ts';
import type { BackOff } from './back-off.ts';
import type { Alongside } from './database.ts';
import { EntryDelivery, type EntryDeliveryWorld } from './entry-delivery.ts';
import type { Step } from './errand.ts';
import { newRow, type OutboxRow, type RowOwner } from './outbox-row.ts';

export interface NewEntry extends RowOwner {
  readonly draft: TimeEntryDraft;
  /** The timer at FreshBooks that it closes, as last seen; left out when there is none. */
  readonly timer?: RemoteTimer | null;
}

export interface OutboxWorld extends EntryDeliveryWorld {
  readonly randomId: () => string;
  readonly backOff: BackOff;
  readonly booksOf: (id: ConnectionId) => Promise<Result<Books>>;
  readonly reportBug: (error: unknown) => void;
}

export class Outbox {
  private readonly world: OutboxWorld;
  private readonly delivery: EntryDelivery;
  private readonly running = new Map<ConnectionId, Promise<void>>();
  /** Being delivered: a login made anew meanwhile must not send them a second time. */
  private readonly inHand = new Set<EntryKey>();
  private closed = false;

  constructor(world: OutboxWorld) {
    this.world = world;
    this.delivery = new EntryDelivery(world);
  }

  /**
   * Stores an entry; sending goes on by itself.
   * @param what how it is named where it can be taken back
   * @returns ok as soon as it cannot be lost any more; an error means it is kept nowhere
   */
  add(
    entry: NewEntry,
    what: 'added' | 'timer-logged' = 'added',
  ): Result<{ readonly key: EntryKey }> {
    const { randomId, clock } = this.world;
    const key = randomId() as EntryKey;
    const { draft, timer = null } = entry;
    const act = { what, atMs: clock() };
    const stored = this.store(newRow(entry, { key, draft, timer, act }));
    return stored.ok ? ok({ key }) : stored;
  }

  /**
   * Takes over what the person did to entries, all of it or nothing.
   * @returns ok as soon as it cannot be lost any more
   */
  store(...rows: readonly OutboxRow[]): Result<undefined> {
    return this.storeWith(() => {}, rows);
  }

  /** The same together with what else must be stored or not. @param alongside in one transaction */
  storeWith(alongside: Alongside, rows: readonly OutboxRow[]): Result<undefined> {
    const stored = this.world.rows.saveWith(alongside, rows);
    if (!stored.ok) return stored;
    this.world.onChange();
    for (const id of new Set(rows.map((row) => row.connectionId))) void this.deliver(id);
    return ok();
  }

  /** A request for it is on its way, or about to leave. */
  isInHand(key: EntryKey): boolean {
    return this.inHand.has(key);
  }

  /** There is reason to think that it works now: whatever pause was being kept is over. */
  tryAgain(id: ConnectionId): Promise<void> {
    this.world.backOff.reset(id);
    return this.undelivered(id).length > 0 ? this.deliver(id) : Promise.resolve();
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

  /** Milliseconds since the epoch; null when nothing is unsent, and while it is being sent. */
  nextTryAtMs(id: ConnectionId): number | null {
    if (this.running.has(id) || this.undelivered(id).length === 0) return null;
    const { backOff, pauses, clock } = this.world;
    return Math.max(backOff.endsAtMs(id, clock()), pauses.endsAtMs(id));
  }

  /** What it has waits since a try in vain, also while it is tried again. */
  isHeldUp(id: ConnectionId): boolean {
    return this.world.backOff.hasFailed(id);
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
    let worked = false;
    try {
      let row = this.undelivered(id)[0];
      while (row && !this.closed && this.world.pauses.refusal(id) === null) {
        const { key } = row;
        const books = await this.world.booksOf(id);
        const step = this.closed || !books.ok ? 'stop' : await this.take(books.value, key);
        if (step !== 'again') tried.add(key);
        if (this.closed || step === 'stop') break;
        worked ||= !this.undelivered(id).some((left) => left.key === key);
        row = this.undelivered(id).find((left) => !tried.has(left.key));
      }
    } finally {
      // In the same turn as the last look at the list: an entry added later starts a new run.
      this.running.delete(id);
      if (!this.closed) this.rest(id, worked);
    }
  }

  private rest(id: ConnectionId, worked: boolean): void {
    const { backOff, clock, onChange } = this.world;
    const isDone = this.undelivered(id).length === 0;
    if (worked || isDone) backOff.reset(id);
    if (!isDone) backOff.failed(id, clock());
    onChange();
  }

  /** What was being sent may have arrived, so it is looked for like one whose answer was lost. */
  private brokeOff(id: ConnectionId, error: unknown): void {
    const { rows, reportBug, onChange } = this.world;
    reportBug(error);
    for (const row of rows.list()) {
      if (row.connectionId === id && row.state === 'sending') {
        rows.noteAfter({ ...row, state: 'unsure' });
      }
    }
    onChange();
  }

  private async take(books: Books, key: EntryKey): Promise<Step> {
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
