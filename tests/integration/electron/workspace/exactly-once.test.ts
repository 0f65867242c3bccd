import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import { failed } from '../../../../shared/result.ts';
import { settle } from '../../../support/manual-clock.ts';
import { entry, type WorkspaceBench, workspaceBench } from '../../../support/workspace-bench.ts';

const FAULTS = [
  'none',
  'offline',
  'busy',
  'refused',
  'answer lost, stored',
  'answer lost, not stored',
  'bad gateway, stored',
  'bad gateway, not stored',
  'killed, stored',
  'killed, not stored',
] as const;
type Fault = (typeof FAULTS)[number];

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      log: fc.constantFrom('a', 'b'),
      fault: fc.constantFrom(...FAULTS),
      // One exactly alike was made in the browser just before.
      twin: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ listing: fc.constantFrom('works', 'fails') }) },
  { weight: 1, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 200 }) }) },
  { weight: 1, arbitrary: fc.constant({ restart: true }) },
  { weight: 1, arbitrary: fc.constant({ refresh: true }) },
);

/** Makes the next create behave as the fault says; later ones work. */
function breakNextCreate(bench: WorkspaceBench, work: WorkspaceBench['books']['createTimeEntry']) {
  let next: Fault = 'none';
  bench.books.createTimeEntry = async (business, draft) => {
    const fault = next;
    next = 'none';
    if (fault === 'offline') return failed({ code: 'offline' });
    if (fault === 'busy') return failed({ code: 'rate-limited', retryAfterSeconds: 20 });
    if (fault === 'refused') return failed({ code: 'rejected', fields: { note: 'too long' } });
    const stored = fault.endsWith('not stored') ? null : await work(business, draft);
    if (fault.startsWith('killed')) return new Promise(() => {});
    if (fault.startsWith('bad gateway')) {
      return failed({ code: 'server-trouble', status: 502, detail: 'not JSON' });
    }
    return stored === null || fault.startsWith('answer lost')
      ? failed({ code: 'outcome-unknown' })
      : stored;
  };
  return (fault: Fault) => {
    next = fault;
  };
}

it('every entry is in FreshBooks exactly once, whatever happens on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const bench = workspaceBench();
      const breakNext = breakNextCreate(bench, bench.books.createTimeEntry);
      let workspace: Workspace = await bench.openSignedIn();
      const restart = async () => {
        bench.kill();
        workspace = bench.open();
        workspace.start();
        await settle();
      };
      const expected: string[] = [];
      let twins = 0;
      for (const taken of steps) {
        if ('log' in taken) {
          const { waiting, unsure } = workspace.snapshot().outbox;
          // While one is looked for, a twin cannot be told from it, by anybody.
          const [alike] = bench.books.entries.filter(({ note }) => note === taken.log);
          if (taken.twin && alike && waiting + unsure === 0) {
            twins += 1;
            bench.books.entries.push({ ...alike, id: twins as typeof alike.id });
            expected.push(taken.log);
          }
          breakNext(taken.fault);
          const logged = workspace.logTime(entry({ note: taken.log, day: '2026-11-11' }));
          if (logged.ok) expected.push(taken.log);
          // An earlier one may be sent first and meet the fault in its place; a kill then ends
          // the program all the same.
          await settle();
          if (taken.fault.startsWith('killed')) await restart();
        } else if ('listing' in taken) {
          if (taken.listing === 'fails')
            bench.books.failing.set('timeEntries', { code: 'offline' });
          else bench.books.failing.clear();
        } else if ('wait' in taken) await bench.clock.advanceSettling(taken.wait * 1000);
        else if ('restart' in taken) await restart();
        else await Promise.race([workspace.refresh(), settle()]);
      }
      breakNext('none');
      bench.books.failing.clear();
      await restart();
      await bench.clock.advanceSettling(20 * 60_000);

      const { waiting, unsure, refused } = workspace.snapshot().outbox;
      const refusedNotes = workspace
        .snapshot()
        .time.entries.filter(({ state }) => state === 'refused')
        .map(({ note }) => note);
      const present = bench.books.entries.map(({ note }) => note);
      expect({ waiting, unsure }).toEqual({ waiting: 0, unsure: 0 });
      expect(refusedNotes).toHaveLength(refused);
      expect([...present, ...refusedNotes].sort()).toEqual(expected.sort());
      bench.kill();
      await bench.remove();
    }),
    { numRuns: 60 },
  );
}, 120_000);
