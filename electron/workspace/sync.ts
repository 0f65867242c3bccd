// Refreshes the chosen business: one refresh at a time, each list on its own, and nothing that
// was asked for one business is ever shown for another.
import { isDeepStrictEqual } from 'node:util';
import type { Books, Identity } from '../../shared/books.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { SyncSlice } from '../../shared/snapshot.ts';
import {
  asInvoicesBody,
  type BusinessLists,
  type RefreshedList,
  type ShownBusiness,
} from './business-lists.ts';
import type { ListBodies } from './cached-lists.ts';
import type { Pauses } from './pauses.ts';
import { isRefusal } from './refusal.ts';
import type { StoredConnection } from './stored-connections.ts';

export interface SyncWorld {
  readonly clock: () => number;
  readonly lists: BusinessLists;
  readonly pauses: Pauses;
  readonly active: () => StoredConnection | null;
  readonly booksOf: (id: ConnectionId) => Promise<Result<Books>>;
  /** Sends what is unsent, and settles what is unsure, before time is listed. */
  readonly deliver: (id: ConnectionId) => Promise<void>;
  /** Takes over what happened to timers elsewhere. */
  readonly lookAtTimers: () => Promise<void>;
  readonly onIdentity: (id: ConnectionId, identity: Identity) => void;
  readonly reportBug: (error: unknown) => void;
  readonly onChange: () => void;
}

/** The identity call was seen limited to about 20 a minute (freshbooks-api.md §7) and rarely changes. */
const IDENTITY_FRESH_MS = 12 * 3600 * 1000;

interface Run {
  readonly abort: AbortController;
  readonly done: Promise<Result<undefined>>;
}

export class Sync {
  private readonly world: SyncWorld;
  private run: Run | null = null;
  private state: SyncSlice = { refreshing: false, refreshedAtMs: null, error: null };
  private lastTry = 0;

  constructor(world: SyncWorld) {
    this.world = world;
  }

  slice(): SyncSlice {
    return this.state;
  }

  /** Milliseconds since the epoch; zero before the first. */
  lastTryAtMs(): number {
    return this.lastTry;
  }

  /**
   * Reads everything of the chosen business anew; a refresh under way is joined. Never rejects:
   * most refreshes are asked for by a timer, which has nobody to tell.
   * @returns the first failure that is not a refusal; each list also carries its own
   */
  refresh(): Promise<Result<undefined>> {
    if (this.run) return this.run.done;
    const connection = this.world.active();
    if (!connection) {
      return Promise.resolve(failed({ code: 'sign-in-needed', reason: 'never-signed-in' }));
    }
    const pause = this.world.pauses.refusal(connection.id);
    if (pause) {
      this.update({ error: pause });
      return Promise.resolve(failed(pause));
    }
    const abort = new AbortController();
    const done = Promise.resolve()
      .then(() => this.runOnce(connection, abort.signal))
      .catch((error: unknown) => this.brokeOff(error, abort.signal))
      .finally(() => this.ended(abort));
    this.run = { abort, done };
    this.lastTry = this.world.clock();
    this.world.lists.setLoading(true);
    this.update({ refreshing: true });
    return done;
  }

  /** Ends the refresh under way; its answers, if any still come, are thrown away. */
  abort(): void {
    this.run?.abort.abort();
    this.run = null;
    this.world.lists.setLoading(false);
    this.update({ refreshing: false });
  }

  /** Another business or login is shown now: what was known about refreshing was not about it. */
  startOver(refreshedAtMs: number | null): void {
    this.abort();
    this.update({ refreshedAtMs, error: null });
  }

  private async runOnce(
    connection: StoredConnection,
    signal: AbortSignal,
  ): Promise<Result<undefined>> {
    const askedAtMs = this.world.clock();
    const shown = this.world.lists.shown();
    const books = await this.world.booksOf(connection.id);
    const results = signal.aborted
      ? []
      : books.ok
        ? await this.readAll(books.value, connection, shown, signal)
        : [books];
    // Whoever waited for an aborted refresh wanted fresh lists, and those are the next one's.
    if (signal.aborted) return this.run?.done ?? ok();

    const failures = results.flatMap((result) => (result.ok ? [] : [result.error]));
    const error = failures.find((failure) => !isRefusal(failure)) ?? null;
    if (error) this.world.pauses.note(connection.id, error);
    this.update(error ? { error } : { error, refreshedAtMs: askedAtMs });
    return error ? failed(error) : ok();
  }

  private brokeOff(error: unknown, signal: AbortSignal): Result<undefined> {
    this.world.reportBug(error);
    const bug = { code: 'bug', detail: 'refreshing' } as const;
    if (!signal.aborted) this.update({ error: bug });
    return failed(bug);
  }

  private ended(abort: AbortController): void {
    if (this.run?.abort === abort) this.abort();
  }

  private async readAll(
    books: Books,
    connection: StoredConnection,
    shown: ShownBusiness | null,
    signal: AbortSignal,
  ): Promise<readonly Result<unknown>[]> {
    const reads = [this.readIdentity(books, connection, shown, signal)];
    if (shown) {
      const { business } = shown;
      if (business.accountId !== null) {
        const ask = async () =>
          asInvoicesBody(
            await books.unpaidInvoices(business, signal),
            this.world.lists.copy('invoices')?.body ?? null,
          );
        reads.push(this.readList('invoices', ask, signal));
      }
      reads.push(this.readList('catalog', () => books.catalog(business, signal), signal));
      reads.push(this.readTime(books, shown, signal));
      // Undocumented at FreshBooks: what becomes of it says nothing about the rest.
      reads.push(this.world.lookAtTimers().then(() => ok()));
    } else reads.push(this.world.deliver(connection.id).then(() => ok()));
    return Promise.all(reads);
  }

  private async readTime(
    books: Books,
    { connectionId, business }: ShownBusiness,
    signal: AbortSignal,
  ): Promise<Result<unknown>> {
    await this.world.deliver(connectionId);
    if (signal.aborted) return ok();
    const range = this.world.lists.historyRange();
    return this.readList('time', () => books.timeEntries(business, range, signal), signal);
  }

  private async readList<Name extends RefreshedList>(
    list: Name,
    ask: () => Promise<Result<ListBodies[Name]>>,
    signal: AbortSignal,
  ): Promise<Result<unknown>> {
    const askedAtMs = this.world.clock();
    const answer = await ask();
    if (signal.aborted) return answer;
    this.world.lists.answered(list, answer, askedAtMs);
    this.world.onChange();
    return answer;
  }

  private async readIdentity(
    books: Books,
    connection: StoredConnection,
    shown: ShownBusiness | null,
    signal: AbortSignal,
  ): Promise<Result<unknown>> {
    const isFresh = this.world.clock() - connection.identityReadAtMs < IDENTITY_FRESH_MS;
    if (isFresh && shown) return ok();
    const answer = await books.identity(signal);
    if (answer.ok && !signal.aborted) this.world.onIdentity(connection.id, answer.value);
    return answer;
  }

  private update(change: Partial<SyncSlice>): void {
    const state = { ...this.state, ...change };
    if (isDeepStrictEqual(state, this.state)) return;
    this.state = state;
    this.world.onChange();
  }
}
