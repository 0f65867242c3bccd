// How a timer's length becomes an entry's, by the rule of its business.
import type { Rounding } from './settings.ts';

/**
 * Always a multiple of the rule's minutes, halves up. Time that was worked is never rounded away:
 * more than nothing becomes at least one multiple, also to the nearest.
 * @param seconds whole, at least 0
 */
export function rounded(seconds: number, { toMinutes, direction }: Rounding): number {
  if (toMinutes === 0 || seconds <= 0) return Math.max(0, seconds);
  const step = toMinutes * 60;
  const steps = direction === 'up' ? Math.ceil(seconds / step) : Math.round(seconds / step);
  return Math.max(1, steps) * step;
}
