import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Page, readAllPages } from '../../../../electron/freshbooks/pages.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';

interface Row {
  readonly id: number;
}

const idOf = ({ id }: Row) => id;
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1 }));

/** A list as FreshBooks keeps it, cut into pages at the moment each one is asked for. */
function listOf(rows: readonly Row[], perPage: number) {
  const asked: number[] = [];
  const list = {
    rows: [...rows],
    asked,
    underWay: 0,
    mostUnderWay: 0,
    answered: 0,
    /** Called after the nth answer was made. */
    afterAnswer: (_count: number): void => undefined,
    page: (page: number): Page<Row> => {
      const pages = Math.ceil(list.rows.length / perPage);
      const start = (page - 1) * perPage;
      return {
        rows: list.rows.slice(start, start + perPage),
        page,
        pages,
        total: list.rows.length,
      };
    },
    read: async (page: number): Promise<Result<Page<Row>>> => {
      asked.push(page);
      list.underWay += 1;
      list.mostUnderWay = Math.max(list.mostUnderWay, list.underWay);
      await Promise.resolve();
      const answer = list.page(page);
      list.underWay -= 1;
      list.answered += 1;
      list.afterAnswer(list.answered);
      return ok(answer);
    },
  };
  return list;
}

describe('reading all pages', () => {
  it('asks once for an empty list, which has no pages', async () => {
    const list = listOf([], 100);
    expect(await readAllPages(list.read, idOf)).toEqual(ok([]));
    expect(list.asked).toEqual([1]);
  });

  it('gives every row once and in order, each page asked for once, whatever the sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 100 }),
        async (count, perPage) => {
          const list = listOf(rowsOf(count), perPage);
          expect(await readAllPages(list.read, idOf)).toEqual(ok(rowsOf(count)));
          const pages = Math.max(1, Math.ceil(count / perPage));
          expect([...list.asked].sort((a, b) => a - b)).toEqual(
            Array.from({ length: pages }, (_, index) => index + 1),
          );
        },
      ),
    );
  });

  it('goes by the number of pages, not by a short page', async () => {
    const pages: Page<Row>[] = [
      { rows: [], page: 1, pages: 3, total: 2 },
      { rows: [{ id: 1 }], page: 2, pages: 3, total: 2 },
      { rows: [{ id: 2 }], page: 3, pages: 3, total: 2 },
    ];
    const read = async (page: number) => ok(pages[page - 1] ?? missing());
    expect(await readAllPages(read, idOf)).toEqual(ok([{ id: 1 }, { id: 2 }]));
  });

  it('has four pages under way at most', async () => {
    const list = listOf(rowsOf(40), 1);
    await readAllPages(list.read, idOf);
    expect(list.mostUnderWay).toBe(4);
  });

  it('loses no row that stayed, and repeats none, while others come and go', async () => {
    const change = fc.record({
      after: fc.integer({ min: 1, max: 12 }),
      remove: fc.option(fc.nat({ max: 30 })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(change, { maxLength: 2 }),
        async (count, perPage, changes) => {
          const list = listOf(rowsOf(count), perPage);
          const stayed = new Set(list.rows.map(idOf));
          let newest = 1000;
          list.afterAnswer = (answers) => {
            for (const { remove } of changes.filter((one) => one.after === answers)) {
              // Like FreshBooks, it gives no id twice.
              if (remove === null) list.rows.unshift({ id: ++newest });
              else for (const { id } of list.rows.splice(remove, 1)) stayed.delete(id);
            }
          };
          const read = await readAllPages(list.read, idOf);
          const ids = read.ok ? read.value.map(idOf) : [];
          expect(read.ok).toBe(true);
          expect(ids).toEqual(expect.arrayContaining([...stayed]));
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives back all it saw of a list that never holds still', async () => {
    const list = listOf(rowsOf(6), 2);
    list.afterAnswer = (answers) => list.rows.push({ id: 100 + answers });
    const read = await readAllPages(list.read, idOf);
    expect(read.ok && read.value.map(idOf)).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6]));
    expect(list.asked.length).toBeLessThan(60);
  });

  it.each([
    ['none of the rows it counts', [], 3],
    ['fewer rows than it counts', rowsOf(2), 3],
    ['no row on the page it has', [], null],
  ])('refuses a list with %s, which would pass for the whole', async (_, rows, total) => {
    const read = async (page: number): Promise<Result<Page<Row>>> =>
      ok({ rows, page, pages: 1, total });
    expect(await readAllPages(read, idOf)).toEqual(
      failed({
        code: 'server-trouble',
        status: 200,
        detail: `the list came as ${rows.length} of ${total ?? 1} rows`,
      }),
    );
  });

  it('reads a list again that was cut short once', async () => {
    let attempts = 0;
    const read = async (page: number): Promise<Result<Page<Row>>> => {
      attempts += 1;
      return ok({ rows: rowsOf(attempts === 1 ? 1 : 3), page, pages: 1, total: 3 });
    };
    expect(await readAllPages(read, idOf)).toEqual(ok(rowsOf(3)));
  });

  it('reads on when the list grew by a page meanwhile', async () => {
    const list = listOf(rowsOf(4), 2);
    list.afterAnswer = (answers) => {
      if (answers === 1) list.rows.push({ id: 5 });
    };
    expect(await readAllPages(list.read, idOf)).toEqual(ok(rowsOf(5)));
  });

  it('stops at an absurd number of pages instead of asking for them', async () => {
    const asked: number[] = [];
    const read = async (page: number): Promise<Result<Page<Row>>> => {
      asked.push(page);
      return ok({ rows: rowsOf(1), page, pages: 1_000_000, total: 1 });
    };
    expect(await readAllPages(read, idOf)).toMatchObject({ error: { code: 'server-trouble' } });
    expect(asked).toEqual([1]);
  });

  it('stops when there is always one page more', async () => {
    const read = async (page: number): Promise<Result<Page<Row>>> =>
      ok({ rows: [{ id: page }], page, pages: page + 1, total: null });
    expect(await readAllPages(read, idOf)).toMatchObject({ error: { code: 'server-trouble' } });
  });

  it('notices a server that answers every question with the first page', async () => {
    const read = async (): Promise<Result<Page<Row>>> =>
      ok({ rows: rowsOf(2), page: 1, pages: 2, total: 4 });
    expect(await readAllPages(read, idOf)).toMatchObject({
      error: { code: 'server-trouble', detail: 'the list came as page 1 instead of page 2' },
    });
  });

  it('fails with the first page that failed, and ends the others', async () => {
    const ended: number[] = [];
    const read = (page: number, signal?: AbortSignal): Promise<Result<Page<Row>>> => {
      if (page === 1) return Promise.resolve(ok({ rows: rowsOf(1), page, pages: 9, total: 9 }));
      if (page === 3) return Promise.resolve(failed({ code: 'offline' }));
      return new Promise((resolve) => {
        signal?.addEventListener('abort', () => {
          ended.push(page);
          resolve(failed({ code: 'cancelled', by: 'person' }));
        });
      });
    };
    expect(await readAllPages(read, idOf)).toEqual(failed({ code: 'offline' }));
    expect(ended).toEqual([2, 4, 5]);
  });
});

function missing(): never {
  throw new Error('A page that does not exist was asked for');
}
