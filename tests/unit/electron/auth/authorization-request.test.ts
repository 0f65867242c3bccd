import { expect, it } from 'vitest';
import { authorizationUrl } from '../../../../electron/auth/authorization-request.ts';

const url = authorizationUrl({
  authorizeUrl: 'https://auth.freshbooks.com/oauth/authorize/',
  clientId: 'an id & more',
  redirectUri: 'https://localhost:47821/callback',
  scopes: ['user:profile:read', 'user:invoices:read'],
  state: 'the-state',
  codeChallenge: 'the-challenge',
});

it('asks for a code with every parameter of the documented request', () => {
  expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
    response_type: 'code',
    client_id: 'an id & more',
    redirect_uri: 'https://localhost:47821/callback',
    scope: 'user:profile:read user:invoices:read',
    state: 'the-state',
    code_challenge: 'the-challenge',
    code_challenge_method: 'S256',
  });
});

it('separates scopes by encoded spaces, as FreshBooks documents them', () => {
  expect(url).toContain('&scope=user%3Aprofile%3Aread%20user%3Ainvoices%3Aread&');
});
