// The address the browser is sent to (RFC 6749 §4.1.1 with RFC 7636 §4.3).

export interface AuthorizationRequest {
  readonly authorizeUrl: string;
  readonly clientId: string;
  /** Exactly as registered; FreshBooks compares it character for character. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly codeChallenge: string;
}

/** @returns the whole address; freshbooks-api.md §1.2 lists its parameters. */
export function authorizationUrl(request: AuthorizationRequest): string {
  const parameters: readonly (readonly [name: string, value: string])[] = [
    ['response_type', 'code'],
    ['client_id', request.clientId],
    ['redirect_uri', request.redirectUri],
    ['scope', request.scopes.join(' ')],
    ['state', request.state],
    ['code_challenge', request.codeChallenge],
    ['code_challenge_method', 'S256'],
  ];
  // FreshBooks shows spaces as %20; `URLSearchParams` would write +, which only forms use.
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${request.authorizeUrl}?${query.join('&')}`;
}
