/**
 * The two addresses an app calls behind the person's back: token and revoke (freshbooks-api.md
 * §1.5 to §1.9). JSON and form bodies are both taken, and the secret in the body or as HTTP Basic.
 */
import { type Context, Hono } from 'hono';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import { authenticateApp } from './apps.ts';
import { redeemCode } from './authorization-codes.ts';
import { type OAuthError, oauthErrors } from './oauth-error.ts';
import { revokePaths, tokenPaths } from './server-metadata.ts';
import { issueTokens, refreshTokens, revokeToken, type TokenAnswer } from './token-grants.ts';
import { readTokenRequest, type TokenRequest } from './token-request.ts';

export function tokenRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();

  routes.on('POST', [...tokenPaths], async (c) => {
    const request = await readTokenRequest(c.req);
    const outcome = grant(world, request);
    if ('error' in outcome) return refuse(c, outcome);
    c.set('firstGrantAt', world.state.firstGrantAt[request.client_id ?? '']);
    await world.save();
    c.header('Cache-Control', 'no-store');
    return c.json(outcome);
  });

  routes.on('POST', [...revokePaths], async (c) => {
    const request = await readTokenRequest(c.req);
    const app = authenticateApp(world, request.client_id, request.client_secret);
    if (!app) return refuse(c, oauthErrors.invalidClient);
    if (request.token === undefined) return refuse(c, oauthErrors.missingParameter('token'));
    revokeToken(world, app.clientId, request.token);
    await world.save();
    return c.json({});
  });

  return routes;
}

function grant(world: SandboxWorld, request: TokenRequest): TokenAnswer | OAuthError {
  if (request.grant_type === undefined) return oauthErrors.missingParameter('grant_type');
  if (!['authorization_code', 'refresh_token'].includes(request.grant_type)) {
    return oauthErrors.unsupportedGrantType;
  }
  const app = authenticateApp(world, request.client_id, request.client_secret);
  if (!app) return oauthErrors.invalidClient;

  if (request.grant_type === 'refresh_token') {
    if (request.refresh_token === undefined) return oauthErrors.missingParameter('refresh_token');
    return refreshTokens(world, app.clientId, request.refresh_token) ?? oauthErrors.invalidGrant;
  }
  if (request.code === undefined) return oauthErrors.missingParameter('code');
  if (request.redirect_uri === undefined) return oauthErrors.missingParameter('redirect_uri');
  const code = redeemCode(world, {
    code: request.code,
    clientId: app.clientId,
    redirectUri: request.redirect_uri,
    verifier: request.code_verifier,
  });
  return code ? issueTokens(world, code) : oauthErrors.invalidGrant;
}

function refuse(c: Context, refusal: OAuthError): Response {
  c.header('Cache-Control', 'no-store');
  return c.json({ error: refusal.error, error_description: refusal.description }, refusal.status);
}
