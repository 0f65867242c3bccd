// One request and its answer, with a time limit and an abort over both headers and body. It
// knows nothing of FreshBooks; it only makes sure that a call always ends.
import type { Fetch } from '../../shared/fetch.ts';
import { networkFailure } from '../../shared/network-failure.ts';
import type { Timers } from '../../shared/timers.ts';

export interface Answer {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: Headers;
  /** Empty when the status alone decides: such a body is dropped unread. */
  readonly text: string;
}

export interface NoAnswer {
  readonly kind: 'aborted' | 'timed-out' | 'not-sent' | 'unknown';
}

export interface Limits {
  readonly timers: Timers;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Never rejects for anything the network or the server does. */
export async function exchange(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  limits: Limits,
): Promise<Answer | NoAnswer> {
  const { timers, timeoutMs, signal } = limits;
  if (signal?.aborted) return { kind: 'aborted' };
  const ending = new AbortController();
  let end: (kind: 'aborted' | 'timed-out') => void = () => undefined;
  const ended = new Promise<NoAnswer>((resolve) => {
    end = (kind) => {
      // First the verdict, then the abort: what fetch makes of the abort is no longer asked.
      resolve({ kind });
      ending.abort();
    };
  });
  const onAbort = () => end('aborted');
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = timers.set(() => end('timed-out'), timeoutMs);
  try {
    // A race, because not every fetch heeds its signal once the headers have arrived.
    return await Promise.race([ended, answered(fetch, url, { ...init, signal: ending.signal })]);
  } finally {
    timers.clear(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function answered(fetch: Fetch, url: string, init: RequestInit): Promise<Answer | NoAnswer> {
  try {
    const response = await fetch(url, init);
    const { status, headers } = response;
    if (bodyMatters(status)) {
      return { kind: 'answered', status, headers, text: await response.text() };
    }
    dropBody(response);
    return { kind: 'answered', status, headers, text: '' };
  } catch (error) {
    const failure = networkFailure(error);
    // We did not abort (that verdict is already given), so something on the way did.
    return { kind: failure === 'aborted' ? 'unknown' : failure };
  }
}

function bodyMatters(status: number): boolean {
  return (status >= 200 && status < 300 && status !== 204) || status === 400 || status === 422;
}

/** An unread body would keep its connection busy. It may be broken already, which is fine. */
function dropBody(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
