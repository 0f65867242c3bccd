import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import type { EntryKey } from '../../../../shared/ids.ts';
import { settle } from '../../../support/manual-clock.ts';
import { FAULTS, spoil } from '../../../support/outbox-faults.ts';
import { entry, listedEntry, workspaceBench } from '../../../support/workspace-bench.ts';

const MINUTE = 60_000;
const DAY = '2026-11-11';

type Act = (workspace: Workspace, key: EntryKey) => void;

const shorter = { note: 'Shorter', durationSeconds: 900, day: DAY };
const change: Act = (workspace, key) => void workspace.changeEntry({ ...entry(shorter), key });
const again: Act = (workspace, key) =>
  void workspace.changeEntry({ ...entry({ note: 'Again', day: DAY }), key });
const remove: Act = (workspace, key) => void workspace.deleteEntry(key);
const undo: Act = (workspace) => {
  const { undo: last } = workspace.snapshot().outbox;
  if (last) workspace.undo(last.id);
};
const log: Act = (workspace) => void workspace.logTime(entry({ note: 'First', day: DAY }));

/** What is done, one after the other, and what FreshBooks then holds. */
const STORIES: readonly (readonly [string, readonly Act[], readonly string[]])[] = [
  ['added', [log], ['First 60m']],
  ['added twice alike', [log, log], ['First 60m', 'First 60m']],
  ['added and changed', [log, change], ['Shorter 15m']],
  ['added and changed twice', [log, change, again], ['Again 60m']],
  ['added and deleted', [log, remove], []],
  ['added and taken back', [log, undo], []],
  ['deleted, which is taken back', [log, remove, undo], ['First 60m']],
  ['changed, deleted, and that taken back', [log, change, remove, undo], ['Shorter 15m']],
];

/** Those whose first act FreshBooks may as well have seen elsewhere. */
const LISTED = new Set(['added and changed', 'added and deleted', 'deleted, which is taken back']);

describe.each([
  ['an entry logged here', false],
  ['an entry FreshBooks listed', true],
])('%s', (_, isListed) => {
  const stories = isListed ? STORIES.filter(([name]) => LISTED.has(name)) : STORIES;

  it.each(stories)(
    'that was %s is so in the end, whatever happens at any one step',
    async (_name, acts, expected) => {
      for (const fault of FAULTS) {
        for (let call = 0, reached = true; reached; call += 1) {
          const bench = workspaceBench();
          if (isListed) bench.books.entries.push(listedEntry(77, { note: 'First' }));
          const books = spoil(bench, (at) => (at === call ? fault : null));
          let workspace = await bench.openSignedIn();
          let key = 'freshbooks-77' as EntryKey;
          for (const act of isListed ? acts.slice(1) : acts) {
            act(workspace, key);
            if (act === log) key = workspace.snapshot().time.entries.at(-1)?.key ?? key;
            // Every other act comes while the one before is still on its way.
            if (call % 2 === 0) await settle();
            if (books.wasKilled()) workspace = reopen(bench);
          }
          await settle();
          if (books.wasKilled()) workspace = reopen(bench);
          await bench.clock.advanceSettling(20 * MINUTE);
          await workspace.refresh();
          await settle();
          const where = `${fault} at call ${call}`;
          expect([where, ...told(bench.books.entries)]).toEqual([where, ...expected]);
          const { time, outbox } = workspace.snapshot();
          expect([where, ...told(time.entries)]).toEqual([where, ...expected]);
          expect([where, outbox.waiting, outbox.unsure, outbox.refused]).toEqual([where, 0, 0, 0]);
          expect(bench.bugs).toEqual([]);
          reached = books.calls > call;
          bench.kill();
          await bench.remove();
        }
      }
    },
    60_000,
  );
});

describe('while a request is on its way', () => {
  it.each(STORIES)('an entry that is %s is so in the end', async (_name, acts, expected) => {
    for (let call = 0, reached = true; reached; call += 1) {
      const bench = workspaceBench();
      const left = [...acts];
      let workspace: Workspace | null = null;
      let key = '' as EntryKey;
      const actNext = () => {
        if (workspace) left.shift()?.(workspace, key);
        key = workspace?.snapshot().time.entries[0]?.key ?? key;
      };
      const books = spoil(bench, (at) => {
        if (at === call) actNext();
        return null;
      });
      workspace = await bench.openSignedIn();
      while (left.length > 0) {
        actNext();
        await settle();
      }
      await bench.clock.advanceSettling(20 * MINUTE);
      const where = `at call ${call}`;
      expect([where, ...told(bench.books.entries)]).toEqual([where, ...expected]);
      expect([where, ...told(workspace.snapshot().time.entries)]).toEqual([where, ...expected]);
      reached = books.calls > call;
      bench.kill();
      await bench.remove();
    }
  });
});

function reopen(bench: ReturnType<typeof workspaceBench>): Workspace {
  const workspace = bench.open();
  workspace.start();
  return workspace;
}

function told(entries: readonly { readonly note: string; readonly durationSeconds: number }[]) {
  return entries.map(({ note, durationSeconds }) => `${note} ${durationSeconds / 60}m`).sort();
}
