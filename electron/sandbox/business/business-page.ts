/**
 * Paging of the business services: a `meta` object beside the list (freshbooks-api.md §0, §4). What
 * is not a positive whole number falls back to the default; nothing is recorded about refusals.
 */
const mostPerPage = 100;

export interface PageMeta {
  readonly total: number;
  readonly per_page: number;
  readonly page: number;
  readonly pages: number;
}

/**
 * @param defaultPerPage rows on a page when `per_page` is absent; 'all' for a list that is then
 *   not paged, and says `per_page` equal to `total`
 */
export function pageWithMeta<Row>(
  rows: readonly Row[],
  query: Readonly<Record<string, string>>,
  defaultPerPage: number | 'all',
): { readonly rows: readonly Row[]; readonly meta: PageMeta } {
  const total = rows.length;
  const asked = positive(query.per_page);
  const perPage =
    asked !== null
      ? Math.min(mostPerPage, asked)
      : defaultPerPage === 'all'
        ? total
        : defaultPerPage;
  const page = positive(query.page) ?? 1;
  const start = (page - 1) * perPage;
  return {
    rows: rows.slice(start, start + perPage),
    meta: {
      total,
      per_page: perPage,
      page: total === 0 ? 1 : page,
      pages: total === 0 ? 0 : Math.ceil(total / perPage),
    },
  };
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
