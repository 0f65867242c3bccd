// A request cut on its way may still arrive, so that not finding what it carried proves nothing at
// first. The wait is counted from the first look that found FreshBooks without it, not from when it
// was sent: between the two the program may have ended. And it is counted by what no setting of the
// clock moves: a clock put forward would end the wait while the request is still on its way.
import type { EntryKey } from '../../shared/ids.ts';

const LATE_ARRIVAL_MS = 30_000;

export class LateArrivals {
  private readonly uptime: () => number;
  private readonly missedSinceMs = new Map<EntryKey, number>();

  /** @param uptime milliseconds since any beginning, which nobody can set */
  constructor(uptime: () => number) {
    this.uptime = uptime;
  }

  /** To be asked each time it was looked for and not found. */
  mayStillCome(key: EntryKey): boolean {
    const now = this.uptime();
    const since = this.missedSinceMs.get(key) ?? now;
    this.missedSinceMs.set(key, since);
    return now - since < LATE_ARRIVAL_MS;
  }

  /** It is sent anew, or its outcome is known. */
  forget(key: EntryKey): void {
    this.missedSinceMs.delete(key);
  }
}
