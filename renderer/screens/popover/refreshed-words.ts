// How old the figures are, as one would say it.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * @param refreshedAtMs milliseconds since the epoch; null when there never was an answer
 * @param nowMs same clock; an instant before `refreshedAtMs` counts as now (clocks get set back)
 */
export function refreshedWords(refreshedAtMs: number | null, nowMs: number): string {
  if (refreshedAtMs === null) return 'not yet';
  const age = nowMs - refreshedAtMs;
  if (age < MINUTE_MS) return 'just now';
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min ago`;
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)} h ago`;
  const days = Math.floor(age / DAY_MS);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}
