import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import type { TraybooksError } from '../../../../shared/errors.ts';
import type { EntryKey, ProjectId } from '../../../../shared/ids.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  entry,
  listedEntry,
  logAndSettle,
  shown,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

const MINUTE = 60_000;
const DAY = '2026-11-11';
const LISTED = 'freshbooks-77' as EntryKey;
const REFUSED: TraybooksError = { code: 'rejected', fields: { duration: 'is too long' } };

const shorter = (key: string) => ({
  ...entry({ note: 'Shorter', durationSeconds: 900, day: DAY }),
  key,
});

async function withListed(change?: Parameters<typeof listedEntry>[1]): Promise<Workspace> {
  bench.books.entries.push(listedEntry(77, change));
  return bench.openSignedIn();
}

describe('changing an entry', () => {
  it('is shown at once, on the disk, and then in FreshBooks, under the same name', async () => {
    const workspace = await withListed();
    expect(workspace.changeEntry(shorter(LISTED))).toMatchObject({ ok: true });
    expect(shown(workspace, LISTED)).toMatchObject({
      id: 77,
      note: 'Shorter',
      state: 'waiting',
      pending: 'change',
    });
    expect(shown(bench.open(), LISTED)).toMatchObject({ note: 'Shorter', pending: 'change' });
    await settle();
    expect(bench.books.entries).toMatchObject([{ id: 77, note: 'Shorter', durationSeconds: 900 }]);
    expect(shown(workspace, LISTED)).toMatchObject({
      note: 'Shorter',
      state: 'saved',
      pending: null,
    });
    await workspace.refresh();
    expect(workspace.snapshot().time.entries).toMatchObject([{ key: LISTED, note: 'Shorter' }]);
  });

  it('changes one that was never sent where it lies, and sends it once', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(workspace, entry({ day: DAY }));
    workspace.changeEntry(shorter('entry-1'));
    expect(shown(workspace, 'entry-1')).toMatchObject({ note: 'Shorter', pending: 'add' });
    await settle();
    bench.books.failing.clear();
    workspace.networkBack();
    await settle();
    expect(bench.books.entries).toMatchObject([{ note: 'Shorter' }]);
    expect(bench.books.count('changeTimeEntry')).toBe(0);
  });

  it('of one that may have been sent looks for what was sent, then changes that', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.loseNextAnswer = { code: 'outcome-unknown' };
    bench.books.gate = async (method) => {
      if (method === 'createTimeEntry') bench.books.failing.set('timeEntries', { code: 'offline' });
    };
    await logAndSettle(workspace, entry({ day: DAY }));
    workspace.changeEntry(shorter('entry-1'));
    expect(shown(workspace, 'entry-1')).toMatchObject({ note: 'Shorter', state: 'unsure' });
    bench.books.gate = async () => {};
    bench.books.failing.clear();
    workspace.networkBack();
    await settle();
    expect(bench.books.entries).toMatchObject([{ id: 901, note: 'Shorter' }]);
    expect(bench.books.count('createTimeEntry')).toBe(1);
  });

  it('outlives a restart although this computer does not know the zone it was logged in', async () => {
    const workspace = await withListed({ timeZone: 'Mars/Olympus' });
    bench.books.failing.set('timeEntry', { code: 'offline' });
    workspace.changeEntry(shorter(LISTED));
    await settle();
    expect(bench.open().snapshot()).toMatchObject({
      notices: [],
      time: { entries: [{ key: LISTED, note: 'Shorter', state: 'waiting' }] },
    });
  });

  it('into what it was asks FreshBooks for nothing', async () => {
    const workspace = await withListed();
    workspace.changeEntry({ ...entry({ day: DAY }), key: LISTED });
    await settle();
    expect(bench.books.count('changeTimeEntry')).toBe(0);
    expect(shown(workspace, LISTED)).toMatchObject({ state: 'saved', pending: null });
  });

  it('is not lost on the way to a project that was archived meanwhile', async () => {
    const projectId = 999 as ProjectId;
    const workspace = await withListed({ projectId, serviceId: null });
    expect(workspace.changeEntry({ ...shorter(LISTED), projectId, serviceId: null })).toMatchObject(
      { ok: true },
    );
    await settle();
    expect(bench.books.entries).toMatchObject([{ note: 'Shorter', projectId, clientId: 30411 }]);
  });

  it('is answered with what does not fit, and changes nothing', async () => {
    const workspace = await withListed();
    expect(workspace.changeEntry({ ...shorter(LISTED), projectId: 5 })).toEqual({
      ok: false,
      error: { code: 'rejected', fields: { project: 'is not among the active projects' } },
    });
    expect(workspace.changeEntry(shorter('freshbooks-5'))).toEqual({
      ok: false,
      error: { code: 'not-found', thing: 'time entry' },
    });
    expect(shown(workspace, LISTED)).toMatchObject({ note: 'Home page layout', state: 'saved' });
  });

  it('keeps a list that was asked for before from showing what was', async () => {
    const workspace = await withListed();
    let release = () => {};
    bench.books.gate = (method) =>
      method === 'timeEntries' ? new Promise((resolve) => (release = resolve)) : Promise.resolve();
    const refreshing = workspace.refresh();
    await settle();
    const stale = [...bench.books.entries];
    bench.clock.jump(1000);
    workspace.changeEntry(shorter(LISTED));
    await settle();
    bench.books.timeEntries = async () => ({ ok: true, value: stale });
    release();
    await refreshing;
    expect(shown(workspace, LISTED)).toMatchObject({ note: 'Shorter', state: 'saved' });
  });
});

describe('a change FreshBooks refuses', () => {
  it('stays with its reason, is mended in place, and is sent again', async () => {
    const workspace = await withListed();
    bench.books.failing.set('changeTimeEntry', REFUSED);
    workspace.changeEntry(shorter(LISTED));
    await settle();
    expect(shown(workspace, LISTED)).toMatchObject({
      note: 'Shorter',
      state: 'refused',
      pending: 'change',
      refusal: { duration: 'is too long' },
    });
    bench.books.failing.clear();
    workspace.changeEntry({ ...shorter(LISTED), note: 'Mended' });
    await settle();
    expect(shown(workspace, LISTED)).toMatchObject({ state: 'saved', refusal: null });
    expect(bench.books.entries).toMatchObject([{ note: 'Mended' }]);
  });

  it('is given up for what FreshBooks has', async () => {
    const workspace = await withListed();
    bench.books.failing.set('changeTimeEntry', REFUSED);
    workspace.changeEntry(shorter(LISTED));
    await settle();
    expect(workspace.discardEntry(LISTED)).toMatchObject({ ok: true });
    await settle();
    expect(shown(workspace, LISTED)).toMatchObject({ note: 'Home page layout', state: 'saved' });
    expect(bench.open().snapshot().outbox.refused).toBe(0);
  });
});

describe('an added entry FreshBooks refuses', () => {
  it('is mended in place and then added once, while others go on', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', REFUSED);
    await logAndSettle(workspace, entry({ day: DAY }));
    bench.books.failing.clear();
    await logAndSettle(workspace, entry({ day: DAY, note: 'Another' }));
    expect(bench.books.entries).toMatchObject([{ note: 'Another' }]);
    workspace.changeEntry(shorter('entry-1'));
    await settle();
    expect(bench.books.entries).toMatchObject([{ note: 'Shorter' }, { note: 'Another' }]);
    expect(workspace.snapshot().outbox).toMatchObject({ waiting: 0, refused: 0 });
  });

  it('is gone for good when it is discarded', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', REFUSED);
    await logAndSettle(workspace);
    workspace.discardEntry('entry-1');
    expect(workspace.snapshot().time.entries).toEqual([]);
    expect(bench.open().snapshot().time.entries).toEqual([]);
    await bench.clock.advanceSettling(30 * MINUTE);
    expect(bench.books.count('createTimeEntry')).toBe(1);
  });
});

describe('deleting an entry', () => {
  it('hides it at once, and for good when FreshBooks has deleted it', async () => {
    const workspace = await withListed();
    workspace.deleteEntry(LISTED);
    expect(workspace.snapshot().time.entries).toEqual([]);
    expect(bench.open().snapshot().time.entries).toEqual([]);
    await settle();
    expect(bench.books.entries).toEqual([]);
    // The list is still the one from before.
    expect(workspace.snapshot().time.entries).toEqual([]);
    await workspace.refresh();
    expect(workspace.snapshot().time.entries).toEqual([]);
  });

  it('of one that was never sent sends nothing', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(workspace);
    workspace.deleteEntry('entry-1');
    bench.books.failing.clear();
    await bench.clock.advanceSettling(5 * MINUTE);
    expect(bench.books.count('createTimeEntry')).toBe(1);
    expect(bench.books.count('deleteTimeEntry')).toBe(0);
    expect(workspace.snapshot().outbox).toMatchObject({ waiting: 0, nextTryAtMs: null });
  });

  it('that somebody else deleted meanwhile is done', async () => {
    const workspace = await withListed();
    bench.books.entries.splice(0);
    workspace.deleteEntry(LISTED);
    await settle();
    expect(workspace.snapshot().outbox).toMatchObject({ waiting: 0, refused: 0 });
    expect(bench.books.count('deleteTimeEntry')).toBe(0);
  });

  it('that FreshBooks refuses, as of billed time, shows it again with the reason', async () => {
    const workspace = await withListed({ billed: true });
    bench.books.failing.set('deleteTimeEntry', {
      code: 'rejected',
      fields: { billed: 'is on an invoice' },
    });
    workspace.deleteEntry(LISTED);
    await settle();
    expect(shown(workspace, LISTED)).toMatchObject({
      billed: true,
      state: 'refused',
      pending: 'delete',
      refusal: { billed: 'is on an invoice' },
    });
    workspace.discardEntry(LISTED);
    await settle();
    expect(shown(workspace, LISTED)).toMatchObject({ state: 'saved', pending: null });
    expect(bench.books.entries).toHaveLength(1);
  });
});

describe('an entry of another FreshBooks with the same id', () => {
  it('is another entry: neither is taken for the other, nor written over', async () => {
    const first = await withListed();
    bench.books.failing.set('timeEntry', { code: 'offline' });
    first.deleteEntry(LISTED);
    await settle();
    bench.kill();
    const database = new Database(bench.databasePath);
    database.exec("UPDATE outbox SET connection_id = 'login-9', source = 'freshbooks'");
    database.close();
    bench.books.failing.clear();
    const workspace = bench.open();
    workspace.start();
    await settle();
    expect(shown(workspace, LISTED)).toMatchObject({ id: 77, state: 'saved' });
    workspace.changeEntry(shorter(LISTED));
    await settle();
    expect(bench.books.entries).toMatchObject([{ id: 77, note: 'Shorter' }]);
    const kept = new Database(bench.databasePath);
    expect(kept.prepare('SELECT source, state FROM outbox ORDER BY position').all([])).toEqual([
      expect.objectContaining({ source: 'freshbooks', state: 'waiting' }),
      expect.objectContaining({ source: 'sandbox', state: 'saved' }),
    ]);
    kept.close();
  });
});

describe('what the person does', () => {
  it('is answered with an error, and undone, when it cannot be stored', async () => {
    const workspace = await withListed();
    await workspace.close();
    expect(workspace.deleteEntry(LISTED)).toMatchObject({ ok: false });
    expect(workspace.changeEntry(shorter(LISTED))).toMatchObject({ ok: false });
    expect(shown(bench.open(), LISTED)).toMatchObject({ note: 'Home page layout', state: 'saved' });
  });
});
