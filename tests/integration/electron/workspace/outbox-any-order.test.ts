import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import type { EntryKey } from '../../../../shared/ids.ts';
import type { Undoable } from '../../../../shared/snapshot.ts';
import { settle } from '../../../support/manual-clock.ts';
import { FAULTS, type Fault, spoil } from '../../../support/outbox-faults.ts';
import {
  entry,
  listedEntry,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

const DAY = '2026-11-11';
const MINUTE = 60_000;

/** What the person believes there to be. */
interface Wished {
  readonly key: EntryKey;
  content: string;
  isGone: boolean;
}

const NOTES = ['a', 'b'] as const;
const which = fc.nat({ max: 5 });

const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ log: fc.constantFrom(...NOTES) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      change: which,
      note: fc.constantFrom(...NOTES),
      minutes: fc.constantFrom(15, 60),
    }),
  },
  { weight: 2, arbitrary: fc.record({ remove: which }) },
  { weight: 2, arbitrary: fc.constant({ undo: true }) },
  { weight: 1, arbitrary: fc.constant({ restart: true }) },
  { weight: 1, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.constant({ settle: true }) },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const faults = fc.array(fc.option(fc.constantFrom(...FAULTS), { freq: 2 }), { maxLength: 12 });

class Person {
  readonly wishes: Wished[];
  private readonly bench: WorkspaceBench;
  private workspace: Workspace;
  /** What can be taken back, as they remember it. */
  private last: {
    readonly wish: Wished;
    readonly what: Undoable['what'];
    readonly before: Pick<Wished, 'content' | 'isGone'>;
  } | null = null;

  constructor(bench: WorkspaceBench, workspace: Workspace) {
    this.bench = bench;
    this.workspace = workspace;
    this.wishes = [{ key: 'freshbooks-77' as EntryKey, content: 'a 60m', isGone: false }];
  }

  async does(step: Act): Promise<void> {
    if ('log' in step) this.log(step.log);
    else if ('change' in step) this.change(step.change, step.note, step.minutes);
    else if ('remove' in step) this.remove(step.remove);
    else if ('undo' in step) this.undo();
    else if ('wait' in step) await this.bench.clock.advanceSettling(step.wait * 1000);
    else {
      // Of what a kill ends nothing may run on, as it would in this one process.
      await settle();
      if ('restart' in step) await this.restart();
    }
  }

  async restart(): Promise<void> {
    this.bench.kill();
    this.workspace = this.bench.open();
    this.workspace.start();
    await settle();
  }

  shown(): Workspace {
    return this.workspace;
  }

  private log(note: string): void {
    const logged = this.workspace.logTime(entry({ note, day: DAY }));
    if (!logged.ok) throw new Error(logged.error.code);
    const wish = { key: logged.value.key, content: `${note} 60m`, isGone: false };
    this.wishes.push(wish);
    this.last = { wish, what: 'added', before: { ...wish, isGone: true } };
  }

  private change(at: number, note: string, minutes: number): void {
    const wish = this.present(at);
    if (!wish) return;
    const input = { ...entry({ note, durationSeconds: minutes * 60, day: DAY }), key: wish.key };
    expect(this.workspace.changeEntry(input)).toMatchObject({ ok: true });
    const content = `${note} ${minutes}m`;
    if (content === wish.content) return;
    this.last = { wish, what: 'changed', before: { ...wish } };
    wish.content = content;
  }

  private remove(at: number): void {
    const wish = this.present(at);
    if (!wish) return;
    expect(this.workspace.deleteEntry(wish.key)).toMatchObject({ ok: true });
    this.last = { wish, what: 'deleted', before: { ...wish } };
    wish.isGone = true;
  }

  private undo(): void {
    const { undo } = this.workspace.snapshot().outbox;
    // Whoever draws it stops offering it by themselves.
    if (!undo || undo.untilMs < this.bench.clock.now()) return;
    if (undo.key !== this.last?.wish.key || undo.what !== this.last.what) return;
    expect(this.workspace.undo(undo.id)).toMatchObject({ ok: true });
    Object.assign(this.last.wish, this.last.before);
    this.last = null;
  }

  private present(at: number): Wished | undefined {
    const present = this.wishes.filter(({ isGone }) => !isGone);
    return present[at % Math.max(1, present.length)];
  }
}

it('FreshBooks ends up with what the person wished, whatever they did and whatever went wrong', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 10 }),
      faults,
      async (acts, troubles) => {
        const bench = workspaceBench();
        bench.books.entries.push(listedEntry(77, { note: 'a' }));
        const left: (Fault | null)[] = [...troubles];
        const books = spoil(bench, () => left.shift() ?? null);
        const person = new Person(bench, await bench.openSignedIn());
        for (const step of acts) {
          await person.does(step);
          if (books.wasKilled()) await person.restart();
        }
        await settle();
        if (books.wasKilled()) await person.restart();
        left.length = 0;
        await person.restart();
        await bench.clock.advanceSettling(20 * MINUTE);
        await person.shown().refresh();

        const expected = person.wishes
          .filter(({ isGone }) => !isGone)
          .map(({ content }) => content)
          .sort();
        expect(told(bench.books.entries)).toEqual(expected);
        const { time, outbox } = person.shown().snapshot();
        expect(told(time.entries)).toEqual(expected);
        expect(outbox).toMatchObject({ waiting: 0, unsure: 0, refused: 0, nextTryAtMs: null });
        expect(bench.bugs).toEqual([]);
        bench.kill();
        await bench.remove();
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 30) },
  );
}, 500_000);

function told(entries: readonly { readonly note: string; readonly durationSeconds: number }[]) {
  return entries.map(({ note, durationSeconds }) => `${note} ${durationSeconds / 60}m`).sort();
}
