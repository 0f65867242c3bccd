import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParallel, together } from '../../../../electron/freshbooks/in-parallel.ts';
import { failed, ok } from '../../../../shared/result.ts';

const CANCELLED = failed({ code: 'cancelled', by: 'person' });

describe('calls side by side', () => {
  it('keep their order and their limit, whichever ends first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer()),
        fc.integer({ min: 1, max: 5 }),
        async (scheduler, items, atOnce) => {
          let underWay = 0;
          let most = 0;
          const all = inParallel(items, atOnce, undefined, async (item) => {
            underWay += 1;
            most = Math.max(most, underWay);
            await scheduler.schedule(Promise.resolve());
            underWay -= 1;
            return ok(item * 2);
          });
          await scheduler.waitFor(all);
          expect(await all).toEqual(ok(items.map((item) => item * 2)));
          expect(most).toBe(Math.min(atOnce, items.length));
        },
      ),
    );
  });

  it('start nothing more after a failure', async () => {
    const started: number[] = [];
    const all = await inParallel([1, 2, 3, 4, 5], 1, undefined, async (item) => {
      started.push(item);
      return item === 2 ? failed({ code: 'offline' }) : ok(item);
    });
    expect(all).toEqual(failed({ code: 'offline' }));
    expect(started).toEqual([1, 2]);
  });

  it('are all ended by the caller', async () => {
    const abort = new AbortController();
    const all = inParallel([1, 2, 3], 2, abort.signal, (_, signal) => {
      return new Promise<typeof CANCELLED>((resolve) => {
        signal.addEventListener('abort', () => resolve(CANCELLED));
      });
    });
    abort.abort();
    expect(await all).toEqual(CANCELLED);
  });

  it('know of an abort that came before them', async () => {
    const seen: boolean[] = [];
    await inParallel([1], 1, AbortSignal.abort(), async (_, signal) => {
      seen.push(signal.aborted);
      return CANCELLED;
    });
    expect(seen).toEqual([true]);
  });

  it('let a bug through', async () => {
    const broken = inParallel([1], 1, undefined, () => Promise.reject(new Error('a bug')));
    await expect(broken).rejects.toThrow('a bug');
  });
});

describe('different reads together', () => {
  it('give their values in order', async () => {
    const both = await together<[number, string]>(
      [async () => ok(1), async () => ok('one')],
      undefined,
    );
    expect(both).toEqual(ok([1, 'one']));
  });
});
