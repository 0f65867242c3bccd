// What the workspace does when a part of it throws, which only a bug or a broken machine makes it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../../../support/manual-clock.ts';
import {
  logAndSettle,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

const MINUTE = 60_000;
const broken = new Error('broken');

async function restarted() {
  await bench.openSignedIn();
  bench.kill();
  const { resume } = bench.connections;
  bench.connections.resume = () => Promise.reject(broken);
  const workspace = bench.open();
  workspace.start();
  await settle();
  return { workspace, repair: () => Object.assign(bench.connections, { resume }) };
}

describe('a login that cannot be brought back because something throws', () => {
  it('is an error of the refresh, reported, and tried again until it works', async () => {
    const { workspace, repair } = await restarted();
    expect(bench.bugs).toContain(broken);
    expect(await workspace.refresh()).toMatchObject({ ok: false, error: { code: 'bug' } });
    expect(workspace.snapshot().sync.error).toMatchObject({ code: 'bug' });
    repair();
    expect(await workspace.refresh()).toMatchObject({ ok: true });
    expect(workspace.snapshot().sync.error).toBeNull();
  });

  it('keeps an entry waiting, says so, and sends it once when it works again', async () => {
    const { workspace, repair } = await restarted();
    expect(await logAndSettle(workspace)).toMatchObject({
      ok: true,
      value: { state: 'waiting' },
    });
    repair();
    await bench.clock.advanceSettling(5 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
    expect(workspace.snapshot().outbox.waiting).toBe(0);
  });

  it('is loaded anew when the way to it could not be loaded', async () => {
    await bench.openSignedIn();
    bench.kill();
    bench.loadError = broken;
    const workspace = bench.open();
    workspace.start();
    await settle();
    expect(await workspace.refresh()).toMatchObject({ ok: false });
    bench.loadError = null;
    expect(await workspace.refresh()).toMatchObject({ ok: true });
  });
});

describe('an entry whose sending throws', () => {
  it('is acknowledged once, looked for, and sent once', async () => {
    const workspace = await bench.openSignedIn();
    const { createTimeEntry } = bench.books;
    bench.books.createTimeEntry = () => Promise.reject(broken);
    expect(await logAndSettle(workspace)).toMatchObject({
      ok: true,
      value: { state: 'unsure' },
    });
    expect(bench.bugs).toEqual([broken]);
    bench.books.createTimeEntry = createTimeEntry;
    await bench.clock.advanceSettling(5 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
    expect(workspace.snapshot().time.entries).toMatchObject([{ state: 'saved' }]);
  });
});

describe('a refresh that throws', () => {
  it('is said, and the next one works', async () => {
    const workspace = await bench.openSignedIn();
    const { catalog } = bench.books;
    bench.books.catalog = () => Promise.reject(broken);
    expect(await workspace.refresh()).toMatchObject({ ok: false, error: { code: 'bug' } });
    expect(workspace.snapshot().sync).toMatchObject({ refreshing: false, error: { code: 'bug' } });
    bench.books.catalog = catalog;
    expect(await workspace.refresh()).toMatchObject({ ok: true });
  });
});
