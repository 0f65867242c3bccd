// A `fetch` that answers from a script and remembers what it was asked.

interface SentRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Parsed JSON; undefined when nothing was sent. */
  readonly body: unknown;
  readonly signal: AbortSignal | null;
}

/** An answer, or a function that makes one, waits, or throws what a network would. */
export type Reply = Response | ((request: SentRequest) => Response | Promise<Response>);

export interface ScriptedFetch {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly sent: readonly SentRequest[];
}

/** @param replies used up in order; what comes after the last one fails the call */
export function scriptedFetch(...replies: readonly Reply[]): ScriptedFetch {
  const queue = [...replies];
  return answeringFetch((request) => {
    const reply = queue.shift();
    if (!reply) throw new Error(`Nothing scripted for ${request.method} ${request.url.pathname}`);
    return typeof reply === 'function' ? reply(request) : reply;
  });
}

/** @param answer called for every request */
export function answeringFetch(
  answer: (request: SentRequest) => Response | Promise<Response>,
): ScriptedFetch {
  const sent: SentRequest[] = [];
  return {
    sent,
    fetch: async (url, init = {}) => {
      const request: SentRequest = {
        method: init.method ?? 'GET',
        url: new URL(url),
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
        signal: init.signal ?? null,
      };
      sent.push(request);
      return answer(request);
    },
  };
}

/** A request that stays without an answer until its signal ends it. */
export function silence({ signal }: SentRequest): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

export function json(body: unknown, status = 200, headers?: HeadersInit): Response {
  return new Response(JSON.stringify(body), { status, ...(headers ? { headers } : {}) });
}

/** How Node's fetch rejects when nobody listens: nothing was sent. */
export function connectionRefused(): never {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('connect ECONNREFUSED'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    }),
  });
}

/** How Node's fetch rejects when the connection drops after the request went out. */
export function connectionDropped(): never {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }),
  });
}
