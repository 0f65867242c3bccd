// A request in FreshBooks' terms, with what is needed to explain its refusal.
import type { Scope } from '../../shared/scopes.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From the root, ids included and encoded. */
  readonly path: string;
  readonly query?: ReadonlyArray<readonly [key: string, value: string]>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What this endpoint needs (freshbooks-api.md §1.10): named when the answer is 403. */
  readonly scope: Scope;
  /** What a 404 is about, in a person's words: "time entry". */
  readonly thing: string;
}
