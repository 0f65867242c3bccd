// The state everyone draws from. A slice equal to the last one is not sent, and all that
// changed in one turn of the event loop goes out together.
import { isDeepStrictEqual } from 'node:util';
import type { SliceName, Snapshot } from '../../shared/snapshot.ts';

export type SnapshotListener = (changed: Partial<Snapshot>) => void;

export class SnapshotStore {
  private snapshot: Snapshot;
  private readonly listeners = new Set<SnapshotListener>();
  private changed: Partial<Snapshot> | null = null;

  constructor(first: Snapshot) {
    this.snapshot = first;
  }

  current(): Snapshot {
    return this.snapshot;
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: SnapshotListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes the whole state anew; only what differs from the last is published. */
  replace(next: Snapshot): void {
    for (const name of Object.keys(next) as SliceName[]) this.set(name, next[name]);
  }

  private set<Name extends SliceName>(name: Name, slice: Snapshot[Name]): void {
    if (isDeepStrictEqual(this.snapshot[name], slice)) return;
    this.snapshot = { ...this.snapshot, [name]: slice };
    if (this.changed === null) setImmediate(() => this.publish());
    this.changed = { ...this.changed, [name]: slice };
  }

  private publish(): void {
    const changed = this.changed;
    this.changed = null;
    if (changed === null) return;
    for (const listener of this.listeners) listener(changed);
  }
}
