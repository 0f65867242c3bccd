// Reads a list to its end. FreshBooks cuts `per_page` to 100 without a word, says `pages: 0` for
// an empty list, and lets rows move between pages while we read (freshbooks-api.md §3.1, §10).
import { failed, ok, type Result } from '../../shared/result.ts';
import { inParallel } from './in-parallel.ts';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Which page the answer says it is; null when it does not say. */
  readonly page: number | null;
  readonly pages: number;
  readonly total: number | null;
}

export const ROWS_PER_PAGE = 100;

/** Pages under way at once: enough to hide the latency, few enough not to be throttled. */
const AT_ONCE = 4;

/** 100,000 rows. A freelancer has fewer; a server that claims more is mistaken. */
const MOST_PAGES = 1000;

/** How often a list that changes while it is read is started afresh. */
const MOST_ATTEMPTS = 3;

type ReadPage<Row> = (page: number, signal?: AbortSignal) => Promise<Result<Page<Row>>>;

/**
 * @param readPage pages count from 1
 * @param idOf tells rows apart: one that moved to the next page meanwhile is seen twice
 * @returns every row once, in FreshBooks' order; the first failure of any page otherwise.
 */
export async function readAllPages<Row>(
  readPage: ReadPage<Row>,
  idOf: (row: Row) => number,
  signal?: AbortSignal,
): Promise<Result<readonly Row[]>> {
  const everSeen = new Map<number, Row>();
  let promised = 0;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const pages = await readOnce(readPage, signal);
    if (!pages.ok) return pages;
    promised = leastPromised(pages.value);
    const rows = pages.value.flatMap((page) => page.rows);
    const byId = new Map(rows.map((row) => [idOf(row), row]));
    const settled = byId.size === rows.length && agree(pages.value);
    if (settled && byId.size >= promised) return ok(rows);
    // A row removed meanwhile pulls the next ones up, past the page we had just read: such a
    // list may lack a row without showing it. So it is read again.
    for (const [id, row] of byId) everSeen.set(id, row);
  }
  // Fewer rows than every page says there are: passed on, they would look like the whole list.
  if (everSeen.size < promised) return trouble(`${everSeen.size} of ${promised} rows`);
  // It never held still. What was seen in any attempt lacks the least.
  return ok([...everSeen.values()]);
}

/** How many rows there must be at least, going by what the pages themselves say. */
function leastPromised(pages: ReadonlyArray<Page<unknown>>): number {
  const totals = pages.map(({ total }) => total).filter((total) => total !== null);
  if (totals.length > 0) return Math.min(...totals);
  // An empty list has no pages (freshbooks-api.md §3.1), so one with a page has a row.
  return pages.some((page) => page.pages > 0) ? 1 : 0;
}

async function readOnce<Row>(
  readPage: ReadPage<Row>,
  signal: AbortSignal | undefined,
): Promise<Result<readonly Page<Row>[]>> {
  const first = await checked(readPage, 1, signal);
  if (!first.ok) return first;
  const read: Page<Row>[] = [first.value];
  // A list that grew says so on a later page, so the end is looked up again after each round.
  for (;;) {
    const last = Math.max(...read.map(({ pages }) => pages));
    if (last > MOST_PAGES) return trouble(`${last} pages`);
    if (read.length >= last) return ok(read);
    const next = Array.from({ length: last - read.length }, (_, index) => read.length + 1 + index);
    const more = await inParallel(next, AT_ONCE, signal, (page, abort) =>
      checked(readPage, page, abort),
    );
    if (!more.ok) return more;
    read.push(...more.value);
  }
}

async function checked<Row>(
  readPage: ReadPage<Row>,
  asked: number,
  signal: AbortSignal | undefined,
): Promise<Result<Page<Row>>> {
  const answer = await readPage(asked, signal);
  if (!answer.ok) return answer;
  const { page, rows } = answer.value;
  // A server that ignores `page` would hand us the first rows again and again.
  if (page !== null && page !== asked && rows.length > 0) {
    return trouble(`page ${page} instead of page ${asked}`);
  }
  return answer;
}

function agree(pages: ReadonlyArray<Page<unknown>>): boolean {
  return pages.every((page) => page.total === pages[0]?.total && page.pages === pages[0]?.pages);
}

function trouble(what: string): Result<never> {
  return failed({ code: 'server-trouble', status: 200, detail: `the list came as ${what}` });
}
