// Delivers entries exactly once: written to the disk before anything is sent, sent one after
// another, and looked for in FreshBooks before anything is sent a second time.
import type { Books, Business, TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type {
  BusinessId,
  ConnectionId,
  EntryKey,
  IdentityId,
  TimeEntryId,
} from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { ConnectionSource } from '../../shared/snapshot.ts';
import type { OutboxRow, OutboxRows } from './outbox-rows.ts';
import type { Pauses } from './pauses.ts';
import { findSent } from './same-entry.ts';
import { sendOutcome } from './send-outcome.ts';

export interface NewEntry {
  readonly connectionId: ConnectionId;
  readonly source: ConnectionSource;
  readonly identityId: IdentityId;
  readonly businessId: BusinessId;
  readonly draft: TimeEntryDraft;
}

export interface OutboxWorld {
  readonly rows: OutboxRows;
  readonly pauses: Pauses;
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly booksOf: (id: ConnectionId) => Promise<Result<Books>>;
  /** Null when the login has lost that business. */
  readonly businessOf: (id: ConnectionId, business: BusinessId) => Business | null;
  /** Ids of the entries FreshBooks is known to have at that instant. */
  readonly idsAt: (row: OutboxRow) => readonly TimeEntryId[];
  readonly reportBug: (error: unknown) => void;
  readonly onChange: () => void;
}

export type LoggedState = 'saved' | 'waiting' | 'unsure';

/** A request cut on its way may still arrive; looking sooner than this proves nothing. */
const LATE_ARRIVAL_MS = 30_000;
/** How long unsent entries rest when nothing else (network back, wake-up) moves them. */
const TRY_AGAIN_MS = 2 * 60_000;
/** Around the start when looking; FreshBooks' bounds are inclusive and in whole seconds. */
const LOOK_AROUND_MS = 60_000;

type Step = 'next' | 'stop';

export class Outbox {
  private readonly world: OutboxWorld;
  private readonly running = new Map<ConnectionId, Promise<void>>();
  private readonly openForms = new Map<EntryKey, { refusal: TraybooksError | null }>();
  private lastTryAtMs = 0;
  private closed = false;

  constructor(world: OutboxWorld) {
    this.world = world;
  }

  /**
   * Stores the entry and tries to deliver it once.
   * @returns ok as soon as it cannot be lost any more; an error means it is nowhere but in the
   *   form: it could not be stored, or FreshBooks refused it while the form was open
   */
  async log(entry: NewEntry): Promise<Result<{ readonly state: LoggedState }>> {
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
    const form: { refusal: TraybooksError | null } = { refusal: null };
    this.openForms.set(key, form);
    onChange();
    try {
      await this.deliver(entry.connectionId);
    } finally {
      this.openForms.delete(key);
    }
    if (form.refusal) return failed(form.refusal);
    const state = rows.find(key)?.state;
    return ok({ state: state === 'saved' || state === 'unsure' ? state : 'waiting' });
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
    return Math.max(this.lastTryAtMs + TRY_AGAIN_MS, this.world.pauses.endsAtMs(id));
  }

  /** What is being sent stays `sending` on the disk and is looked up after the next start. */
  close(): void {
    this.closed = true;
  }

  private undelivered(id: ConnectionId): readonly OutboxRow[] {
    return this.world.rows
      .list()
      .filter((row) => row.connectionId === id && /^(waiting|unsure)$/.test(row.state));
  }

  private async deliverAll(id: ConnectionId): Promise<void> {
    const tried = new Set<EntryKey>();
    try {
      let row = this.undelivered(id)[0];
      while (row && !this.closed && this.world.pauses.refusal(id) === null) {
        tried.add(row.key);
        this.lastTryAtMs = this.world.clock();
        const books = await this.world.booksOf(id);
        if (this.closed || !books.ok || (await this.deliverOne(books.value, row)) === 'stop') break;
        row = this.undelivered(id).find(({ key }) => !tried.has(key));
      }
    } finally {
      // In the same turn as the last look at the list: an entry added later starts a new run.
      this.running.delete(id);
    }
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

  private async deliverOne(books: Books, row: OutboxRow): Promise<Step> {
    const business = this.world.businessOf(row.connectionId, row.businessId);
    if (!business) {
      this.refuse(row.key, { code: 'not-found', thing: 'business' });
      return 'next';
    }
    if (row.sentAtMs === null) return this.send(books, business, row);
    const found = await this.look(books, business, row);
    if (found !== 'not-there') return found;
    if (this.world.clock() - row.sentAtMs < LATE_ARRIVAL_MS) return 'next';
    return this.send(books, business, row);
  }

  private async send(books: Books, business: Business, row: OutboxRow): Promise<Step> {
    const { rows, clock, onChange, pauses } = this.world;
    const noted = rows.noteBefore(row.key, {
      state: 'sending',
      sentAtMs: clock(),
      // Only before the first attempt: later lists may already hold what that attempt stored.
      knownIds: row.sentAtMs === null ? this.world.idsAt(row) : row.knownIds,
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
      if (error.code === 'scope-missing') this.returnToForm(row.key, error);
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
    const { startedAtMs } = row.draft;
    const range = { fromMs: startedAtMs - LOOK_AROUND_MS, toMs: startedAtMs + LOOK_AROUND_MS };
    const listed = await books.timeEntries(business, range);
    if (this.closed) return 'stop';
    if (!listed.ok) {
      this.world.pauses.note(row.connectionId, listed.error);
      return 'stop';
    }
    const found = findSent(row.draft, listed.value, this.takenIds(row.key));
    if (!found) return 'not-there';
    this.saved(row.key, found);
    return 'next';
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
    if (!this.returnToForm(key, error)) {
      const outcome = sendOutcome(error);
      const refusal = outcome.kind === 'refused' ? outcome.fields : null;
      this.world.rows.noteAfter(key, { state: 'refused', sentAtMs: null, refusal });
    }
    this.world.onChange();
  }

  /** While the form is open it holds what was entered; a second copy here would be sent too. */
  private returnToForm(key: EntryKey, error: TraybooksError): boolean {
    const form = this.openForms.get(key);
    if (!form) return false;
    form.refusal = error;
    this.world.rows.remove(key);
    return true;
  }
}
