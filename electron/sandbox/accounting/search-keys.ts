/**
 * Reads `search[key]=value` and its list form `search[key][]=value`.
 */

/** @param query every parameter with all its values, decoded */
export function searchValues(
  query: Readonly<Record<string, readonly string[]>>,
  key: string,
): readonly string[] {
  return [...(query[`search[${key}]`] ?? []), ...(query[`search[${key}][]`] ?? [])];
}

/** A test that rows pass when the key was not given, or one of its values fits. */
export function matcher(
  query: Readonly<Record<string, readonly string[]>>,
  key: string,
  fits: (value: string) => boolean,
): boolean {
  const values = searchValues(query, key);
  return values.length === 0 || values.some(fits);
}
