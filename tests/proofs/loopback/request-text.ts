// Requests in their bytes, as a hostile program would write them: no client of ours repairs them.
import type { Target } from './hostile-case.ts';

interface RequestChanges {
  readonly method?: string;
  readonly target?: string;
  readonly version?: string;
  /** Null for none. */
  readonly host?: string | null;
  /** Whole lines. */
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** The browser's request with FreshBooks' answer, but for these changes. */
export function request(it: Target, changes: RequestChanges = {}): string {
  const { method = 'GET', target = it.answer, version = 'HTTP/1.1', body = '' } = changes;
  const host = changes.host === undefined ? `localhost:${it.port}` : changes.host;
  return [
    `${method} ${target} ${version}`,
    ...(host === null ? [] : [`Host: ${host}`]),
    ...(changes.headers ?? []),
    '',
    body,
  ].join('\r\n');
}

/** The browser's request with another query, at the right place. */
export function query(it: Target, text: string): string {
  return request(it, { target: `/callback?${text}` });
}
