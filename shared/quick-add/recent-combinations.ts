// What time was logged on before, each combination once: the ground for suggestions.
import type { LoggedEntry } from '../snapshot.ts';
import type { Combination } from './reading.ts';

/** Beyond this many nobody remembers having used them. */
const LIMIT = 50;

type Counted = { -readonly [key in keyof Combination]: Combination[key] } & { times: number };

/**
 * @param entries newest first
 * @returns newest first, each with the note, the start and the number of times of its last use
 */
export function recentCombinations(
  entries: readonly LoggedEntry[],
  limit = LIMIT,
): readonly Combination[] {
  const found = new Map<string, Counted>();
  for (const entry of entries) {
    // What is being deleted is no longer a habit.
    if (entry.pending === 'delete') continue;
    const { clientId, projectId, serviceId, billable, note } = entry;
    const key = `${clientId} ${projectId} ${serviceId} ${billable}`;
    const known = found.get(key);
    if (known) known.times += 1;
    else {
      const lastUsedAtMs = entry.startedAtMs;
      found.set(key, { clientId, projectId, serviceId, billable, note, lastUsedAtMs, times: 1 });
    }
  }
  return [...found.values()].slice(0, limit);
}
