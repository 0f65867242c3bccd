// How long unsent entries rest after a run that sent nothing: longer each time, and not at the same
// moment as every other computer that lost the same network.
import type { ConnectionId } from '../../shared/ids.ts';

const FIRST_MS = 15_000;
const LONGEST_MS = 15 * 60_000;
const SPREAD = 0.2;

export class BackOff {
  private readonly random: () => number;
  private readonly rests = new Map<
    ConnectionId,
    { readonly failures: number; readonly sinceMs: number; readonly untilMs: number }
  >();

  /** @param random 0 ≤ answer < 1 */
  constructor(random: () => number) {
    this.random = random;
  }

  /** Nothing could be sent. */
  failed(id: ConnectionId, nowMs: number): void {
    const failures = (this.rests.get(id)?.failures ?? 0) + 1;
    const regularMs = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
    const spread = 1 + SPREAD * (2 * this.random() - 1);
    const untilMs = nowMs + Math.round(regularMs * spread);
    this.rests.set(id, { failures, sinceMs: nowMs, untilMs });
  }

  /** The last run sent nothing, and nothing has happened since that makes a difference. */
  hasFailed(id: ConnectionId): boolean {
    return this.rests.has(id);
  }

  /** Something was sent, or there is reason to think that it can be now. */
  reset(id: ConnectionId): void {
    this.rests.delete(id);
  }

  /**
   * @returns milliseconds since the epoch; zero when there is nothing to wait for, as after the
   *   clock was set back behind the rest's own beginning
   */
  endsAtMs(id: ConnectionId, nowMs: number): number {
    const rest = this.rests.get(id);
    return rest === undefined || nowMs < rest.sinceMs ? 0 : rest.untilMs;
  }
}
