// How long ago something was, as one would say it.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * @param atMs milliseconds since the epoch; null when it never was
 * @param nowMs same clock; an instant before `atMs` counts as now (clocks get set back)
 */
export function ageWords(atMs: number | null, nowMs: number): string {
  if (atMs === null) return 'not yet';
  const age = nowMs - atMs;
  if (age < MINUTE_MS) return 'just now';
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min ago`;
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)} h ago`;
  const days = Math.floor(age / DAY_MS);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}
