// FreshBooks' "not before": after a 429 nothing is asked of that login until its time is over,
// whoever wants to (freshbooks-api.md §7).
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';

export class Pauses {
  private readonly clock: () => number;
  private readonly pauses = new Map<
    ConnectionId,
    { readonly sinceMs: number; readonly untilMs: number }
  >();

  constructor(clock: () => number) {
    this.clock = clock;
  }

  /** Takes note of a 429; any other error means nothing here. */
  note(id: ConnectionId, error: TraybooksError): void {
    if (error.code !== 'rate-limited') return;
    const sinceMs = this.clock();
    const untilMs = Math.max(this.endsAtMs(id), sinceMs + error.retryAfterSeconds * 1000);
    this.pauses.set(id, { sinceMs, untilMs });
  }

  /**
   * @returns milliseconds since the epoch; zero when there is none, and after the clock was set
   *   back behind its beginning, or an hour put back would make it an hour longer
   */
  endsAtMs(id: ConnectionId): number {
    const pause = this.pauses.get(id);
    return pause === undefined || this.clock() < pause.sinceMs ? 0 : pause.untilMs;
  }

  /** The error to answer instead of asking; null when asking is fine. */
  refusal(id: ConnectionId): TraybooksError | null {
    const leftMs = this.endsAtMs(id) - this.clock();
    if (leftMs <= 0) return null;
    return { code: 'rate-limited', retryAfterSeconds: Math.ceil(leftMs / 1000) };
  }
}
