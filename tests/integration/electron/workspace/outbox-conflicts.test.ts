import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import type { TimeEntry } from '../../../../shared/books.ts';
import type { EntryKey } from '../../../../shared/ids.ts';
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
const KEY = 'freshbooks-77' as EntryKey;
const UNKNOWN = { code: 'outcome-unknown' } as const;

const mine = { ...entry({ note: 'Mine', day: DAY }), key: KEY };

function elsewhere(change: Partial<TimeEntry>): void {
  const [there] = bench.books.entries;
  if (there) bench.books.entries[0] = { ...there, ...change };
}

/** The person and somebody else change the same entry, which neither of them knows of. */
async function bothChanged(): Promise<Workspace> {
  bench.books.entries.push(listedEntry(77));
  const workspace = await bench.openSignedIn();
  elsewhere({ note: 'Theirs', durationSeconds: 1800 });
  workspace.changeEntry(mine);
  await settle();
  return workspace;
}

const notes = () => bench.books.entries.map(({ note }) => note).sort();

describe('an entry that was changed elsewhere since the person saw it', () => {
  it('is not written over: both are shown, over a restart too', async () => {
    const first = await bothChanged();
    expect(notes()).toEqual(['Theirs']);
    for (const workspace of [first, bench.open()]) {
      expect(shown(workspace, KEY)).toMatchObject({
        note: 'Mine',
        state: 'conflict',
        pending: 'change',
        theirs: { note: 'Theirs', durationSeconds: 1800, day: DAY },
      });
      expect(workspace.snapshot().outbox).toMatchObject({ waiting: 0, conflicts: 1 });
    }
    await bench.clock.advanceSettling(60 * MINUTE);
    expect(bench.books.count('changeTimeEntry')).toBe(0);
  });

  it('stays as it is there when the person takes theirs', async () => {
    const workspace = await bothChanged();
    workspace.resolveEntry({ key: KEY, take: 'theirs' });
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({ note: 'Theirs', state: 'saved', theirs: null });
    expect(notes()).toEqual(['Theirs']);
    expect(bench.books.count('changeTimeEntry')).toBe(0);
  });

  it('becomes the person’s own when they take mine', async () => {
    const workspace = await bothChanged();
    workspace.resolveEntry({ key: KEY, take: 'mine' });
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({ note: 'Mine', state: 'saved' });
    expect(notes()).toEqual(['Mine']);
  });

  it('becomes two when they take both', async () => {
    const workspace = await bothChanged();
    workspace.resolveEntry({ key: KEY, take: 'both' });
    await settle();
    expect(notes()).toEqual(['Mine', 'Theirs']);
    expect(shown(workspace, KEY)).toMatchObject({ note: 'Theirs', state: 'saved' });
    await workspace.refresh();
    expect(workspace.snapshot().time.entries).toHaveLength(2);
    expect(new Set(workspace.snapshot().time.entries.map(({ key }) => key)).size).toBe(2);
  });

  it('asks once more when it changed again before mine got there', async () => {
    const workspace = await bothChanged();
    elsewhere({ note: 'Theirs again' });
    workspace.resolveEntry({ key: KEY, take: 'mine' });
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({
      state: 'conflict',
      theirs: { note: 'Theirs again' },
    });
  });

  it('goes on asking when mine is changed once more, or is to be deleted', async () => {
    const workspace = await bothChanged();
    workspace.changeEntry({ ...mine, note: 'Mine, mended' });
    expect(workspace.deleteEntry(KEY)).toMatchObject({ error: { code: 'rejected' } });
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({
      note: 'Mine, mended',
      state: 'conflict',
      theirs: { note: 'Theirs' },
    });
    expect(notes()).toEqual(['Theirs']);
    workspace.resolveEntry({ key: KEY, take: 'mine' });
    await settle();
    expect(notes()).toEqual(['Mine, mended']);
  });

  it('is not deleted either before the person was asked', async () => {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    elsewhere({ note: 'Theirs' });
    workspace.deleteEntry(KEY);
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({ state: 'conflict', pending: 'delete' });
    expect(notes()).toEqual(['Theirs']);
    workspace.resolveEntry({ key: KEY, take: 'mine' });
    await settle();
    expect(notes()).toEqual([]);
    expect(workspace.snapshot().time.entries).toEqual([]);
  });

  it('needs no choice when both changed it alike', async () => {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    elsewhere({ note: 'Mine' });
    workspace.changeEntry(mine);
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({ state: 'saved' });
    expect(bench.books.count('changeTimeEntry')).toBe(0);
  });

  it('is asked about as well when an editor stayed open while the change was listed', async () => {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    const opened = shown(workspace, KEY);
    if (!opened) throw new Error('The entry is shown');
    elsewhere({ note: 'Theirs', durationSeconds: 7200 });
    await workspace.refresh();
    workspace.changeEntry({ ...mine, seen: opened });
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({
      note: 'Mine',
      state: 'conflict',
      theirs: { note: 'Theirs', durationSeconds: 7200 },
    });
    expect(notes()).toEqual(['Theirs']);
  });

  it('needs no choice where an open editor changed nothing of it', async () => {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    const opened = shown(workspace, KEY);
    if (!opened) throw new Error('The entry is shown');
    elsewhere({ note: 'Theirs' });
    await workspace.refresh();
    const { billable, clientId, day, durationSeconds, note, projectId, serviceId, startedAtMs } =
      opened;
    const same = { billable, clientId, durationSeconds, note, projectId, serviceId, startedAtMs };
    workspace.changeEntry({ ...same, day, key: KEY, seen: same });
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({ note: 'Theirs', state: 'saved' });
    expect(notes()).toEqual(['Theirs']);
  });

  it('is nobody’s to choose about otherwise', async () => {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    expect(workspace.resolveEntry({ key: KEY, take: 'both' })).toMatchObject({
      ok: false,
      error: { code: 'rejected' },
    });
    await settle();
    expect(notes()).toHaveLength(1);
  });
});

describe('an entry that was deleted elsewhere and changed here', () => {
  async function deletedThere(): Promise<Workspace> {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    bench.books.entries.splice(0);
    workspace.changeEntry(mine);
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({ state: 'conflict', theirs: 'deleted' });
    return workspace;
  }

  it('stays deleted when the person takes theirs', async () => {
    const workspace = await deletedThere();
    workspace.resolveEntry({ key: KEY, take: 'theirs' });
    await settle();
    expect(workspace.snapshot().time.entries).toEqual([]);
    expect(notes()).toEqual([]);
  });

  it.each(['mine', 'both'] as const)('is added anew when they take %s', async (take) => {
    const workspace = await deletedThere();
    workspace.resolveEntry({ key: KEY, take });
    await settle();
    expect(notes()).toEqual(['Mine']);
    expect(workspace.snapshot().time.entries).toMatchObject([{ key: KEY, state: 'saved' }]);
  });

  it('is told when FreshBooks says so only to the change itself', async () => {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    bench.books.gate = async (method) => {
      if (method === 'changeTimeEntry') bench.books.entries.splice(0);
    };
    workspace.changeEntry(mine);
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({ state: 'conflict', theirs: 'deleted' });
  });
});

describe('a change whose answer was lost', () => {
  it('is found done, and not sent again', async () => {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    bench.books.loseNextAnswer = UNKNOWN;
    workspace.changeEntry(mine);
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({ state: 'saved' });
    expect(bench.books.count('changeTimeEntry')).toBe(1);
  });

  it('is in conflict when somebody changed the entry right after it', async () => {
    bench.books.entries.push(listedEntry(77));
    const workspace = await bench.openSignedIn();
    bench.books.loseNextAnswer = UNKNOWN;
    bench.books.gate = async (method) => {
      if (method === 'changeTimeEntry') {
        bench.books.gate = async () => elsewhere({ note: 'Theirs' });
      }
    };
    workspace.changeEntry(mine);
    await settle();
    expect(shown(workspace, KEY)).toMatchObject({ state: 'conflict', theirs: { note: 'Theirs' } });
    expect(bench.books.count('changeTimeEntry')).toBe(1);
  });
});

describe('an added entry whose answer was lost, and that was changed before it was looked for', () => {
  async function changedBeforeSeen(): Promise<Workspace> {
    const workspace = await bench.openSignedIn();
    bench.books.loseNextAnswer = UNKNOWN;
    bench.books.gate = async (method) => {
      if (method === 'createTimeEntry') {
        bench.books.gate = async () => elsewhere({ note: 'Theirs' });
      }
    };
    await logAndSettle(workspace, entry({ day: DAY, note: 'Mine' }));
    await bench.clock.advanceSettling(5 * MINUTE);
    return workspace;
  }

  it('is not sent a second time: the person is asked', async () => {
    const workspace = await changedBeforeSeen();
    expect(notes()).toEqual(['Theirs']);
    expect(workspace.snapshot().time.entries).toMatchObject([
      { key: 'entry-1', note: 'Mine', state: 'conflict', theirs: { note: 'Theirs' } },
    ]);
  });

  it.each([
    ['theirs', ['Theirs']],
    ['mine', ['Mine']],
    ['both', ['Mine', 'Theirs']],
  ] as const)('becomes what they say: %s', async (take, expected) => {
    const workspace = await changedBeforeSeen();
    workspace.resolveEntry({ key: 'entry-1', take });
    await settle();
    expect(notes()).toEqual(expected);
    expect(
      workspace
        .snapshot()
        .time.entries.map(({ note }) => note)
        .sort(),
    ).toEqual(expected);
  });

  it('is not mistaken for another that was sent with the same start', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.gate = async (method) => {
      if (method === 'createTimeEntry') bench.books.failing.set('timeEntries', { code: 'offline' });
    };
    bench.books.loseNextAnswer = UNKNOWN;
    await logAndSettle(workspace, entry({ day: DAY, note: 'First' }));
    // FreshBooks never had it; the next one it has.
    bench.books.entries.splice(0);
    bench.books.failing.clear();
    bench.books.loseNextAnswer = UNKNOWN;
    await logAndSettle(workspace, entry({ day: DAY, note: 'Second' }));
    bench.books.gate = async () => {};
    bench.books.failing.clear();
    await bench.clock.advanceSettling(10 * MINUTE);
    expect(notes()).toEqual(['First', 'Second']);
  });
});

describe('an entry logged here, changed elsewhere and listed since', () => {
  /** @returns its key; FreshBooks holds two hours of it, and so does the list */
  async function listedAgain(): Promise<{ workspace: Workspace; key: EntryKey }> {
    const workspace = await bench.openSignedIn();
    const logged = await logAndSettle(workspace, entry({ note: 'Ours' }));
    if (!logged.ok) throw new Error(logged.error.code);
    bench.clock.advance(MINUTE);
    elsewhere({ durationSeconds: 7200 });
    await workspace.refresh();
    const { key } = logged.value;
    expect(shown(workspace, key)).toMatchObject({ durationSeconds: 7200, state: 'saved' });
    return { workspace, key };
  }

  it('is changed from what is listed: back to what it was, too', async () => {
    const { workspace, key } = await listedAgain();
    workspace.changeEntry({ ...entry({ note: 'Ours' }), key });
    await settle();
    expect(shown(workspace, key)).toMatchObject({ durationSeconds: 3600, state: 'saved' });
    expect(bench.books.entries).toMatchObject([{ durationSeconds: 3600 }]);
  });

  it('is deleted without a question', async () => {
    const { workspace, key } = await listedAgain();
    workspace.deleteEntry(key);
    await settle();
    expect(bench.books.entries).toEqual([]);
    expect(workspace.snapshot().outbox.conflicts).toBe(0);
  });
});
