// How components reach the snapshot and the main process.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { TraybooksApi } from '../../shared/ipc.ts';
import type { SliceName, Snapshot } from '../../shared/snapshot.ts';
import type { Reading, SnapshotStore } from './snapshot-store.ts';

export interface Traybooks {
  readonly api: TraybooksApi;
  readonly store: SnapshotStore;
}

export const TraybooksContext = createContext<Traybooks | null>(null);

export function useTraybooks(): Traybooks {
  const traybooks = useContext(TraybooksContext);
  if (!traybooks) throw new Error('A component was drawn outside TraybooksContext');
  return traybooks;
}

export function useReadingStatus(): Reading['status'] {
  const { store } = useTraybooks();
  return useSyncExternalStore(store.subscribe, () => store.current().status);
}

/** Only below the gate that waits for the first snapshot. */
export function useSlice<Name extends SliceName>(name: Name): Snapshot[Name] {
  const { store } = useTraybooks();
  return useSyncExternalStore(store.subscribe, () => {
    const reading = store.current();
    if (reading.status !== 'ready') throw new Error(`Slice ${name} was read before the snapshot`);
    return reading.snapshot[name];
  });
}
