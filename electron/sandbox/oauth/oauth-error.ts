/**
 * The words of OAuth refusals. FreshBooks answers in those of the Ruby provider Doorkeeper where
 * it was observed, so the rest follow it too (freshbooks-api.md §1.9).
 */

export interface OAuthError {
  readonly status: 400 | 401;
  readonly error: string;
  readonly description: string;
}

export const oauthErrors = {
  missingParameter: (name: string): OAuthError => ({
    status: 400,
    error: 'invalid_request',
    description: `Missing required parameter: ${name}.`,
  }),
  unsupportedChallengeMethod: {
    status: 400,
    error: 'invalid_request',
    description: 'The code challenge method must be S256.',
  },
  unsupportedGrantType: {
    status: 400,
    error: 'unsupported_grant_type',
    description: 'The authorization grant type is not supported by the authorization server.',
  },
  unsupportedResponseType: {
    status: 400,
    error: 'unsupported_response_type',
    description: 'The authorization server does not support this response type.',
  },
  invalidClient: {
    status: 401,
    error: 'invalid_client',
    description:
      'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
  },
  invalidGrant: {
    status: 400,
    error: 'invalid_grant',
    description:
      'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
  },
  invalidScope: {
    status: 400,
    error: 'invalid_scope',
    description: 'The requested scope is invalid, unknown, or malformed.',
  },
  invalidRedirectUri: {
    status: 400,
    error: 'invalid_redirect_uri',
    description: 'The requested redirect uri is malformed or does not match client redirect URI.',
  },
} as const satisfies Record<string, OAuthError | ((name: string) => OAuthError)>;
