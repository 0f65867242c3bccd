// What the access token and its renewal come to for a person: how long it works without asking.
import type { ConnectionDetails } from '../../../shared/connection-details.ts';
import { ageWords } from '../../parts/age-words.ts';
import { type ClockPlace, clockWords, timeLeftWords } from '../../parts/clock-words.ts';

type TokenTimes = Pick<ConnectionDetails, 'accessEndsAtMs' | 'renewsAtMs'>;

/** "Renews in 7 h, works until 9:40 pm". */
export function tokenWords(times: TokenTimes, nowMs: number, place?: ClockPlace): string {
  const { accessEndsAtMs, renewsAtMs } = times;
  const end = clockWords(accessEndsAtMs, nowMs, place);
  if (accessEndsAtMs <= nowMs) {
    return renewsAtMs === null
      ? `Ended at ${end}, cannot be renewed`
      : `Ended at ${end}, renews with the next refresh`;
  }
  if (renewsAtMs === null) return `Works until ${end}, cannot be renewed`;
  const left = timeLeftWords(renewsAtMs, nowMs);
  return left === null
    ? `Renews with the next refresh, works until ${end}`
    : `Renews in ${left}, works until ${end}`;
}

/** "12 min ago, went well"; why a failed one failed is told apart. */
export function renewalWords(
  renewal: ConnectionDetails['lastRenewal'],
  nowMs: number,
  place?: ClockPlace,
): string {
  if (!renewal) return 'Not needed since Traybooks started';
  const age = ageWords(renewal.atMs, nowMs);
  const when = `${age.charAt(0).toUpperCase()}${age.slice(1)} (${clockWords(renewal.atMs, nowMs, place)})`;
  return renewal.error ? `${when}, failed` : `${when}, went well`;
}
