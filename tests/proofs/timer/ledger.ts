// What FreshBooks has at the end of a day, held against what was worked.

export interface DayCount {
  entries: number;
  loggedSeconds: number;
  truthSeconds: number;
  /** Seconds by which entries are wrong, either way. */
  difference: number;
  lost: number;
  doubled: number;
}

/** @param expected note to seconds */
export function compare(
  logged: readonly (readonly [string, number])[],
  expected: ReadonlyMap<string, number>,
): DayCount {
  const count: DayCount = {
    entries: logged.length,
    loggedSeconds: 0,
    truthSeconds: 0,
    difference: 0,
    lost: 0,
    doubled: 0,
  };
  for (const [note, seconds] of expected) {
    const entries = logged.filter(([one]) => one === note);
    const found = entries.reduce((sum, [, length]) => sum + length, 0);
    count.truthSeconds += seconds;
    count.difference += Math.abs(found - seconds);
    if (entries.length === 0) count.lost += 1;
    count.doubled += Math.max(0, entries.length - 1);
  }
  for (const [note, seconds] of logged) {
    count.loggedSeconds += seconds;
    if (expected.has(note)) continue;
    // Nobody wanted it.
    count.doubled += 1;
    count.difference += seconds;
  }
  return count;
}
