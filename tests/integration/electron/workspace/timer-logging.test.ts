import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackOff } from '../../../../electron/workspace/back-off.ts';
import { openDatabase, type WorkspaceDatabase } from '../../../../electron/workspace/database.ts';
import { Outbox } from '../../../../electron/workspace/outbox.ts';
import { OutboxRows } from '../../../../electron/workspace/outbox-rows.ts';
import { Pauses } from '../../../../electron/workspace/pauses.ts';
import { undone } from '../../../../electron/workspace/row-acts.ts';
import { lastActs, undoable } from '../../../../electron/workspace/undo.ts';
import type { TimeEntryDraft } from '../../../../shared/books.ts';
import type { ConnectionId, EntryKey } from '../../../../shared/ids.ts';
import { ok } from '../../../../shared/result.ts';
import type { RemoteTimer } from '../../../../shared/running-timers.ts';
import { LARKFIELD, MAYA } from '../../../support/larkfield.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  listedEntry,
  NOW,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

const LOGIN = 'login-1' as ConnectionId;
const KEY = 'entry-1' as EntryKey;

let bench: WorkspaceBench;
let database: WorkspaceDatabase;
let rows: OutboxRows;
let outbox: Outbox;
let timer: RemoteTimer;
beforeEach(async () => {
  bench = workspaceBench();
  database = openDatabase(bench.databasePath, NOW);
  rows = new OutboxRows(database);
  outbox = outboxOn(rows);
  const { internal, billable, clientId, projectId, serviceId, note } = draft;
  const work = { internal, billable, clientId, projectId, serviceId, note };
  const started = await bench.books.timers.start(LARKFIELD, {
    ...work,
    startedAtMs: draft.startedAtMs,
    timeZone: draft.timeZone,
  });
  if (!started.ok) throw new Error(started.error.code);
  timer = started.value;
});
afterEach(() => {
  outbox.close();
  database.close();
  return bench.remove();
});

const { id: _id, identityId: _identity, billed: _billed, ...listed } = listedEntry(0);
const draft: TimeEntryDraft = { ...listed, timeZone: 'America/Toronto', note: 'With a timer' };

function outboxOn(outboxRows: OutboxRows): Outbox {
  const { clock } = bench;
  return new Outbox({
    rows: outboxRows,
    pauses: new Pauses(clock.now),
    clock: clock.now,
    uptime: clock.uptime,
    afterLastList: clock.now,
    backOff: new BackOff(() => 0.5),
    randomId: () => KEY,
    booksOf: async () => ok(bench.books),
    businessOf: () => LARKFIELD,
    reportBug: (error) => bench.bugs.push(error),
    onChange: () => {},
  });
}

async function stop(): Promise<void> {
  const owner = {
    connectionId: LOGIN,
    source: 'sandbox',
    identityId: MAYA.id,
    businessId: LARKFIELD.id,
  } as const;
  expect(outbox.add({ ...owner, draft, timer }, 'timer-logged')).toEqual(ok({ key: KEY }));
  await settle();
}

async function later(seconds = 60): Promise<void> {
  bench.clock.advance(seconds * 1000);
  await outbox.tryAgain(LOGIN);
  await settle();
}

const logged = () => bench.books.entries.map(({ note }) => note);

describe('an entry that closes a timer', () => {
  it('becomes of the timer, which runs no more', async () => {
    await stop();
    expect(logged()).toEqual(['With a timer']);
    expect(bench.books.timers.running).toEqual([]);
    expect(bench.books.count('createTimeEntry')).toBe(0);
    expect(rows.find(KEY)).toMatchObject({ state: 'saved', timer: null });
  });

  it('is there once when the answer was lost', async () => {
    bench.books.loseNextAnswer = { code: 'outcome-unknown' };
    await stop();
    expect(rows.find(KEY)).toMatchObject({ state: 'unsure' });
    await later();
    expect(logged()).toEqual(['With a timer']);
    expect(rows.find(KEY)).toMatchObject({ state: 'saved' });
  });

  it('is settled after a restart with the timer as it was last seen', async () => {
    bench.books.loseNextAnswer = { code: 'outcome-unknown' };
    await stop();
    outbox.close();
    rows = new OutboxRows(database);
    expect(rows.find(KEY)).toMatchObject({ state: 'unsure', timer: { id: timer.id } });
    outbox = outboxOn(rows);
    await later();
    expect(logged()).toEqual(['With a timer']);
    expect(bench.books.count('createTimeEntry')).toBe(0);
  });

  it('is added without it when FreshBooks knows no such timer', async () => {
    bench.books.timers.running = [];
    await stop();
    expect(logged()).toEqual(['With a timer']);
    expect(bench.books.count('createTimeEntry')).toBe(1);
  });

  it('is added without it when FreshBooks refuses to log timers', async () => {
    bench.books.failing.set('timers.log', { code: 'not-allowed', thing: 'timers' });
    await stop();
    expect(logged()).toEqual(['With a timer']);
  });

  it('waits while nothing can be sent', async () => {
    bench.books.failing.set('timers.log', { code: 'offline' });
    await stop();
    expect(rows.find(KEY)).toMatchObject({ state: 'waiting', timer: { id: timer.id } });
    bench.books.failing.clear();
    await later();
    expect(logged()).toEqual(['With a timer']);
  });

  it('asks when the timer was logged elsewhere, and with another length', async () => {
    bench.books.timers.logElsewhere(timer.id, { ...draft, durationSeconds: 1200 });
    await stop();
    expect(logged()).toHaveLength(1);
    expect(rows.find(KEY)).toMatchObject({
      state: 'conflict',
      theirs: { durationSeconds: 1200 },
      draft: { durationSeconds: draft.durationSeconds },
    });
  });

  it('is not to be taken back while it asks, for that would delete what was logged elsewhere', async () => {
    bench.books.timers.logElsewhere(timer.id, { ...draft, durationSeconds: 1200 });
    await stop();
    expect(undoable(lastActs(rows.list()), NOW)).toBeNull();
  });

  it('is taken back: an entry that was made is deleted, whatever was heard of it', async () => {
    bench.books.loseNextAnswer = { code: 'outcome-unknown' };
    await stop();
    const row = rows.find(KEY);
    expect(row?.act?.what).toBe('timer-logged');
    if (row) outbox.store(undone(row, NOW));
    await later();
    expect(logged()).toEqual([]);
    expect(rows.find(KEY)).toMatchObject({ state: 'saved', gone: true });
  });
});
