/**
 * Judges an authorize request before anyone is asked anything (freshbooks-api.md §1.2, RFC 6749
 * §4.1.2.1). Client and redirect URI come first: until both are known to be right, answering by a
 * redirect would make the server a stepping stone to anybody's page.
 */
import type { SandboxWorld } from '../sandbox-world.ts';
import type { RegisteredApp } from '../state/sandbox-state.ts';
import { findApp } from './apps.ts';
import { type OAuthError, oauthErrors } from './oauth-error.ts';
import { scopesToGrant } from './scopes.ts';

export interface AuthorizeRequest {
  readonly app: RegisteredApp;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly scopes: readonly string[];
  /** PKCE S256 challenge (RFC 7636); null when the app sent none. */
  readonly codeChallenge: string | null;
}

export type JudgedRequest =
  | { readonly kind: 'ask'; readonly request: AuthorizeRequest }
  /** Shown to the person; the app is not told. */
  | { readonly kind: 'page'; readonly error: OAuthError }
  | { readonly kind: 'redirect'; readonly location: string };

/** @param query the decoded query parameters of the authorize address */
export function judgeAuthorizeRequest(
  world: SandboxWorld,
  query: Readonly<Record<string, string | undefined>>,
): JudgedRequest {
  const app = findApp(world, query.client_id);
  if (!app) return { kind: 'page', error: oauthErrors.invalidClient };

  const redirectUri = query.redirect_uri;
  if (redirectUri === undefined || !app.redirectUris.includes(redirectUri)) {
    return { kind: 'page', error: oauthErrors.invalidRedirectUri };
  }

  const state = query.state;
  const tellApp = (error: OAuthError): JudgedRequest => ({
    kind: 'redirect',
    location: redirectLocation(redirectUri, {
      error: error.error,
      error_description: error.description,
      state,
    }),
  });
  if (!query.response_type) return tellApp(oauthErrors.missingParameter('response_type'));
  if (query.response_type !== 'code') return tellApp(oauthErrors.unsupportedResponseType);
  const codeChallenge = query.code_challenge || null;
  if (codeChallenge !== null && query.code_challenge_method !== 'S256') {
    return tellApp(oauthErrors.unsupportedChallengeMethod);
  }

  const scopes = scopesToGrant(query.scope, app.scopes);
  // Seen live: a page and no redirect, so the app waits until the person gives up.
  if (!scopes) return { kind: 'page', error: oauthErrors.invalidScope };
  return { kind: 'ask', request: { app, redirectUri, state, scopes, codeChallenge } };
}

/** The redirect URI with these parameters added; undefined ones are left out. */
export function redirectLocation(
  redirectUri: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, value);
  }
  return `${redirectUri}?${query}`;
}
