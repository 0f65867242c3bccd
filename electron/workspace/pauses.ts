// FreshBooks' "not before": after a 429 nothing is asked of that login until its time is over,
// whoever wants to (freshbooks-api.md §7).
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';

export class Pauses {
  private readonly clock: () => number;
  private readonly until = new Map<ConnectionId, number>();

  constructor(clock: () => number) {
    this.clock = clock;
  }

  /** Takes note of a 429; any other error means nothing here. */
  note(id: ConnectionId, error: TraybooksError): void {
    if (error.code !== 'rate-limited') return;
    const endsAtMs = this.clock() + error.retryAfterSeconds * 1000;
    this.until.set(id, Math.max(this.endsAtMs(id), endsAtMs));
  }

  /** Milliseconds since the epoch; zero when there is none. */
  endsAtMs(id: ConnectionId): number {
    return this.until.get(id) ?? 0;
  }

  /** The error to answer instead of asking; null when asking is fine. */
  refusal(id: ConnectionId): TraybooksError | null {
    const leftMs = this.endsAtMs(id) - this.clock();
    if (leftMs <= 0) return null;
    return { code: 'rate-limited', retryAfterSeconds: Math.ceil(leftMs / 1000) };
  }
}
