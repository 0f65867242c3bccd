// A list read a second time: every row its pages hold, or the damage that keeps them from being
// all of it.
import { Damage, Place } from './second-reading.ts';

/**
 * @param bodies parsed JSON of the pages in order; undefined where the text was none
 * @param listPath where the rows are; @param pagingPath where the counts are
 * @throws Damage when the pages do not hold what they say they hold
 */
export function allRows<Row extends { readonly id: number }>(
  bodies: readonly unknown[],
  listPath: readonly string[],
  pagingPath: readonly string[],
  read: (row: Place) => Row,
): readonly Row[] {
  const pages = bodies.map((body) => {
    const list = follow(new Place(body), listPath);
    const paging = follow(new Place(body), pagingPath);
    return {
      rows: list.rows().map(read),
      list,
      page: paging.member('page').maybe((place) => place.wholeNumber()),
      pages: paging.member('pages').wholeNumber(),
      total: paging.member('total').maybe((place) => place.wholeNumber()),
    };
  });
  const byId = new Map(pages.flatMap(({ rows }) => rows.map((row) => [row.id, row])));
  const totals = pages.map(({ total }) => total).filter((total) => total !== null);
  const isShort = totals.length > 0 && byId.size < Math.min(...totals);
  const isEmptyYetPaged = byId.size === 0 && totals.length === 0 && (pages[0]?.pages ?? 0) > 0;
  if (isShort || isEmptyYetPaged) throw new Damage(listPath);
  return [...byId.values()];
}

function follow(place: Place, path: readonly string[]): Place {
  return path.reduce((at, name) => at.member(name), place);
}
