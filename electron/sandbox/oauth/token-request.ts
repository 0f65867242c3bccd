/**
 * Reads a token or revoke request whichever of the accepted ways it was written.
 */
import type { HonoRequest } from 'hono';

/** The members of freshbooks-api.md §1.5 and §1.8 that were sent as non-empty text. */
export interface TokenRequest {
  readonly grant_type?: string;
  readonly client_id?: string;
  readonly client_secret?: string;
  readonly code?: string;
  readonly redirect_uri?: string;
  readonly code_verifier?: string;
  readonly refresh_token?: string;
  readonly token?: string;
}

/** A body that cannot be read counts as empty: the answer then names the first missing member. */
export async function readTokenRequest(request: HonoRequest): Promise<TokenRequest> {
  const text = await request.text();
  const isJson = (request.header('Content-Type') ?? '').includes('json');
  const members = isJson ? jsonMembers(text) : Object.fromEntries(new URLSearchParams(text));
  const sent = Object.entries({ ...members, ...basicCredentials(request) }).filter(
    (member): member is [string, string] => typeof member[1] === 'string' && member[1] !== '',
  );
  return Object.fromEntries(sent);
}

function jsonMembers(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** RFC 6749 §2.3.1: both halves are form-encoded before they are joined. */
function basicCredentials(request: HonoRequest): TokenRequest {
  const [scheme, encoded] = (request.header('Authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || encoded === undefined) return {};
  const [id, secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const decoded = new URLSearchParams(`id=${id ?? ''}&secret=${secret ?? ''}`);
  return {
    client_id: decoded.get('id') ?? '',
    client_secret: decoded.get('secret') ?? '',
  };
}
