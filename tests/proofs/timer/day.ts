// One person's day with a timer: what they do, what the computer does meanwhile, and what was really
// worked. Chance, seeded, decides; the app is asked only what it shows.
import type { DesktopInput } from '../../../electron/workspace/timer/desktop-input.ts';
import type { Chance } from '../rotation/chance.ts';
import type { Computer } from './computer.ts';
import type { View } from './messages.ts';
import type { Truth } from './truth.ts';
import type { WebApp } from './web-app.ts';

export const MINUTE_MS = 60_000;

export interface DayPlan {
  readonly computer: Computer;
  readonly web: WebApp;
  readonly truth: Truth;
  readonly chance: Chance;
  readonly prefix: string;
  readonly projectId: number;
  readonly serviceId: number;
}

/** Shorter than what counts as away, so that a kill among them asks nobody anything. */
const SAMPLES_AT_ONCE = 5;

export class Day {
  readonly plan: DayPlan;
  /** Notes under which work goes on right now, here or elsewhere. */
  readonly ticking = new Set<string>();
  /** The timer the app shows. */
  note: string | null = null;
  /** When the current stretch began, if it is the timer's first one; of the time that went by. */
  firstStartMs: number | null = null;
  /** Stretches of work that were begun, here and elsewhere. */
  segments = 0;
  /** What was asked differently than it should have been. */
  wrongQuestions = 0;
  private notes = 0;

  constructor(plan: DayPlan) {
    this.plan = plan;
  }

  get isRunning(): boolean {
    return this.note !== null && this.ticking.has(this.note);
  }

  newNote(): string {
    this.notes += 1;
    return `${this.plan.prefix} ${this.notes}`;
  }

  /** What a command says of it. */
  work(note: string) {
    const { projectId, serviceId } = this.plan;
    return { clientId: null, projectId, serviceId, billable: null, note };
  }

  minutes(least: number, most: number): number {
    const span = (most - least) * MINUTE_MS;
    return least * MINUTE_MS + this.plan.chance.below(span);
  }

  begins(note: string): void {
    this.segments += 1;
    this.ticking.add(note);
  }

  /** Time goes by, and is painted where work goes on. Nobody tells the app. */
  pass(ms: number): void {
    const { computer, truth } = this.plan;
    for (const note of this.ticking) truth.paint(note, computer.trueMs, computer.trueMs + ms);
    computer.trueMs += ms;
  }

  /** Somebody is at work: an input a minute. */
  async sit(ms: number): Promise<void> {
    const { computer } = this.plan;
    const untilMs = computer.trueMs + ms;
    while (computer.trueMs < untilMs) {
      const events: DesktopInput[] = [];
      while (events.length < SAMPLES_AT_ONCE && computer.trueMs < untilMs) {
        this.pass(Math.min(MINUTE_MS, untilMs - computer.trueMs));
        events.push({ kind: 'sample', atMs: computer.clock(), idleSeconds: 0 });
      }
      await this.tell(events);
    }
  }

  /** @param events the desktop's, unless nothing runs and nobody asks it */
  async tell(events: readonly DesktopInput[]): Promise<void> {
    if (!this.isShownRunning()) return;
    // What is over is not told again to the life after a kill; what is so now, is.
    const isPast = events.some(({ atMs }) => atMs !== this.plan.computer.clock());
    await this.plan.computer.does({ act: 'inputs', events }, () => isPast);
  }

  isShownRunning(): boolean {
    return this.view().timer?.runningSinceMs != null;
  }

  view(): View {
    return this.plan.computer.view();
  }

  /**
   * @param longAgoMs not over a change of the clock, behind which nobody knows what is ago, nor
   *   before all of the timer that runs, which would be refused
   */
  async start(longAgoMs = 0): Promise<string> {
    const { computer, truth } = this.plan;
    const agoMs = this.canHaveBegun(computer.trueMs - longAgoMs) ? longAgoMs : 0;
    const note = this.newNote();
    const before = this.note;
    const startedAtMs = agoMs === 0 ? null : computer.clock() - agoMs;
    await computer.does(
      { act: 'command', name: 'timer.start', input: { ...this.work(note), startedAtMs } },
      ({ timer }) => timer?.note === note,
    );
    const startMs = computer.trueMs - agoMs;
    if (before !== null) this.endsHere(before, startMs);
    truth.paint(note, startMs, computer.trueMs);
    this.note = note;
    this.begins(note);
    this.firstStartMs = startMs;
    return note;
  }

  private canHaveBegun(startMs: number): boolean {
    const { computer, truth } = this.plan;
    const isBehindClock = startMs > computer.skewedMs;
    return isBehindClock && (this.note === null || truth.hasBefore(this.note, startMs));
  }

  async stop(): Promise<void> {
    const { note } = this;
    if (note === null) return;
    if (this.plan.truth.seconds(note) === 0) return this.discard();
    await this.command('timer.stop', ({ timer }) => timer?.note !== note);
    this.endsHere(note, this.plan.computer.trueMs);
    this.note = null;
  }

  async discard(): Promise<void> {
    const { note } = this;
    if (note === null) return;
    await this.command('timer.discard', ({ timer }) => timer?.note !== note);
    this.ticking.delete(note);
    this.plan.truth.forget(note);
    this.note = null;
  }

  async pause(): Promise<void> {
    if (!this.isRunning || this.note === null) return;
    await this.command('timer.pause', ({ timer }) => timer?.runningSinceMs === null);
    this.ticking.delete(this.note);
    this.firstStartMs = null;
  }

  async resume(): Promise<void> {
    const { note } = this;
    if (this.isRunning || note === null) return;
    const before = this.view().timer?.startedAtMs;
    await this.command('timer.resume', ({ timer }) => timer?.runningSinceMs != null);
    if (this.isOfToday(before)) return this.begins(note);
    // Yesterday's is logged; what runs now has its note, until it has one of its own.
    if (this.view().timer?.startedAtMs === before) this.wrongQuestions += 1;
    this.endsHere(note, this.plan.computer.trueMs);
    await this.rename(this.newNote());
  }

  private isOfToday(startedAtMs: number | undefined): boolean {
    const dayOf = (ms: number) =>
      new Date(ms).toLocaleDateString('en-CA', { timeZone: 'America/Toronto' });
    return startedAtMs !== undefined && dayOf(startedAtMs) === dayOf(this.plan.computer.clock());
  }

  private async rename(note: string): Promise<void> {
    const { computer } = this.plan;
    await computer.does(
      { act: 'command', name: 'timer.change', input: { note } },
      ({ timer }) => timer?.note === note,
    );
    this.note = note;
    this.begins(note);
    this.firstStartMs = computer.trueMs;
  }

  /** @param byMs later when positive */
  async moveStart(byMs: number): Promise<void> {
    const { computer, truth } = this.plan;
    const { note, firstStartMs } = this;
    if (note === null || firstStartMs === null) return;
    const startMs = firstStartMs + byMs;
    const startedAtMs = startMs + computer.skewMs;
    await computer.does(
      { act: 'command', name: 'timer.change', input: { startedAtMs } },
      ({ timer }) => timer?.startedAtMs === Math.floor(startedAtMs / 1000) * 1000,
    );
    truth.paint(note, startMs, firstStartMs);
    truth.erase(note, firstStartMs, startMs);
    this.firstStartMs = startMs;
  }

  async refresh(): Promise<View> {
    return this.plan.computer.does({ act: 'refresh' });
  }

  async command(
    name: 'timer.stop' | 'timer.discard' | 'timer.pause' | 'timer.resume' | 'timer.overnight-seen',
    isDone: (view: View) => boolean,
  ): Promise<View> {
    return this.plan.computer.does({ act: 'command', name }, isDone);
  }

  /** A timer that is logged is over at that instant, wherever the rest of it is painted. */
  private endsHere(note: string, endMs: number): void {
    const { truth, computer } = this.plan;
    this.ticking.delete(note);
    truth.erase(note, endMs, computer.trueMs);
    if (truth.seconds(note) > 0) truth.goes(note, 'stopped-here');
    else truth.forget(note);
  }
}
