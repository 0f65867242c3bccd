// A request cut on its way may still arrive, so that not finding what it carried proves nothing at
// first. The wait is counted from the first look that found FreshBooks without it, not from when it
// was sent: between the two the computer may have slept, or its clock been set.
import type { EntryKey } from '../../shared/ids.ts';

const LATE_ARRIVAL_MS = 30_000;

export class LateArrivals {
  private readonly clock: () => number;
  private readonly missedSinceMs = new Map<EntryKey, number>();

  constructor(clock: () => number) {
    this.clock = clock;
  }

  /** To be asked each time it was looked for and not found. */
  mayStillCome(key: EntryKey): boolean {
    const now = this.clock();
    const since = Math.min(this.missedSinceMs.get(key) ?? now, now);
    this.missedSinceMs.set(key, since);
    return now - since < LATE_ARRIVAL_MS;
  }

  /** It is sent anew, or its outcome is known. */
  forget(key: EntryKey): void {
    this.missedSinceMs.delete(key);
  }
}
