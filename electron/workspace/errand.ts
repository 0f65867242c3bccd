// One entry's way to FreshBooks, as far as every request on it goes alike: noted on the disk before
// it leaves, and its row kept in step with what is known. The row is read anew after each wait,
// because the person may have changed or deleted the entry meanwhile.
import type { Books, Business } from '../../shared/books.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { EntryKey } from '../../shared/ids.ts';
import type { LateArrivals } from './late-arrivals.ts';
import type { Attempt, OutboxRow } from './outbox-row.ts';
import type { OutboxRows } from './outbox-rows.ts';
import type { Pauses } from './pauses.ts';
import { notSent, refused } from './row-outcomes.ts';
import { sendOutcome } from './send-outcome.ts';

/** Whether the entries behind this one may be tried; `again`: this one has its next step to do. */
export type Step = 'next' | 'again' | 'stop';

export interface ErrandWorld {
  readonly rows: OutboxRows;
  readonly pauses: Pauses;
  readonly clock: () => number;
  /** Now, and not before the last list was asked for, wherever the clock was set since. */
  readonly afterLastList: () => number;
  readonly onChange: () => void;
}

export class Errand {
  readonly books: Books;
  readonly business: Business;
  readonly key: EntryKey;
  private readonly world: ErrandWorld;
  private readonly late: LateArrivals;
  private readonly isClosed: () => boolean;

  constructor(
    world: ErrandWorld & { readonly late: LateArrivals; readonly isClosed: () => boolean },
    books: Books,
    business: Business,
    key: EntryKey,
  ) {
    this.world = world;
    this.late = world.late;
    this.isClosed = world.isClosed;
    this.books = books;
    this.business = business;
    this.key = key;
  }

  /** As it is now. */
  row(): OutboxRow {
    const row = this.world.rows.find(this.key);
    if (!row) throw new Error('This entry is not in the outbox');
    return row;
  }

  /** Every other entry of the same FreshBooks: the sample data counts its ids for itself. */
  others(): readonly OutboxRow[] {
    const { source } = this.row();
    return this.world.rows.list().filter((row) => row.key !== this.key && row.source === source);
  }

  /** The program is ending: the row says what was sent and is looked up after the next start. */
  closed(): boolean {
    return this.isClosed();
  }

  /**
   * To be called right before a request leaves.
   * @returns false when that could not be noted: then it must not leave
   */
  begin(row: OutboxRow, attempt: Pick<Attempt, 'what' | 'draft'>): boolean {
    const { rows, clock, onChange } = this.world;
    const { what, draft } = attempt;
    const noted = rows.save({ ...row, state: 'sending', attempt: { what, draft, atMs: clock() } });
    if (!noted.ok) return false;
    this.late.forget(this.key);
    onChange();
    return true;
  }

  /** Takes down what is known now. */
  note(change: (row: OutboxRow, nowMs: number) => OutboxRow): Step {
    const row = change(this.row(), this.world.afterLastList());
    this.world.rows.noteAfter(row);
    if (row.attempt === null) this.late.forget(this.key);
    this.world.onChange();
    return row.state === 'waiting' ? 'again' : 'next';
  }

  /** It was looked for and not found: may it still come? */
  mayStillCome(): boolean {
    return this.late.mayStillCome(this.key);
  }

  /** @returns null when nobody knows whether the request was carried out: look for it next */
  failed(
    attempt: Pick<Attempt, 'what' | 'draft'>,
    before: Attempt | null,
    error: TraybooksError,
  ): Step | null {
    this.world.pauses.note(this.row().connectionId, error);
    const outcome = sendOutcome(error);
    if (outcome.kind === 'refused') {
      return this.note((row, now) => refused(row, attempt, outcome.fields, now));
    }
    if (outcome.kind === 'not-sent') {
      this.note((row, now) => notSent(row, before, now));
      return 'stop';
    }
    this.note((row) => ({ ...row, state: outcome.state }));
    return null;
  }

  /** Reading failed: nothing was changed by it, and nothing can be done for this entry without it. */
  cannotAsk(error: TraybooksError): Step {
    this.world.pauses.note(this.row().connectionId, error);
    const outcome = sendOutcome(error);
    if (outcome.kind === 'not-sent') return 'stop';
    // What may have been sent is never called refused for want of an answer about it.
    if (outcome.kind === 'perhaps-sent' || this.row().attempt !== null) return 'next';
    return this.note((row) => ({ ...row, state: 'refused', refusal: outcome.fields }));
  }
}
