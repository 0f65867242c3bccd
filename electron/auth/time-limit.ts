// A call that neither answers nor fails must end some day, and the caller may want it to end
// sooner. `AbortSignal.any` and `AbortSignal.timeout` would do, but the oldest supported runtime
// has no `any`, and a test cannot move a real clock.
import type { Timers } from '../../shared/timers.ts';

export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Ends the watch; call it however the work ended. */
  end(): void;
}

/** @param given aborts the limit's own signal too, with its own reason. */
export function startTimeLimit(timers: Timers, limitMs: number, given?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  const handle = timers.set(() => {
    controller.abort(new DOMException('No answer in time', 'TimeoutError'));
  }, limitMs);
  const follow = () => controller.abort(given?.reason);
  if (given?.aborted) follow();
  given?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    end() {
      timers.clear(handle);
      given?.removeEventListener('abort', follow);
    },
  };
}
