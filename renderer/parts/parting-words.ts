// What is left of a login after signing out: mostly nothing, sometimes a token FreshBooks still
// takes for a while.
import type { SignedOut } from '../../shared/connection-details.ts';
import { type ClockPlace, clockWords } from './clock-words.ts';

/**
 * @param name whose login it was
 * @param nowMs milliseconds since the epoch
 */
export function partingWords(
  name: string,
  { revoked, accessEndsAtMs }: SignedOut,
  nowMs: number,
  place?: ClockPlace,
): string {
  if (revoked) return `${name} is signed out, here and at FreshBooks.`;
  const here = `${name} is signed out here, but FreshBooks could not be told`;
  if (accessEndsAtMs === null || accessEndsAtMs <= nowMs) {
    return `${here}. The access it gave has run out by itself.`;
  }
  const end = clockWords(accessEndsAtMs, nowMs, place);
  return `${here}: the access it gave lives on there until ${end}. This computer no longer has it.`;
}
