// Runs calls side by side, a few at a time, and gives up on all of them with the first failure.
import { type Failed, ok, type Result } from '../../shared/result.ts';

/**
 * @param atOnce how many run at the same time
 * @param signal aborts those under way and starts no others
 * @param run gets a signal of its own, which also ends it when another one failed
 * @returns the values in the order of `items`, or the first failure to come in.
 */
export async function inParallel<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  signal: AbortSignal | undefined,
  run: (item: Item, signal: AbortSignal) => Promise<Result<Value>>,
): Promise<Result<readonly Value[]>> {
  const others = new AbortController();
  const onAbort = () => others.abort();
  if (signal?.aborted) others.abort();
  signal?.addEventListener('abort', onAbort, { once: true });

  const values = new Map<number, Value>();
  const queue = items.entries();
  let failure: Failed | null = null;

  async function worker(): Promise<void> {
    for (const [index, item] of queue) {
      const result = await run(item, others.signal);
      if (failure) return;
      if (!result.ok) {
        failure = result;
        others.abort();
        return;
      }
      values.set(index, result.value);
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
  const inOrder = [...values].sort(([a], [b]) => a - b).map(([, value]) => value);
  return failure ?? ok(inOrder);
}

type Reads<Values extends readonly unknown[]> = {
  readonly [Index in keyof Values]: (signal: AbortSignal) => Promise<Result<Values[Index]>>;
};

/** Different reads at the same time; their values in the same order, or the first failure. */
export async function together<Values extends readonly unknown[]>(
  reads: Reads<Values>,
  signal: AbortSignal | undefined,
): Promise<Result<Values>> {
  const values = await inParallel<(signal: AbortSignal) => Promise<Result<unknown>>, unknown>(
    reads,
    reads.length,
    signal,
    (read, abort) => read(abort),
  );
  // The order was kept, which the compiler cannot see through a list of unknowns.
  return values as Result<Values>;
}
