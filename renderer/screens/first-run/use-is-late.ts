// Whether the browser should have come back by now, by the clock the countdown runs on.
import { SIGN_IN_LIMIT_MS } from '../../../shared/sign-in-limit.ts';
import { useNow } from '../../snapshot/use-visible.ts';

/** A practised person is through sooner; one who reads the consent page is not disturbed. */
const LATE_AFTER_MS = 60_000;

/** @param endsAtMs milliseconds since the epoch at which waiting ends */
export function useIsLate(endsAtMs: number): boolean {
  return useNow(1000) >= endsAtMs - SIGN_IN_LIMIT_MS + LATE_AFTER_MS;
}
