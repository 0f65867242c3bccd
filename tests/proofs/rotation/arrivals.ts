// Which refresh tokens arrived at the sandbox and how often, by its own log.
import type { RecordedRequest } from '../../../electron/sandbox/request-log.ts';
import type { Sandbox } from '../../../electron/sandbox/start-sandbox.ts';

export interface Arrivals {
  /** @param tokenDigest SHA-256 of a refresh token */
  has(tokenDigest: string): boolean;
  /** How many tokens arrived a second time. */
  twice(): number;
  total(): number;
}

/** Must be asked now and then: the log keeps the last thousand requests only. */
export function arrivalsAt(sandbox: Sandbox): Arrivals {
  const counted = new WeakSet<RecordedRequest>();
  const times = new Map<string, number>();

  function count(): Map<string, number> {
    for (const request of sandbox.requests) {
      if (request.refreshTokenDigest === null || counted.has(request)) continue;
      counted.add(request);
      times.set(request.refreshTokenDigest, (times.get(request.refreshTokenDigest) ?? 0) + 1);
    }
    return times;
  }

  return {
    has: (tokenDigest) => count().has(tokenDigest),
    twice: () => [...count().values()].filter((arrived) => arrived > 1).length,
    total: () => [...count().values()].reduce((sum, arrived) => sum + arrived, 0),
  };
}
