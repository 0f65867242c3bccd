// How long to wait after a failure, the longer the more there were.

/**
 * Doubles from the first pause to the longest.
 * @param failures how many there were in a row; at least 1
 */
export function backOffMs(failures: number, firstMs: number, longestMs: number): number {
  return Math.min(firstMs * 2 ** (failures - 1), longestMs);
}
