// The holes of a day, each one key from an entry: time within working hours nobody has logged,
// what passed since the last entry, and time away from the computer.
import type { RunningTimer } from './snapshot.ts';

const MINUTE_MS = 60_000;

/** Shorter ones are breath between two pieces of work. */
const LEAST_GAP_MS = 5 * MINUTE_MS;

/** Half-open, milliseconds since the epoch. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Gap extends Stretch {
  readonly kind: 'free' | 'since-last' | 'away';
}

export interface DayAtHand {
  /** From the first to the last working minute of the day; null on a day off. */
  readonly hours: Stretch | null;
  /** What is logged, in any order; neighbouring days may be among them. */
  readonly entries: readonly Stretch[];
  /** The timer that runs, from its start until now; null where there is none. */
  readonly timer: Stretch | null;
  /** The person has not said what this time was. */
  readonly away: Stretch | null;
  readonly nowMs: number;
}

/** In the order of the day, none overlapping another, each of whole minutes and five at least. */
export function dayGaps({ hours, entries, timer, away, nowMs }: DayAtHand): readonly Gap[] {
  const awayGaps = (away ? without(away, entries) : []).map((each) => gap(each, 'away'));
  const busy = [...entries, ...(timer ? [timer] : []), ...(away ? [away] : [])];
  const until = hours && { fromMs: hours.fromMs, toMs: Math.min(hours.toMs, nowMs) };
  const free = (until ? without(until, busy) : []).map((each) => {
    const isLast = each.toMs === nowMs && busy.some(({ toMs }) => toMs === each.fromMs);
    return gap(each, isLast ? 'since-last' : 'free');
  });
  return [...free, ...awayGaps]
    .filter(({ fromMs, toMs }) => toMs - fromMs >= LEAST_GAP_MS)
    .sort((one, other) => one.fromMs - other.fromMs);
}

/**
 * From the end of the last entry on, within working hours or not.
 * @param entries of one day
 * @param timer what it counts is left out; one that began before that end counts from where it was
 *   resumed, and not at all while it is paused
 * @returns null where nothing was logged, or less than a minute lies between
 */
export function sinceLastEntry(
  entries: readonly Stretch[],
  nowMs: number,
  timer: Pick<RunningTimer, 'startedAtMs' | 'runningSinceMs'> | null = null,
): Stretch | null {
  const ends = entries.map(({ toMs }) => toMs);
  if (ends.length === 0) return null;
  const fromMs = Math.max(...ends);
  const isAfter = timer !== null && timer.startedAtMs >= fromMs;
  const toMs = isAfter ? timer.startedAtMs : (timer?.runningSinceMs ?? nowMs);
  const since = wholeMinutes({ fromMs, toMs });
  return since.toMs > since.fromMs ? since : null;
}

/** Seconds of a day's working hours that are free, as its bar is hatched. */
export function freeSeconds(gaps: readonly Gap[]): number {
  return gaps
    .filter(({ kind }) => kind !== 'away')
    .reduce((sum, { fromMs, toMs }) => sum + (toMs - fromMs) / 1000, 0);
}

function gap(stretch: Stretch, kind: Gap['kind']): Gap {
  return { ...wholeMinutes(stretch), kind };
}

/** People log minutes; never a second that an entry has already. */
function wholeMinutes({ fromMs, toMs }: Stretch): Stretch {
  return {
    fromMs: Math.ceil(fromMs / MINUTE_MS) * MINUTE_MS,
    toMs: Math.floor(toMs / MINUTE_MS) * MINUTE_MS,
  };
}

function without(whole: Stretch, taken: readonly Stretch[]): readonly Stretch[] {
  const left: Stretch[] = [];
  let fromMs = whole.fromMs;
  for (const each of taken.toSorted((one, other) => one.fromMs - other.fromMs)) {
    const toMs = Math.min(each.fromMs, whole.toMs);
    if (toMs > fromMs) left.push({ fromMs, toMs });
    fromMs = Math.max(fromMs, each.toMs);
  }
  if (whole.toMs > fromMs) left.push({ fromMs, toMs: whole.toMs });
  return left;
}
