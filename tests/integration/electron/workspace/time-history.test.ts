import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secondsOn } from '../../../../shared/day-total.ts';
import {
  listedEntry,
  logAndSettle,
  NOW,
  TODAY,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

const DAY = 24 * 3_600_000;

describe('time of past weeks', () => {
  it('is there from the first of five weeks before this one', async () => {
    const monday = Date.UTC(2026, 9, 5, 4);
    bench.books.entries.push(
      listedEntry(1, { startedAtMs: NOW - 3_600_000 }),
      listedEntry(2, { startedAtMs: NOW - 20 * DAY }),
      listedEntry(3, { startedAtMs: monday }),
      listedEntry(4, { startedAtMs: monday - 1000 }),
    );
    const workspace = await bench.openSignedIn();
    const { time } = workspace.snapshot();
    expect(time).toMatchObject({ from: '2026-10-05', weekStart: '2026-11-09', today: TODAY });
    expect(time.entries.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(secondsOn(time.entries, TODAY)).toBe(3600);
    expect(bench.open().snapshot().time.entries).toHaveLength(3);
  });

  it('keeps every entry that was not sent, whatever its day', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(workspace, { ...unsentLongAgo });
    expect(workspace.snapshot().time.entries).toMatchObject([{ day: '2026-07-01' }]);
  });
});

describe('an outbox of an earlier version', () => {
  it('is read as it was meant: saved entries are known, unsure ones are looked for', async () => {
    const before = await bench.openSignedIn();
    await logAndSettle(before);
    bench.kill();
    const database = new Database(bench.databasePath);
    database.exec(`
      INSERT INTO outbox (key, connection_id, source, identity_id, business_id, position, draft,
        state, sent_at_ms, known_ids)
      SELECT 'old', connection_id, source, identity_id, business_id, 9,
        replace(draft, 'Home page layout', 'Sent before'), 'sending', ${NOW}, '[]'
      FROM outbox;
      UPDATE outbox SET base = NULL, attempt = NULL, act = NULL`);
    database.close();
    const workspace = bench.open();
    expect(workspace.snapshot().time.entries).toMatchObject([
      { state: 'saved', note: 'Home page layout' },
      { state: 'unsure', note: 'Sent before' },
    ]);
    const [saved] = bench.books.entries;
    if (saved) bench.books.entries.push({ ...saved, id: 5 as never, note: 'Sent before' });
    workspace.start();
    await bench.clock.advanceSettling(60_000);
    expect(bench.books.count('createTimeEntry')).toBe(1);
    workspace.deleteEntry('entry-1');
    await bench.clock.advanceSettling(60_000);
    expect(bench.books.entries).toMatchObject([{ note: 'Sent before' }]);
  });
});

const unsentLongAgo = {
  durationSeconds: 3600,
  clientId: null,
  projectId: 7004518,
  serviceId: 4810022,
  billable: null,
  note: 'Long ago',
  day: '2026-07-01',
  startedAtMs: null,
};
