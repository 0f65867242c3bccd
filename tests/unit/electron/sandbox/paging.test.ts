import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutPage,
  readPageRequest,
} from '../../../../electron/sandbox/accounting/accounting-page.ts';
import { pageWithMeta } from '../../../../electron/sandbox/business/business-page.ts';

describe("accounting's paging", () => {
  it('gives fifteen rows unless asked, and never more than a hundred', () => {
    expect(readPageRequest({})).toEqual({ page: 1, perPage: 15 });
    expect(readPageRequest({ per_page: '500' })).toEqual({ page: 1, perPage: 100 });
  });

  it('takes page 0 for page 1', () => {
    expect(readPageRequest({ page: '0' })).toMatchObject({ page: 1 });
  });

  it.each([
    [{ page: 'two' }, 1014],
    [{ page: '-1' }, 1014],
    [{ page: '1.5' }, 1014],
    [{ per_page: 'all' }, 1013],
    [{ per_page: '0' }, 1013],
  ])('refuses %o with errno %i', (query, errno) => {
    expect(readPageRequest(query)).toMatchObject({ errno });
  });

  it('says page 1 of 0 pages when there is nothing', () => {
    expect(cutPage([], { page: 3, perPage: 15 })).toEqual({
      rows: [],
      page: 1,
      pages: 0,
      per_page: 15,
      total: 0,
    });
  });

  it('gives an empty list beyond the last page', () => {
    const page = cutPage([1, 2, 3], { page: 9, perPage: 2 });
    expect(page).toMatchObject({ rows: [], page: 9, pages: 2, total: 3 });
  });

  it('gives every row exactly once over all its pages', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.integer({ min: 1, max: 100 }), (total, perPage) => {
        const rows = Array.from({ length: total }, (_, index) => index);
        const { pages } = cutPage(rows, { page: 1, perPage });
        const seen = Array.from({ length: pages }, (_, index) =>
          cutPage(rows, { page: index + 1, perPage }),
        ).flatMap((page) => page.rows);
        expect(seen).toEqual(rows);
      }),
    );
  });
});

describe('paging of the business services', () => {
  it('leaves an unpaged list whole and calls its length the page size', () => {
    const { rows, meta } = pageWithMeta([1, 2, 3, 4, 5, 6, 7], {}, 'all');
    expect(rows).toHaveLength(7);
    expect(meta).toEqual({ total: 7, per_page: 7, page: 1, pages: 1 });
  });

  it('says 0 pages for an empty unpaged list', () => {
    expect(pageWithMeta([], {}, 'all').meta).toEqual({ total: 0, per_page: 0, page: 1, pages: 0 });
  });

  it('cuts silently at a hundred', () => {
    const rows = Array.from({ length: 250 }, (_, index) => index);
    const page = pageWithMeta(rows, { per_page: '250', page: '3' }, 30);
    expect(page.meta).toEqual({ total: 250, per_page: 100, page: 3, pages: 3 });
    expect(page.rows).toHaveLength(50);
  });
});
