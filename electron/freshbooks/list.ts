// A list endpoint: where it is, what its pages look like, and what tells its rows apart.
import type { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import type { ApiCall } from './api-call.ts';
import type { ApiRequest } from './api-request.ts';
import { type Page, ROWS_PER_PAGE, readAllPages } from './pages.ts';

export interface List<Row> extends Omit<ApiRequest, 'method' | 'body'> {
  readonly shape: z.ZodType<Page<Row>>;
  readonly idOf: (row: Row) => number;
}

/** @returns the rows of all pages. */
export function readList<Row>(
  call: ApiCall,
  { shape, idOf, ...request }: List<Row>,
  signal?: AbortSignal,
): Promise<Result<readonly Row[]>> {
  return readAllPages(
    (page, abort) =>
      call(
        {
          ...request,
          method: 'GET',
          query: [
            ...(request.query ?? []),
            ['page', String(page)],
            ['per_page', String(ROWS_PER_PAGE)],
          ],
        },
        shape,
        abort,
      ),
    idOf,
    signal,
  );
}
