import { describe, expect, it, vi } from 'vitest';
import { createSnapshotStore } from '../../../../renderer/snapshot/snapshot-store.ts';
import type { TraybooksApi, TraybooksEvent } from '../../../../shared/ipc.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Snapshot } from '../../../../shared/snapshot.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';

const { full, empty, offline } = sampleSnapshots(0);

function mainProcess() {
  const listeners = new Set<(event: TraybooksEvent) => void>();
  const asked: ((answer: Result<Snapshot>) => void)[] = [];
  const call = vi.fn(() => new Promise((answer) => asked.push(answer)));
  return {
    api: {
      call: call as unknown as TraybooksApi['call'],
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    } satisfies TraybooksApi,
    asked,
    emit(slices: Partial<Snapshot>) {
      for (const listener of listeners) listener({ name: 'snapshot.changed', slices });
    },
  };
}

describe('the page’s snapshot', () => {
  it('is read once, then kept current by events', async () => {
    const main = mainProcess();
    const store = createSnapshotStore(main.api);
    const reading = store.read();
    expect(store.current().status).toBe('reading');
    main.asked[0]?.({ ok: true, value: full });
    await reading;
    main.emit({ invoices: empty.invoices });
    expect(store.current()).toEqual({
      status: 'ready',
      snapshot: { ...full, invoices: empty.invoices },
    });
    expect(main.asked).toHaveLength(1);
  });

  it('keeps the slices that did not change, so that only the others are drawn again', async () => {
    const main = mainProcess();
    const store = createSnapshotStore(main.api);
    const reading = store.read();
    main.asked[0]?.({ ok: true, value: full });
    await reading;
    main.emit({ sync: offline.sync });
    const now = store.current();
    expect(now.status === 'ready' && now.snapshot.invoices).toBe(full.invoices);
  });

  it('asks again when an event overtook the answer', async () => {
    const main = mainProcess();
    const store = createSnapshotStore(main.api);
    const reading = store.read();
    main.emit({ invoices: empty.invoices });
    main.asked[0]?.({ ok: true, value: full });
    await vi.waitFor(() => expect(main.asked).toHaveLength(2));
    main.asked[1]?.({ ok: true, value: empty });
    await reading;
    expect(store.current()).toEqual({ status: 'ready', snapshot: empty });
  });

  it('says why it could not be read, and can be asked again', async () => {
    const main = mainProcess();
    const store = createSnapshotStore(main.api);
    const first = store.read();
    main.asked[0]?.({ ok: false, error: { code: 'bug', detail: 'no snapshot' } });
    await first;
    expect(store.current().status).toBe('failed');
    const second = store.read();
    main.asked[1]?.({ ok: true, value: full });
    await second;
    expect(store.current().status).toBe('ready');
  });

  it('tells subscribers until they leave', async () => {
    const main = mainProcess();
    const store = createSnapshotStore(main.api);
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    const reading = store.read();
    main.asked[0]?.({ ok: true, value: full });
    await reading;
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    main.emit({ notices: [] });
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
