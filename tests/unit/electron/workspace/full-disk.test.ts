import { afterEach, beforeEach, expect, it } from 'vitest';
import { BackOff } from '../../../../electron/workspace/back-off.ts';
import { CachedLists } from '../../../../electron/workspace/cached-lists.ts';
import { openDatabase, type WorkspaceDatabase } from '../../../../electron/workspace/database.ts';
import { Outbox } from '../../../../electron/workspace/outbox.ts';
import { OutboxRows } from '../../../../electron/workspace/outbox-rows.ts';
import { Pauses } from '../../../../electron/workspace/pauses.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { ok } from '../../../../shared/result.ts';
import { CATALOG, LARKFIELD, MAYA } from '../../../support/larkfield.ts';
import { NOW, type WorkspaceBench, workspaceBench } from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
let database: WorkspaceDatabase;
beforeEach(() => {
  bench = workspaceBench();
  database = openDatabase(bench.databasePath, NOW);
});
afterEach(() => {
  database.close();
  return bench.remove();
});

const LOGIN = 'login-1' as ConnectionId;
const FULL = { ok: false, error: { code: 'storage-full' } };

/** SQLite then refuses to grow the file in the very way it does on a full disk. */
function fillDisk(): void {
  database.rows('PRAGMA max_page_count = 1');
}

function outboxWith(rows: OutboxRows): Outbox {
  return new Outbox({
    rows,
    pauses: new Pauses(() => NOW),
    clock: () => NOW,
    uptime: () => 0,
    afterLastList: () => NOW,
    backOff: new BackOff(() => 0.5),
    randomId: () => 'entry-1',
    booksOf: async () => ok(bench.books),
    businessOf: () => LARKFIELD,
    reportBug: (error) => bench.bugs.push(error),
    onChange: () => {},
  });
}

const newEntry = {
  connectionId: LOGIN,
  source: 'sandbox',
  identityId: MAYA.id,
  businessId: LARKFIELD.id,
  draft: {
    startedAtMs: NOW,
    durationSeconds: 60,
    timeZone: 'UTC',
    clientId: null,
    projectId: null,
    serviceId: null,
    internal: false,
    billable: true,
    note: 'x'.repeat(9000),
  },
} as const;

it('an entry that cannot be stored is neither acknowledged, nor sent, nor shown', async () => {
  const rows = new OutboxRows(database);
  fillDisk();
  expect(outboxWith(rows).add(newEntry)).toEqual(FULL);
  expect(bench.books.calls).toEqual([]);
  expect(rows.list()).toEqual([]);
  expect(new OutboxRows(database).list()).toEqual([]);
});

it('nothing of a transaction stays when its end does not fit', () => {
  fillDisk();
  const written = database.write((run) => {
    run("INSERT INTO notices (id, text) VALUES ('a', 'A')");
    run('INSERT INTO notices (id, text) VALUES (?, ?)', 'b', 'B'.repeat(50_000));
  });
  expect(written).toEqual(FULL);
  expect(database.rows('SELECT id FROM notices')).toEqual([]);
});

it('space coming back is enough', () => {
  fillDisk();
  const add = () =>
    database.write((run) =>
      run('INSERT INTO notices (id, text) VALUES (?, ?)', 'b', 'B'.repeat(50_000)),
    );
  expect(add()).toEqual(FULL);
  database.rows('PRAGMA max_page_count = 100000');
  expect(add()).toMatchObject({ ok: true });
});

it('a list that cannot be kept is an answer, not a crash', () => {
  database.write((run) =>
    run("INSERT INTO connections VALUES (?, 'sandbox', '{}', 0, NULL, '{}', 1, 1)", LOGIN),
  );
  fillDisk();
  const owner = { connectionId: LOGIN, businessId: LARKFIELD.id };
  const body = {
    ...CATALOG,
    clients: Array.from({ length: 500 }, () => CATALOG.clients[0]).flatMap((c) => c ?? []),
  };
  expect(new CachedLists(database).save(owner, 'catalog', { body, refreshedAtMs: NOW })).toEqual(
    FULL,
  );
  expect(new CachedLists(database).read(owner, 'catalog')).toBeNull();
});
