// A queue for what must not overlap. What is given up while it waits has never begun, and is told
// apart from what may have happened.
import { NeverSentError } from '../../shared/network-failure.ts';

export type InTurn = <T>(task: () => Promise<T>, signal?: AbortSignal | null) => Promise<T>;

/** @returns runs a task when all before it have ended; `NeverSentError` when its signal came first */
export function oneAfterAnother(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task, signal) =>
    new Promise((resolve, reject) => {
      const giveUp = () => reject(new NeverSentError('Given up while waiting for its turn'));
      signal?.addEventListener('abort', giveUp, { once: true });
      last = last.then(() => {
        if (signal?.aborted) return giveUp();
        // From here on its end tells more than the signal does.
        signal?.removeEventListener('abort', giveUp);
        return task().then(resolve, reject);
      });
    });
}
