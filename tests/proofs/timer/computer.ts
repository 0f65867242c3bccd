// The computer the app runs on: its clock, its network, and the process that is killed and started
// again. What was under way at a kill is looked at afterwards and done again where it was not done,
// as a person would.
import type { Sandbox } from '../../../electron/sandbox/start-sandbox.ts';
import type { Chance } from '../rotation/chance.ts';
import type { Life, Lives } from './lives.ts';
import type { Act, Installation, Order, View } from './messages.ts';

export interface ComputerPlan {
  readonly lives: Lives;
  readonly sandbox: Sandbox;
  readonly chance: Chance;
  readonly installation: Installation;
  readonly startMs: number;
}

/** About as many points as a command passes; behind the last one nothing is killed. */
const POINTS = 40;

export class Computer {
  kills = 0;
  lostAnswers = 0;
  network: 'there' | 'gone' = 'there';
  /** Nothing is killed while this is set. */
  isSpared = false;
  /** Milliseconds since the epoch, by a clock nobody moves. */
  trueMs: number;
  /** By how much the computer's own is wrong; whole seconds. */
  skewMs = 0;
  /** When that changed last, by the clock nobody moves. */
  skewedMs = 0;
  private readonly plan: ComputerPlan;
  private life: Life | null = null;
  private seen: View | null = null;

  constructor(plan: ComputerPlan) {
    this.plan = plan;
    this.trueMs = plan.startMs;
  }

  clock(): number {
    return this.trueMs + this.skewMs;
  }

  moveClock(byMs: number): void {
    this.skewMs += Math.round(byMs / 1000) * 1000;
    this.skewedMs = this.trueMs;
  }

  view(): View {
    if (!this.seen) throw new Error('Nothing was seen yet.');
    return this.seen;
  }

  async comeUp(): Promise<void> {
    await this.life?.kill();
    this.life = await this.plan.lives.next();
    const { installation } = this.plan;
    const heard = await this.ask({ do: 'come-up', installation, ...this.time() });
    if (!heard) throw new Error('A life ended by itself.');
  }

  /** Between two acts, or while the person is away. */
  async kill(): Promise<void> {
    this.kills += 1;
    await this.life?.kill();
    this.life = null;
  }

  /**
   * @param isDone what the person sees once it is; asked after a kill
   * @throws when it is refused
   */
  async does(what: Act, isDone: (view: View) => boolean = () => false): Promise<View> {
    if (!this.life) await this.comeUp();
    const { chance } = this.plan;
    for (let isFirst = true; ; isFirst = false) {
      // Most acts are samples, and a new life for every fourth of them would be most of the work.
      const isDue = chance.below(what.act === 'inputs' ? 16 : 3) === 0;
      const killAt = isFirst && isDue && !this.isSpared ? 1 + chance.below(POINTS) : null;
      const fault = this.setFault();
      const heard = await this.ask({ do: 'act', what, killAt, ...this.time() });
      fault.cancel();
      this.lostAnswers += fault.used;
      // FreshBooks need not be there.
      if (heard?.error && what.act === 'refresh') return this.view();
      if (heard?.error) throw new Error(`${JSON.stringify(what)} was refused: ${heard.error}`);
      if (heard) return this.view();
      this.kills += 1;
      await this.comeUp();
      if (isDone(this.view())) return this.view();
    }
  }

  async end(): Promise<void> {
    await this.life?.kill();
  }

  private time(): Pick<Order, 'nowMs' | 'uptimeMs' | 'network'> {
    return { nowMs: this.clock(), uptimeMs: this.trueMs, network: this.network };
  }

  private async ask(order: Order): Promise<{ readonly error: string | null } | null> {
    const report = (await this.life?.ask(order)) ?? null;
    if (report?.said === 'bug') throw new Error(`A life met a bug: ${report.what}`);
    if (report?.said !== 'done') return null;
    this.seen = report.view;
    return { error: report.error };
  }

  /** Now and then FreshBooks does as it was told and nobody hears of it, or never hears itself. */
  private setFault() {
    const { chance, sandbox } = this.plan;
    const kind = chance.below(5);
    if (kind > 1) return { used: 0, cancel: () => {} };
    const method = ['POST', 'PUT', 'DELETE'][chance.below(3)] ?? 'POST';
    return sandbox.faults.next({
      when: { method, path: /\/(time_entries|timers)/ },
      outcome: async ({ handle, hangUp }) => {
        if (kind === 0) await handle();
        return hangUp();
      },
    });
  }
}
