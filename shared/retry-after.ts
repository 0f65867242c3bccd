// How long FreshBooks asked us to wait. The header is seconds or a date (RFC 9110 §10.2.3).

/** When a 429 does not say. */
const DEFAULT_SECONDS = 60;

/** Nobody should be locked out for a day by one mistaken header. */
const LONGEST_SECONDS = 3600;

/** @returns whole seconds, 1 to 3600. */
export function retryAfterSeconds(headers: Headers): number {
  const asked = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(asked) ? Number(asked) : untilDate(asked, headers.get('date'));
  if (seconds === null) return DEFAULT_SECONDS;
  return Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_SECONDS);
}

/** Counted from the server's own date, so that a wrong clock on this computer does not matter. */
function untilDate(asked: string, serverDate: string | null): number | null {
  const until = Date.parse(asked);
  const now = Date.parse(serverDate ?? '');
  return Number.isNaN(until) || Number.isNaN(now) ? null : (until - now) / 1000;
}
