/**
 * Accounting's paging (freshbooks-api.md §3.1): fifteen rows unless asked, a silent cut at a
 * hundred, and `pages: 0` for a list of nothing.
 */
import type { AccountingError } from './accounting-errors.ts';

const defaultPerPage = 15;
const mostPerPage = 100;

export interface PageRequest {
  readonly page: number;
  readonly perPage: number;
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly page: number;
  readonly pages: number;
  readonly per_page: number;
  readonly total: number;
}

/** @returns an error (errno 1013 or 1014) for what is not a whole number; page 0 means page 1 */
export function readPageRequest(
  query: Readonly<Record<string, string>>,
): PageRequest | AccountingError {
  const { page = '1', per_page: perPage = String(defaultPerPage) } = query;
  if (!/^\d+$/.test(page)) {
    return { errno: 1014, field: 'page', value: page, message: 'Page must be a positive integer.' };
  }
  if (!/^\d+$/.test(perPage) || Number(perPage) === 0) {
    return {
      errno: 1013,
      field: 'per_page',
      value: perPage,
      message: 'Results per page must be a positive integer.',
    };
  }
  return { page: Math.max(1, Number(page)), perPage: Math.min(mostPerPage, Number(perPage)) };
}

export function cutPage<Row>(rows: readonly Row[], request: PageRequest): PageOf<Row> {
  const { page, perPage } = request;
  const start = (page - 1) * perPage;
  return {
    rows: rows.slice(start, start + perPage),
    page: rows.length === 0 ? 1 : page,
    pages: Math.ceil(rows.length / perPage),
    per_page: perPage,
    total: rows.length,
  };
}
