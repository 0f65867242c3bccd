// What the shown business could still bill: read behind an ordinary refresh, once an hour, because
// it takes every unbilled entry there is and nobody waits for it.
import type { Books } from '../../shared/books.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { UnbilledClient, UnbilledSlice } from '../../shared/snapshot.ts';
import { unbilledByClient } from '../../shared/unbilled.ts';
import type { BusinessLists, ShownBusiness } from './business-lists.ts';
import type { CachedList, CachedLists } from './cached-lists.ts';
import type { Pauses } from './pauses.ts';
import { isRefusal } from './refusal.ts';

export interface UnbilledTimeWorld {
  readonly cache: CachedLists;
  readonly clock: () => number;
  readonly lists: BusinessLists;
  readonly pauses: Pauses;
  readonly booksOf: (id: ConnectionId) => Promise<Result<Books>>;
  /** Told when it could be shown but not kept for the next start. */
  readonly onNotStored: (error: TraybooksError) => void;
  readonly reportBug: (error: unknown) => void;
  readonly onChange: () => void;
}

const FRESH_MS = 3600 * 1000;

export class UnbilledTime {
  private readonly world: UnbilledTimeWorld;
  private copy: CachedList<readonly UnbilledClient[]> | null = null;
  private error: TraybooksError | null = null;
  /** A refusal is an answer, and is not asked for again before its hour is over. */
  private answeredAtMs = 0;
  private reading: AbortController | null = null;

  constructor(world: UnbilledTimeWorld) {
    this.world = world;
  }

  slice(): UnbilledSlice {
    return {
      refreshedAtMs: this.copy?.refreshedAtMs ?? null,
      loading: this.reading !== null && this.copy === null,
      error: this.error,
      clients: this.copy?.body ?? [],
    };
  }

  /** Starts over with the last copy of the business that is shown now. */
  show(): void {
    this.abort();
    const shown = this.world.lists.shown();
    this.copy = shown && this.world.cache.read(shown, 'unbilled');
    this.error = null;
    this.answeredAtMs = this.copy?.refreshedAtMs ?? 0;
  }

  /**
   * Never rejects, and nobody need wait for it.
   * @param wanted `now`: a person asked for fresh figures; `when due`: at most once an hour
   */
  async refresh(wanted: 'now' | 'when due'): Promise<void> {
    const { clock, lists, pauses, reportBug, onChange } = this.world;
    const shown = lists.shown();
    // Rates mean nothing without the clients' currencies.
    if (!shown || this.reading || lists.copy('catalog') === null) return;
    if (pauses.refusal(shown.connectionId)) return;
    if (wanted === 'when due' && clock() - this.answeredAtMs < FRESH_MS) return;
    const reading = new AbortController();
    this.reading = reading;
    onChange();
    try {
      await this.read(shown, reading.signal);
    } catch (error) {
      reportBug(error);
    } finally {
      if (this.reading === reading) {
        this.reading = null;
        onChange();
      }
    }
  }

  /** What is under way is thrown away. */
  abort(): void {
    this.reading?.abort();
    this.reading = null;
  }

  private async read(shown: ShownBusiness, signal: AbortSignal): Promise<void> {
    const askedAtMs = this.world.clock();
    const answer = await this.ask(shown, signal);
    if (signal.aborted) return;
    if (!answer.ok) {
      this.error = answer.error;
      this.world.pauses.note(shown.connectionId, answer.error);
      if (isRefusal(answer.error)) this.answeredAtMs = askedAtMs;
      return;
    }
    this.copy = { body: answer.value, refreshedAtMs: askedAtMs };
    this.error = null;
    this.answeredAtMs = askedAtMs;
    const stored = this.world.cache.save(shown, 'unbilled', this.copy);
    if (!stored.ok) this.world.onNotStored(stored.error);
  }

  private async ask(
    { connectionId, business }: ShownBusiness,
    signal: AbortSignal,
  ): Promise<Result<readonly UnbilledClient[]>> {
    const books = await this.world.booksOf(connectionId);
    if (!books.ok) return books;
    const work = await books.value.unbilledTime(business, signal);
    if (!work.ok) return work;
    const rates = await books.value.rates(business, signal);
    if (!rates.ok) return rates;
    return ok(unbilledByClient(work.value, rates.value, this.world.lists.catalog().clients));
  }
}
