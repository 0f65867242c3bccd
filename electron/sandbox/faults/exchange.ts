/**
 * One request and its answer, seen from a fault's side.
 */

/** Which service answers; each words its refusals in its own way. */
export type ServiceFamily = 'auth' | 'accounting' | 'business';

export interface Exchange {
  readonly family: ServiceFamily;
  /** @returns undefined when the request does not have it */
  readonly header: (name: string) => string | undefined;
  /** Settles when the whole request is here, so that it can be handled after hanging up. */
  readonly received: () => Promise<void>;
  /** Lets the sandbox do its work and hands over the answer, not yet sent. */
  readonly handle: () => Promise<Response>;
  /** Cuts the connection without a word. */
  readonly hangUp: () => Response;
  /** Promises the whole text, sends the first half of it, and cuts the connection. */
  readonly cutOff: (text: string) => Response;
  /** Settles when the other side has gone away. */
  readonly clientGone: Promise<void>;
  /** Epoch seconds of the app's first token; known after a token answer was handled. */
  readonly firstGrantAt: () => number | undefined;
}

/** Decides what is sent instead of, or made of, the ordinary answer. */
export type FaultOutcome = (exchange: Exchange) => Promise<Response>;
