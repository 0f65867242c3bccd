// What the FreshBooks client is handed: two ways out, the tokens, and time. With these as
// arguments it runs in plain Node, and its tests neither wait nor reach a network.
import type { Fetch } from '../../shared/fetch.ts';
import type { Result } from '../../shared/result.ts';
import type { Timers } from '../../shared/timers.ts';

export interface AccessTokens {
  /** A token to send now; renewed beforehand when it is near its end. */
  accessToken(signal?: AbortSignal): Promise<Result<string>>;
  /**
   * Called when FreshBooks answered 401 to a token that should still have lived. Many calls may
   * report the same one; it is renewed once.
   */
  renewAfter(refusedToken: string, signal?: AbortSignal): Promise<Result<string>>;
  /** Left out where nobody knows; a 403 is then taken for a missing scope. */
  grantedScopes?(): readonly string[];
}

export interface FreshBooksWorld {
  /** Without a path, e.g. `https://api.freshbooks.com`. */
  readonly apiBaseUrl: string;
  /** For GETs. */
  readonly read: Fetch;
  /** For everything that changes something; must never send a request twice by itself. */
  readonly write: Fetch;
  readonly tokens: AccessTokens;
  /** `Traybooks/<version>` */
  readonly userAgent: string;
  /** For one call, answer's body included. 20 s when left out. */
  readonly timeoutMs?: number;
  readonly timers: Timers;
}
