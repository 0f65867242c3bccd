import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  entry,
  listedEntry,
  logAndSettle,
  NOW,
  shown,
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
const KEY = 'freshbooks-77';

function undo(workspace: Workspace) {
  const last = workspace.snapshot().outbox.undo;
  if (!last) throw new Error('Nothing can be taken back');
  return workspace.undo(last.id);
}

async function withListed(): Promise<Workspace> {
  bench.books.entries.push(listedEntry(77));
  return bench.openSignedIn();
}

describe('the last act', () => {
  it('is named for ten seconds, over a restart too', async () => {
    const workspace = await bench.openSignedIn();
    expect(workspace.snapshot().outbox.undo).toBeNull();
    await logAndSettle(workspace);
    const last = { what: 'added', key: 'entry-1', untilMs: NOW + 10 * SECOND };
    expect(workspace.snapshot().outbox.undo).toMatchObject(last);
    expect(bench.open().snapshot().outbox.undo).toMatchObject(last);
    bench.clock.jump(11 * SECOND);
    expect(bench.open().snapshot().outbox.undo).toBeNull();
  });

  it('is the one that is offered: deleting what was added a moment ago', async () => {
    const workspace = await bench.openSignedIn();
    await logAndSettle(workspace);
    bench.clock.jump(SECOND);
    workspace.deleteEntry('entry-1');
    expect(workspace.snapshot().outbox.undo).toMatchObject({ what: 'deleted', key: 'entry-1' });
  });

  it('can still be taken back by a press at the last moment, and not later', async () => {
    const workspace = await bench.openSignedIn();
    await logAndSettle(workspace);
    const { undo: last } = workspace.snapshot().outbox;
    bench.clock.jump(12 * SECOND + 1);
    expect(workspace.undo(last?.id ?? '')).toEqual({
      ok: false,
      error: { code: 'rejected', fields: { undo: 'came too late' } },
    });
    bench.clock.jump(-SECOND);
    expect(workspace.undo(last?.id ?? '')).toMatchObject({ ok: true });
    await settle();
    expect(bench.books.entries).toEqual([]);
  });

  it('is taken back once, and nothing else is', async () => {
    const workspace = await bench.openSignedIn();
    await logAndSettle(workspace);
    const { undo: last } = workspace.snapshot().outbox;
    undo(workspace);
    expect(workspace.snapshot().outbox.undo).toBeNull();
    expect(workspace.undo(last?.id ?? '')).toMatchObject({ ok: false });
    expect(workspace.undo('added-entry-9')).toMatchObject({ ok: false });
  });
});

describe('a change that is taken back', () => {
  const content = (workspace: Workspace) =>
    workspace.snapshot().time.entries.map(({ note, durationSeconds }) => [note, durationSeconds]);

  it('leaves the entry as it was before, with what was added a moment ago', async () => {
    const workspace = await bench.openSignedIn();
    await logAndSettle(workspace, entry({ note: 'first' }));
    bench.clock.jump(SECOND);
    workspace.changeEntry({ ...entry({ note: 'second', durationSeconds: 60 }), key: 'entry-1' });
    await settle();
    const last = { what: 'changed', key: 'entry-1', untilMs: NOW + 11 * SECOND };
    expect(bench.open().snapshot().outbox.undo).toMatchObject(last);
    undo(workspace);
    expect(content(workspace)).toEqual([['first', 3600]]);
    await settle();
    expect(bench.books.entries).toMatchObject([{ note: 'first', durationSeconds: 3600 }]);
    expect(workspace.snapshot().outbox.undo).toBeNull();
  });

  it('takes back the last one of two', async () => {
    const workspace = await withListed();
    for (const note of ['first', 'second']) workspace.changeEntry({ ...entry({ note }), key: KEY });
    undo(workspace);
    expect(content(workspace)).toEqual([['first', 3600]]);
    await settle();
    expect(bench.books.entries).toMatchObject([{ note: 'first' }]);
  });

  it('is not the next one, which came while it was asked for', async () => {
    const workspace = await withListed();
    workspace.changeEntry({ ...entry({ note: 'first' }), key: KEY });
    const { undo: asked } = workspace.snapshot().outbox;
    bench.clock.jump(SECOND);
    workspace.changeEntry({ ...entry({ note: 'second' }), key: KEY });
    expect(workspace.undo(asked?.id ?? '')).toMatchObject({ error: { code: 'rejected' } });
    expect(content(workspace)).toEqual([['second', 3600]]);
  });

  it('is none where the editor was closed with all as it was', async () => {
    const workspace = await bench.openSignedIn();
    await logAndSettle(workspace);
    workspace.changeEntry({ ...entry(), key: 'entry-1', startedAtMs: null });
    expect(workspace.snapshot().outbox.undo).toMatchObject({ what: 'added' });
  });
});

describe('an added entry that is taken back', () => {
  it('was never sent: FreshBooks hears nothing of it', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(workspace);
    undo(workspace);
    expect(workspace.snapshot().time.entries).toEqual([]);
    bench.books.failing.clear();
    await bench.clock.advanceSettling(30 * MINUTE);
    expect(bench.books.count('createTimeEntry')).toBe(1);
    expect(bench.open().snapshot().time.entries).toEqual([]);
  });

  it('was sent: it is deleted there', async () => {
    const workspace = await bench.openSignedIn();
    await logAndSettle(workspace);
    undo(workspace);
    expect(workspace.snapshot().time.entries).toEqual([]);
    await settle();
    expect(bench.books.entries).toEqual([]);
  });

  it('is being sent: its answer is waited for, then it is deleted', async () => {
    const workspace = await bench.openSignedIn();
    let release = () => {};
    bench.books.gate = (method) =>
      method === 'createTimeEntry'
        ? new Promise((resolve) => (release = resolve))
        : Promise.resolve();
    await logAndSettle(workspace);
    undo(workspace);
    expect(workspace.snapshot().time.entries).toEqual([]);
    release();
    await settle();
    expect(bench.books.count('deleteTimeEntry')).toBe(1);
    expect(bench.books.entries).toEqual([]);
  });

  it('may have been sent: it is looked for, and deleted where it is found', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.gate = async (method) => {
      if (method === 'createTimeEntry') bench.books.failing.set('timeEntries', { code: 'offline' });
    };
    bench.books.loseNextAnswer = { code: 'outcome-unknown' };
    await logAndSettle(workspace);
    undo(workspace);
    bench.books.gate = async () => {};
    bench.books.failing.clear();
    bench.kill();
    const after = bench.open();
    after.start();
    await settle();
    expect(bench.books.entries).toEqual([]);
    expect(after.snapshot().outbox).toMatchObject({ waiting: 0, unsure: 0 });
  });
});

describe('a deleted entry that is taken back', () => {
  it('was not deleted yet: nothing is sent', async () => {
    const workspace = await withListed();
    bench.books.failing.set('timeEntry', { code: 'offline' });
    workspace.deleteEntry(KEY);
    await settle();
    undo(workspace);
    bench.books.failing.clear();
    await bench.clock.advanceSettling(5 * MINUTE);
    expect(shown(workspace, KEY)).toMatchObject({ id: 77, state: 'saved', pending: null });
    expect(bench.books.count('deleteTimeEntry')).toBe(0);
  });

  it('was deleted: it is added again as it was, under the same name', async () => {
    const workspace = await withListed();
    workspace.deleteEntry(KEY);
    await settle();
    expect(bench.books.entries).toEqual([]);
    undo(workspace);
    expect(shown(workspace, KEY)).toMatchObject({ note: 'Home page layout', pending: 'add' });
    expect(workspace.snapshot().time.entries).toHaveLength(1);
    await settle();
    expect(bench.books.entries).toMatchObject([{ id: 901, note: 'Home page layout' }]);
    expect(workspace.snapshot().time.entries).toMatchObject([{ key: KEY, id: 901 }]);
    await workspace.refresh();
    expect(workspace.snapshot().time.entries).toMatchObject([{ key: KEY, id: 901 }]);
  });

  it('had a change that was not sent yet: the change goes on', async () => {
    const workspace = await withListed();
    bench.books.failing.set('timeEntry', { code: 'offline' });
    workspace.changeEntry({ ...entry({ note: 'Changed', day: '2026-11-11' }), key: KEY });
    workspace.deleteEntry(KEY);
    await settle();
    undo(workspace);
    expect(shown(workspace, KEY)).toMatchObject({ note: 'Changed', pending: 'change' });
    bench.books.failing.clear();
    workspace.networkBack();
    await settle();
    expect(bench.books.entries).toMatchObject([{ id: 77, note: 'Changed' }]);
  });

  it('was never sent: it is added after all', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(workspace);
    workspace.deleteEntry('entry-1');
    bench.books.failing.clear();
    undo(workspace);
    await settle();
    expect(bench.books.entries).toHaveLength(1);
  });

  it('was changed elsewhere meanwhile: theirs is kept, for nothing else was wanted', async () => {
    const workspace = await withListed();
    bench.books.failing.set('timeEntry', { code: 'offline' });
    workspace.deleteEntry(KEY);
    await settle();
    undo(workspace);
    bench.books.failing.clear();
    const [there] = bench.books.entries;
    if (there) bench.books.entries[0] = { ...there, note: 'Theirs' };
    await workspace.refresh();
    expect(shown(workspace, KEY)).toMatchObject({ note: 'Theirs', state: 'saved' });
  });
});
