// Keeps FreshBooks' own timer in step with ours, so that it also shows on the phone and in the web
// app. Ours is the truth: whatever FreshBooks answers or does not, it runs on here. One thing is
// done at a time, an intent is on the disk before it is sent, and what may have arrived is looked
// for before it is sent again.
import type { Books } from '../../../shared/books.ts';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { EntryKey } from '../../../shared/ids.ts';
import { failed, type Result } from '../../../shared/result.ts';
import type { RemoteTimer } from '../../../shared/running-timers.ts';
import { sendOutcome } from '../send-outcome.ts';
import { settleEnded } from './ended-timers.ts';
import type { MirroredBusiness, MirrorWorld } from './mirror-world.ts';
import { isSameStep, type MirrorStep, nextStep, sendStep } from './next-step.ts';
import { firstStart } from './segments.ts';
import { strangers, takeOver } from './take-over.ts';
import type { TimerRow } from './timer-row.ts';

/** More than any sensible number of turns; an end for two that never agree. */
const MOST_STEPS = 40;

export class TimerMirror {
  private readonly world: MirrorWorld;
  private readonly refusals = new Map<EntryKey, TraybooksError>();
  /** One business's never waits for another's. */
  private readonly running = new Map<string, Promise<void>>();
  private closed = false;

  constructor(world: MirrorWorld) {
    this.world = world;
  }

  /** Why FreshBooks does not have it; null when it has, or was not asked yet. */
  refusalOf(row: TimerRow | null): TraybooksError | null {
    return (row && this.refusals.get(row.key)) ?? null;
  }

  /** What is on its way is left to the next run, which looks for it. */
  close(): void {
    this.closed = true;
  }

  /**
   * Looks what runs at FreshBooks, takes over what changed there, and sends what changed here; one
   * after another. Never rejects: the timer is on the disk, whatever comes of this.
   */
  keepInStep(of: MirroredBusiness): Promise<void> {
    const whose = `${of.source} ${of.identityId} ${of.businessId}`;
    const run = (this.running.get(whose) ?? Promise.resolve())
      .then(() => this.onceInStep(of))
      .catch((error: unknown) => this.world.reportBug(error))
      .finally(() => this.closed || this.world.onChange());
    this.running.set(whose, run);
    return run;
  }

  private async onceInStep(of: MirroredBusiness): Promise<void> {
    const { rows, booksOf, pauses, clock } = this.world;
    if (this.closed) return;
    const paused = pauses.refusal(of.connectionId);
    const books = paused ? failed(paused) : await booksOf(of.connectionId);
    const askedAtMs = clock();
    const listed = books.ok && !this.closed ? await this.list(books.value, of) : books;
    if (this.closed) return;
    const row = rows.current(of);
    if (!books.ok || !listed.ok) {
      if (row && !listed.ok) this.refusals.set(row.key, listed.error);
      return;
    }
    const { value: timers } = listed as Result<readonly RemoteTimer[]> & { ok: true };
    await settleEnded(this.world, books.value, of, { timers, askedAtMs });
    if (this.closed) return;
    await takeOver(this.world, books.value, of, timers);
    if (this.closed) return;
    this.world.onChange();
    await this.send(books.value, of, timers);
  }

  private async send(
    books: Books,
    of: MirroredBusiness,
    listed: readonly RemoteTimer[],
  ): Promise<void> {
    if (!(await this.isThere(books, of, listed))) return;
    let last: MirrorStep | null = null;
    for (let count = 0; count < MOST_STEPS; count += 1) {
      const row = this.world.rows.current(of);
      if (this.closed || !row?.remote) return;
      const step = nextStep(row.work, row.segments, row.remote);
      // Taken, and still not so: FreshBooks has its own mind about this one.
      if (!step || isSameStep(step, last)) return;
      last = step;
      if (!(await this.take(books, of, row.key, row.remote, step))) return;
    }
  }

  /** Starts it there where that is due. */
  private async isThere(
    books: Books,
    of: MirroredBusiness,
    listed: readonly RemoteTimer[],
  ): Promise<boolean> {
    const { rows, late } = this.world;
    const row = rows.current(of);
    if (!row || row.remote) return row !== null;
    // Two at once: theirs runs there, ours here, and neither is taken for the other.
    if (row.staysHere || strangers(rows, of, listed).length > 0) {
      this.refusals.delete(row.key);
      return false;
    }
    if (row.sentStart && late.mayStillCome(row.key)) return false;
    late.forget(row.key);
    const startedAtMs = firstStart(row.segments);
    const sentStart = { startedAtMs };
    if (!rows.noteBefore({ put: [{ ...row, sentStart }] }).ok) return false;
    const start = { ...row.work, startedAtMs, timeZone: row.timeZone };
    const answer = await books.timers.start(of.business, start);
    if (this.closed) return false;
    this.heardOfStart(of, row.key, answer);
    return answer.ok;
  }

  private heardOfStart(of: MirroredBusiness, key: EntryKey, answer: Result<RemoteTimer>): void {
    const { rows, pauses } = this.world;
    // It may have been stopped meanwhile; whoever settles that must know that it is there.
    const row = rows.find(key);
    if (!row) return;
    if (answer.ok) {
      this.refusals.delete(key);
      rows.noteAfter({ put: [{ ...row, remote: answer.value, sentStart: null }] });
      return;
    }
    pauses.note(of.connectionId, answer.error);
    this.refusals.set(key, answer.error);
    const isSurelyNotThere = sendOutcome(answer.error).kind !== 'perhaps-sent';
    if (isSurelyNotThere) rows.noteAfter({ put: [{ ...row, sentStart: null }] });
  }

  private async take(
    books: Books,
    of: MirroredBusiness,
    key: EntryKey,
    remote: RemoteTimer,
    step: MirrorStep,
  ): Promise<boolean> {
    const { rows, pauses } = this.world;
    const answer = await sendStep(books.timers, of.business, remote, step);
    if (!answer.ok) {
      pauses.note(of.connectionId, answer.error);
      this.refusals.set(key, answer.error);
      return false;
    }
    const listed = this.closed ? failed({ code: 'offline' }) : await this.list(books, of);
    if (this.closed || !listed.ok) return false;
    const now = listed.value.find(({ id }) => id === remote.id);
    const row = rows.find(key);
    if (!now || !row) return false;
    rows.noteAfter({ put: [{ ...row, remote: now }] });
    return true;
  }

  private async list(books: Books, of: MirroredBusiness): Promise<Result<readonly RemoteTimer[]>> {
    const listed = await books.timers.list(of.business);
    if (!listed.ok) this.world.pauses.note(of.connectionId, listed.error);
    return listed;
  }
}
