import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answerConsent,
  callApi,
  everyScope,
  postToken,
  refresh,
  sandboxNoon,
  signIn,
  tokensOf,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
beforeEach(async () => {
  visitor = await visitSandbox();
});
afterEach(() => visitor.sandbox.stop());

const me = (token: string) => callApi(visitor, token, '/auth/api/v1/users/me');
const newCode = async (changes = {}) =>
  (await answerConsent(visitor, 'authorize', changes)).searchParams.get('code') ?? '';
const exchange = (members: Record<string, string | undefined>) =>
  postToken(visitor, { grant_type: 'authorization_code', ...members });

describe('exchanging a code', () => {
  it('answers with every documented member', async () => {
    const answer = await exchange({ code: await newCode() });
    expect(answer.status).toBe(200);
    const body = await answer.json();
    expect(body).toEqual({
      access_token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Bearer',
      expires_in: 43_200,
      refresh_token: expect.stringMatching(/^[0-9a-f]{64}$/),
      scope: everyScope.join(' '),
      created_at: sandboxNoon / 1000,
      direct_buy_tokens: {},
    });
    expect(body.access_token.length).toBeGreaterThan(900);
    expect((await me(body.access_token)).status).toBe(200);
  });

  it('takes a form and HTTP Basic as well, at the advertised address', async () => {
    const metadata = await (
      await fetch(`${visitor.sandbox.baseUrl}/.well-known/oauth-authorization-server`)
    ).json();
    const basic = Buffer.from(`${visitor.clientId}:${visitor.clientSecret}`).toString('base64');
    const answer = await fetch(metadata.token_endpoint, {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: await newCode(),
        redirect_uri: 'http://localhost:47821/callback',
      }),
    });
    expect(answer.status).toBe(200);
  });

  it('works once', async () => {
    const code = await newCode();
    expect((await exchange({ code })).status).toBe(200);
    expect(await refusal(await exchange({ code }))).toEqual([400, 'invalid_grant']);
  });

  it('works for ten minutes', async () => {
    const code = await newCode();
    visitor.advance(10 * 60_000);
    expect(await refusal(await exchange({ code }))).toEqual([400, 'invalid_grant']);
  });

  it('wants the redirect address used before', async () => {
    const code = await newCode();
    const other = { code, redirect_uri: 'https://localhost:47821/callback' };
    expect(await refusal(await exchange(other))).toEqual([400, 'invalid_grant']);
  });

  it('wants the verifier of the challenge (PKCE)', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const pkce = {
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    const without = await exchange({ code: await newCode(pkce) });
    const wrong = await exchange({ code: await newCode(pkce), code_verifier: `${verifier}x` });
    const right = await exchange({ code: await newCode(pkce), code_verifier: verifier });
    expect(await refusal(without)).toEqual([400, 'invalid_grant']);
    expect(await refusal(wrong)).toEqual([400, 'invalid_grant']);
    expect(right.status).toBe(200);
  });

  it("refuses another app's code", async () => {
    const other = visitor.sandbox.registerApp({
      name: 'Other',
      redirectUris: ['http://localhost:47821/callback'],
      scopes: ['user:invoices:read'],
    });
    const answer = await exchange({
      code: await newCode(),
      client_id: other.clientId,
      client_secret: other.clientSecret,
    });
    expect(await refusal(answer)).toEqual([400, 'invalid_grant']);
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['no secret', { client_secret: undefined }, 401, 'invalid_client'],
    ['an unknown app', { client_id: 'unknown' }, 401, 'invalid_client'],
    ['no code', { code: undefined }, 400, 'invalid_request'],
    ['no grant type', { grant_type: undefined }, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'client_credentials' }, 400, 'unsupported_grant_type'],
  ])('refuses %s', async (_, change, status, error) => {
    const answer = await exchange({ code: 'any', ...change });
    expect(await refusal(answer)).toEqual([status, error]);
  });

  it('names the missing grant type in the observed words, whatever the body is', async () => {
    for (const body of ['{}', '[]', 'not json', '']) {
      const answer = await fetch(`${visitor.sandbox.baseUrl}/auth/oauth/token`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      expect(await answer.json()).toEqual({
        error: 'invalid_request',
        error_description: 'Missing required parameter: grant_type.',
      });
    }
  });
});

describe('refresh tokens', () => {
  it('are spent by use, and the new one works', async () => {
    const first = await signIn(visitor);
    const second = await tokensOf(await refresh(visitor, first.refresh_token));
    expect(await refusal(await refresh(visitor, first.refresh_token))).toEqual([
      400,
      'invalid_grant',
    ]);
    expect((await refresh(visitor, second.refresh_token)).status).toBe(200);
  });

  it('let only one of two refreshes at once win', async () => {
    const { refresh_token: token } = await signIn(visitor);
    const answers = await Promise.all([refresh(visitor, token), refresh(visitor, token)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400]);
  });

  it('die when the same person authorizes the app again', async () => {
    const first = await signIn(visitor);
    await signIn(visitor);
    expect((await refresh(visitor, first.refresh_token)).status).toBe(400);
    expect(visitor.sandbox.backstage.countRefreshTokens()).toBe(1);
  });

  it('die when she signs in on another computer, while the access token lives on', async () => {
    const tokens = await signIn(visitor);
    visitor.sandbox.backstage.signInFromAnotherComputer(visitor.clientId);
    expect((await refresh(visitor, tokens.refresh_token)).status).toBe(400);
    expect((await me(tokens.access_token)).status).toBe(200);
  });

  it('never die of age', async () => {
    const { refresh_token: token } = await signIn(visitor);
    visitor.advance(400 * 86_400_000);
    expect((await refresh(visitor, token)).status).toBe(200);
  });

  it('keep the scopes they were granted with', async () => {
    const { refresh_token: token } = await signIn(visitor, 'user:invoices:read');
    const renewed = await tokensOf(await refresh(visitor, token));
    expect(renewed.scope).toBe('user:profile:read user:invoices:read');
  });

  it('work without the redirect address', async () => {
    const { refresh_token: token } = await signIn(visitor);
    const answer = await postToken(visitor, {
      grant_type: 'refresh_token',
      refresh_token: token,
      redirect_uri: undefined,
    });
    expect(answer.status).toBe(200);
  });
});

describe('access tokens', () => {
  it('live twelve hours, and several at once', async () => {
    const first = await signIn(visitor);
    visitor.advance(11 * 3_600_000);
    const second = await tokensOf(await refresh(visitor, first.refresh_token));
    expect((await me(first.access_token)).status).toBe(200);
    visitor.advance(3_600_000);
    expect((await me(first.access_token)).status).toBe(401);
    expect((await me(second.access_token)).status).toBe(200);
  });

  it('are refused with the body seen live in every service', async () => {
    for (const path of [
      '/auth/api/v1/users/me',
      '/accounting/account/q7RtZ2/invoices/invoices',
      '/projects/business/5120447/projects',
      '/timetracking/business/5120447/time_entries',
    ]) {
      const answer = await callApi(visitor, 'wrong', path);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({
        error: 'unauthenticated',
        error_description: 'This action requires authentication to continue.',
      });
    }
  });

  it('die together with their refresh token when either is revoked', async () => {
    for (const which of ['access_token', 'refresh_token'] as const) {
      const tokens = await signIn(visitor);
      const answer = await fetch(`${visitor.sandbox.baseUrl}/auth/oauth/revoke`, {
        method: 'POST',
        body: new URLSearchParams({
          client_id: visitor.clientId,
          client_secret: visitor.clientSecret,
          token: tokens[which],
        }),
      });
      expect([answer.status, await answer.json()]).toEqual([200, {}]);
      expect((await me(tokens.access_token)).status).toBe(401);
      expect((await refresh(visitor, tokens.refresh_token)).status).toBe(400);
    }
  });

  it('cannot be revoked with a wrong secret', async () => {
    const tokens = await signIn(visitor);
    const answer = await fetch(`${visitor.sandbox.baseUrl}/auth/oauth/revoke`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: visitor.clientId,
        client_secret: 'wrong',
        token: tokens.access_token,
      }),
    });
    expect(answer.status).toBe(401);
    expect((await me(tokens.access_token)).status).toBe(200);
  });

  it('open only what their scopes say', async () => {
    const { access_token: token } = await signIn(visitor, 'user:projects:read');
    const invoices = await callApi(visitor, token, '/accounting/account/q7RtZ2/invoices/invoices');
    const services = await callApi(visitor, token, '/comments/business/5120447/services');
    const projects = await callApi(visitor, token, '/projects/business/5120447/projects');
    expect(invoices.status).toBe(403);
    expect(await invoices.json()).toMatchObject({ response: { errors: [{ errno: 1003 }] } });
    expect(services.status).toBe(403);
    expect(await services.json()).toEqual({ message: expect.any(String) });
    expect(projects.status).toBe(200);
  });
});

async function refusal(answer: Response): Promise<[number, string]> {
  const body = await answer.json();
  expect(Object.keys(body)).toEqual(['error', 'error_description']);
  return [answer.status, body.error];
}
