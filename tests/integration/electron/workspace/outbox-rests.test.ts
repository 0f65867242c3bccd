import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import type { TraybooksError } from '../../../../shared/errors.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  entry,
  listedEntry,
  logAndSettle,
  NOW,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const OFFLINE = { code: 'offline' } as const;

async function offlineWithOne() {
  const workspace = await bench.openSignedIn();
  bench.books.failing.set('createTimeEntry', OFFLINE);
  await logAndSettle(workspace);
  return workspace;
}

const tries = () => bench.books.count('createTimeEntry');

describe('what cannot be sent', () => {
  it('says when it is tried next, and that is longer each time', async () => {
    const workspace = await offlineWithOne();
    workspace.setVisible(true);
    const rests: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const next = workspace.snapshot().outbox.nextTryAtMs ?? 0;
      rests.push((next - bench.clock.now()) / SECOND);
      await bench.clock.advanceSettling(next - bench.clock.now());
      expect(tries()).toBe(round + 2);
    }
    expect(rests).toEqual([15, 30, 60, 120, 240, 480]);
  });

  it('begins with short rests again once something went through', async () => {
    const workspace = await offlineWithOne();
    await bench.clock.advanceSettling(10 * MINUTE);
    bench.books.failing.clear();
    bench.books.gate = async (method) => {
      if (method === 'createTimeEntry' && bench.books.entries.length > 0) {
        bench.books.failing.set('createTimeEntry', OFFLINE);
      }
    };
    await logAndSettle(workspace, entry({ note: 'Second' }));
    expect(bench.books.entries).toHaveLength(1);
    expect(workspace.snapshot().outbox).toMatchObject({
      waiting: 1,
      nextTryAtMs: bench.clock.now() + 15 * SECOND,
    });
  });

  it.each([
    ['the network is back', (workspace: Workspace) => workspace.networkBack()],
    ['the computer wakes up', (workspace: Workspace) => workspace.wokeUp()],
    ['somebody presses Retry now', (workspace: Workspace) => void workspace.retryUnsent()],
  ])('is tried at once when %s', async (_, act) => {
    const workspace = await offlineWithOne();
    await bench.clock.advanceSettling(10 * MINUTE);
    bench.books.failing.clear();
    act(workspace);
    await settle();
    expect(bench.books.entries).toHaveLength(1);
    expect(workspace.snapshot().outbox).toMatchObject({ waiting: 0, nextTryAtMs: null });
  });

  it('is tried when the app starts', async () => {
    await offlineWithOne();
    await bench.clock.advanceSettling(10 * MINUTE);
    bench.books.failing.clear();
    bench.kill();
    bench.open().start();
    await settle();
    expect(bench.books.entries).toHaveLength(1);
  });

  it('rests as long as FreshBooks says after a 429, whoever presses what', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'rate-limited', retryAfterSeconds: 600 });
    await logAndSettle(workspace);
    bench.books.failing.clear();
    expect(workspace.snapshot().outbox.nextTryAtMs).toBe(NOW + 10 * MINUTE);
    expect(workspace.retryUnsent()).toEqual({
      ok: false,
      error: { code: 'rate-limited', retryAfterSeconds: 600 },
    });
    await settle();
    expect(tries()).toBe(1);
    await bench.clock.advanceSettling(11 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
  });

  it('goes out although the clock was set back by hours meanwhile', async () => {
    const workspace = await offlineWithOne();
    await bench.clock.advanceSettling(10 * MINUTE);
    bench.books.failing.clear();
    bench.clock.jump(-5 * 60 * MINUTE);
    // The timers of this clock are set by the time of day; real ones would have fired as they were.
    workspace.setVisible(true);
    await bench.clock.advanceSettling(20 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
  });

  it('does not hold up what comes behind it', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', {
      code: 'rejected',
      fields: { note: 'is not allowed' },
    });
    await logAndSettle(workspace);
    bench.books.failing.clear();
    await logAndSettle(workspace, entry({ note: 'Second' }));
    expect(bench.books.entries).toMatchObject([{ note: 'Second' }]);
  });
});

describe('an entry FreshBooks cannot be asked about', () => {
  it.each<TraybooksError>([
    { code: 'server-trouble', status: 500, detail: 'not JSON' },
    { code: 'not-allowed', thing: 'time entries' },
  ])('for a $code holds up nothing else', async (error) => {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('timeEntry', error);
    workspace.deleteEntry('freshbooks-77');
    await logAndSettle(workspace, entry({ note: 'Second' }));
    expect(bench.books.entries.map(({ note }) => note)).toContain('Second');
  });
});

describe('nothing to send', () => {
  it('needs no timer', async () => {
    const workspace = await bench.openSignedIn();
    const before = [...bench.clock.pending];
    await logAndSettle(workspace);
    expect(workspace.snapshot().outbox.nextTryAtMs).toBeNull();
    expect(bench.clock.pending).toEqual(before);
  });
});

describe('a clock that was set', () => {
  it.each([
    ['back', -3],
    ['forward', 3],
  ])('%s while an answer was lost leads to one entry', async (_, hours) => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'outcome-unknown' });
    await logAndSettle(workspace);
    bench.books.failing.clear();
    bench.clock.jump(hours * 60 * MINUTE);
    workspace.setVisible(true);
    await bench.clock.advanceSettling(30 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
    expect(tries()).toBe(2);
  });

  it('back leaves an entry on screen that was saved just now', async () => {
    const workspace = await bench.openSignedIn();
    bench.clock.jump(-60 * MINUTE);
    await logAndSettle(workspace);
    expect(workspace.snapshot().time.entries).toMatchObject([{ state: 'saved' }]);
  });
});
