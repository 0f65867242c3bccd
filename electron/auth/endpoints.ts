// Where FreshBooks is. An override may point at loopback only: anything else would let whoever
// sets an environment variable collect client secrets and tokens.
import { failed, ok, type Result } from '../../shared/result.ts';

export interface FreshBooksEndpoints {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  /** Without a trailing slash; every service's path follows it. */
  readonly apiBaseUrl: string;
}

export interface EndpointOverrides {
  /** Stands in for `https://auth.freshbooks.com`. */
  readonly authBaseUrl?: string | undefined;
  /** Stands in for `https://api.freshbooks.com`, which also has the token endpoint. */
  readonly apiBaseUrl?: string | undefined;
}

const AUTH_BASE_URL = 'https://auth.freshbooks.com';
const API_BASE_URL = 'https://api.freshbooks.com';
const LOOPBACK_HOSTS = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * The documented set of freshbooks-api.md §1.1.
 * @param overrides base URLs; an empty one counts as absent, as an unset variable does
 * @returns `rejected` with the override's name and the reason; never a silent default
 */
export function freshBooksEndpoints(
  overrides: EndpointOverrides = {},
): Result<FreshBooksEndpoints> {
  const fields: Record<string, string> = {};
  const auth = baseUrl(overrides.authBaseUrl, AUTH_BASE_URL);
  const api = baseUrl(overrides.apiBaseUrl, API_BASE_URL);
  if ('refusal' in auth) fields.authBaseUrl = auth.refusal;
  if ('refusal' in api) fields.apiBaseUrl = api.refusal;
  if ('refusal' in auth || 'refusal' in api) return failed({ code: 'rejected', fields });
  return ok({
    authorizeUrl: `${auth.url}/oauth/authorize/`,
    tokenUrl: `${api.url}/auth/oauth/token`,
    revokeUrl: `${api.url}/auth/oauth/revoke`,
    apiBaseUrl: api.url,
  });
}

function baseUrl(
  override: string | undefined,
  usual: string,
): { readonly url: string } | { readonly refusal: string } {
  const text = override?.trim() ?? '';
  if (text === '') return { url: usual };
  const url = parsed(text);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return { refusal: 'it is not an http or https address' };
  }
  if (!LOOPBACK_HOSTS.has(url.hostname)) {
    return { refusal: 'only this computer is allowed: 127.0.0.1, [::1] or localhost' };
  }
  if (url.username || url.password || url.search || url.hash) {
    return { refusal: 'it may have a host, a port and a path only' };
  }
  return { url: `${url.origin}${url.pathname}`.replace(/\/+$/, '') };
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
