// What the parser needs to know, taken from the snapshot.
import type { Snapshot } from '../snapshot.ts';
import type { Combination, QuickAddContext } from './reading.ts';
import { recentCombinations } from './recent-combinations.ts';

type Slices = Pick<Snapshot, 'catalog' | 'time' | 'businesses'>;

const counted = new WeakMap<Slices['time']['entries'], readonly Combination[]>();

/** @param nowMs milliseconds since the epoch */
export function contextOf({ catalog, time, businesses }: Slices, nowMs: number): QuickAddContext {
  const business = businesses.list.find(({ id }) => id === businesses.chosen);
  return {
    nowMs,
    timeZone: time.timeZone,
    dateFormat: business?.dateFormat ?? null,
    firstDayOfWeek: time.firstDayOfWeek,
    clients: catalog.clients,
    projects: catalog.projects,
    services: catalog.services,
    recent: combinationsOf(time.entries),
  };
}

/** Counted once for each list: the page asks at every keystroke. */
function combinationsOf(entries: Slices['time']['entries']): readonly Combination[] {
  const known = counted.get(entries);
  if (known) return known;
  const combinations = recentCombinations(entries);
  counted.set(entries, combinations);
  return combinations;
}
