// How long a busy server asks us to wait (RFC 9110 §10.2.3): seconds, or an HTTP date.

/** Asked to wait without being told how long. */
const USUAL_SECONDS = 30;

/** A server that says "tomorrow" by mistake must not silence us until then. */
const LONGEST_SECONDS = 900;

/**
 * @param header the header's value; null when absent
 * @returns whole seconds between 1 and 900; 30 when the header says nothing usable
 */
export function retryAfterSeconds(header: string | null, nowMs: number): number {
  const text = header?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - nowMs) / 1000;
  if (Number.isNaN(seconds)) return USUAL_SECONDS;
  return Math.min(Math.max(Math.ceil(seconds), 1), LONGEST_SECONDS);
}
