// The page's only state: the snapshot the main process owns, read once and then kept current by
// its events. Components subscribe to one slice and are drawn again only when it was replaced.
import type { TraybooksError } from '../../shared/errors.ts';
import type { TraybooksApi } from '../../shared/ipc.ts';
import type { Snapshot } from '../../shared/snapshot.ts';

export type Reading =
  | { readonly status: 'reading' }
  | { readonly status: 'ready'; readonly snapshot: Snapshot }
  | { readonly status: 'failed'; readonly error: TraybooksError };

export interface SnapshotStore {
  current(): Reading;
  /** @returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Reads the whole snapshot; called before anything is drawn, and again after a failure. */
  read(): Promise<void>;
}

export function createSnapshotStore(api: TraybooksApi): SnapshotStore {
  let reading: Reading = { status: 'reading' };
  let changedSinceAsked = false;
  const listeners = new Set<() => void>();

  function become(next: Reading): void {
    reading = next;
    for (const listener of listeners) listener();
  }

  api.subscribe((event) => {
    if (event.name !== 'snapshot.changed') return;
    changedSinceAsked = true;
    if (reading.status === 'ready') {
      become({ status: 'ready', snapshot: { ...reading.snapshot, ...event.slices } });
    }
  });

  async function read(): Promise<void> {
    changedSinceAsked = false;
    const answer = await api.call('snapshot.read');
    become(
      answer.ok
        ? { status: 'ready', snapshot: answer.value }
        : { status: 'failed', error: answer.error },
    );
    // An event may have overtaken the answer, and the answer may be the older of the two.
    if (answer.ok && changedSinceAsked) await read();
  }

  return {
    current: () => reading,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read,
  };
}
