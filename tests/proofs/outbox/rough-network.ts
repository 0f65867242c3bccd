// The way between app and FreshBooks at its worst: answers lost, connections cut, requests that
// arrive when nobody waits for them any more, and FreshBooks itself busy or broken. Chance, seeded,
// decides; every fault is counted.
import { malformedJson } from '../../../electron/sandbox/faults/bent-answers.ts';
import {
  cutOffMidAnswer,
  dropAfterHandling,
  dropBeforeHandling,
  stall,
} from '../../../electron/sandbox/faults/connection-faults.ts';
import type { FaultOutcome } from '../../../electron/sandbox/faults/exchange.ts';
import { htmlBadGateway, rateLimited } from '../../../electron/sandbox/faults/refusals.ts';
import type { Sandbox } from '../../../electron/sandbox/start-sandbox.ts';
import type { Chance } from '../rotation/chance.ts';
import { TRUE_TIME } from './true-time.ts';

const FAULTS = {
  'cut before storing': dropBeforeHandling,
  'cut mid-answer': cutOffMidAnswer,
  'answer dropped': dropAfterHandling,
  '502 not stored': htmlBadGateway,
  '502 stored': async (exchange) => {
    await exchange.handle();
    return htmlBadGateway(exchange);
  },
  'stalled before storing': (exchange) => stall('before-handling').outcome(exchange),
  'stalled after storing': (exchange) => stall('after-handling').outcome(exchange),
  'unreadable answer': malformedJson,
} as const satisfies Readonly<Record<string, FaultOutcome>>;

export type Fault = keyof typeof FAULTS | '429' | 'arrived late';

const ALL: readonly Fault[] = [...(Object.keys(FAULTS) as Fault[]), '429', 'arrived late'];
const LONGEST_RETRY_AFTER_S = 90;
/** A request cut on its way is taken to arrive within half a minute or never. */
const LATEST_ARRIVAL_MS = 28_000;

const KINDS = [
  { method: 'POST', path: /\/time_entries$/ },
  { method: 'PUT', path: /\/time_entries\/\d+$/ },
  { method: 'DELETE', path: /\/time_entries\/\d+$/ },
  { method: 'GET', path: /\/time_entries/ },
] as const;

/** Of a request, as FreshBooks sees it. */
export type Moment = 'arrived' | 'stored';

export type Method = (typeof KINDS)[number]['method'];

export class RoughNetwork {
  readonly counts = new Map<Fault, number>();
  /** One request of so many meets a fault; 0: none does. */
  oneIn = 0;
  /** What the next requests of a kind meet, whatever chance says. */
  planned: Partial<Record<Method, readonly Fault[]>> = {};
  /** Told of each request before it is handled and after. @returns whether to hang up */
  onRequest: (moment: Moment) => boolean = () => false;
  /** True time of the last request. */
  lastTrueMs = 0;
  private late: { readonly atMs: number; readonly handle: () => Promise<unknown> }[] = [];

  constructor(
    sandbox: Sandbox,
    private readonly chance: Chance,
  ) {
    for (const when of KINDS) {
      const outcome = this.meets(when.method);
      sandbox.faults.next({ when, outcome, times: Number.POSITIVE_INFINITY });
    }
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Everything that was on its way arrives. */
  async arriveAll(): Promise<void> {
    await this.arrive(Number.POSITIVE_INFINITY);
  }

  private meets(method: Method): FaultOutcome {
    return async (exchange) => {
      const trueMs = Number(exchange.header(TRUE_TIME));
      this.lastTrueMs = Math.max(this.lastTrueMs, trueMs);
      await this.arrive(trueMs);
      if (this.onRequest('arrived')) return exchange.hangUp();
      const fault = this.choose(method);
      if (fault === null) {
        const answer = await exchange.handle();
        return this.onRequest('stored') ? exchange.hangUp() : answer;
      }
      this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
      if (fault === '429')
        return rateLimited(1 + this.chance.below(LONGEST_RETRY_AFTER_S))(exchange);
      if (fault !== 'arrived late') return FAULTS[fault](exchange);
      await exchange.received();
      const atMs = trueMs + LATEST_ARRIVAL_MS / (1 + this.chance.below(4));
      this.late.push({ atMs, handle: exchange.handle });
      return exchange.hangUp();
    };
  }

  private choose(method: Method): Fault | null {
    const [planned, ...rest] = this.planned[method] ?? [];
    if (planned) {
      this.planned = { ...this.planned, [method]: rest };
      return planned;
    }
    if (this.oneIn === 0 || this.chance.below(this.oneIn) > 0) return null;
    const fault = ALL[this.chance.below(ALL.length)] ?? null;
    // A question that arrives late changes nothing.
    return fault === 'arrived late' && method === 'GET' ? 'cut before storing' : fault;
  }

  private async arrive(trueMs: number): Promise<void> {
    const arrived = this.late.filter(({ atMs }) => atMs <= trueMs);
    this.late = this.late.filter(({ atMs }) => atMs > trueMs);
    for (const { handle } of arrived) await handle();
  }
}
