import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answerConsent,
  authorizeUrl,
  redirectUri,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
beforeEach(async () => {
  visitor = await visitSandbox();
});
afterEach(() => visitor.sandbox.stop());

/** @returns the one-time id in the form */
async function openForm(): Promise<string> {
  const page = await (await fetch(authorizeUrl(visitor))).text();
  return /name="request_id" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
}

function authorize(requestId: string, headers: Readonly<Record<string, string>> = {}) {
  return fetch(`${visitor.sandbox.baseUrl}/oauth/authorize`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams({ request_id: requestId, decision: 'authorize' }),
  });
}

describe('the consent page', () => {
  it('says who is signed in, what is asked, and that it is not the real service', async () => {
    const answer = await fetch(authorizeUrl(visitor));
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('Sample FreshBooks — embedded in Traybooks, not the real service');
    expect(page).toContain('maya@larkfield.example');
    expect(page).toContain('Your time entries');
    expect(page).toMatch(/<button[^>]*>Authorize<\/button>/);
    expect(page).toMatch(/<button[^>]*>Cancel<\/button>/);
  });

  it('lets nothing in from outside and its form go nowhere but home and to the app', async () => {
    const policy = (await fetch(authorizeUrl(visitor))).headers.get('Content-Security-Policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:47821;");
    expect(policy).not.toContain('unsafe-inline');
  });

  it('writes an app name with markup in it as text', async () => {
    const app = visitor.sandbox.registerApp({
      name: '<script>alert(1)</script>',
      redirectUris: [redirectUri],
      scopes: ['user:invoices:read'],
    });
    const page = await (await fetch(authorizeUrl(visitor, { client_id: app.clientId }))).text();
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;');
  });

  it.each(['/oauth/authorize', '/oauth/authorize/', '/service/auth/oauth/authorize'])(
    'is found at %s',
    async (path) => {
      const url = authorizeUrl(visitor).replace('/oauth/authorize', path);
      expect((await fetch(url)).status).toBe(200);
    },
  );

  it('sends the browser on with a code and the state when authorized', async () => {
    const location = await answerConsent(visitor, 'authorize');
    expect(location.origin + location.pathname).toBe(redirectUri);
    expect(location.searchParams.get('state')).toBe('the-state');
    expect(location.searchParams.get('code')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('sends the browser on with access_denied and the state when cancelled', async () => {
    const location = await answerConsent(visitor, 'cancel');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      error: 'access_denied',
      state: 'the-state',
    });
  });

  it('works once', async () => {
    const id = await openForm();
    expect((await authorize(id)).status).toBe(302);
    expect((await authorize(id)).status).toBe(400);
  });

  it('works for ten minutes', async () => {
    const id = await openForm();
    visitor.advance(10 * 60_000);
    expect((await authorize(id)).status).toBe(400);
  });

  it.each([{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }])(
    'cannot be answered by a form on another page (%o)',
    async (headers) => {
      const id = await openForm();
      expect((await authorize(id, headers)).status).toBe(403);
      expect((await authorize(id)).status).toBe(302);
    },
  );
});

describe('an authorize request that is not right', () => {
  it.each([
    ['an unknown app', { client_id: 'f00' }, 401, 'Client authentication failed'],
    ['another redirect address', { redirect_uri: `${redirectUri}/` }, 400, 'redirect uri'],
    ['no redirect address', { redirect_uri: undefined }, 400, 'redirect uri'],
    ['a scope that does not exist', { scope: 'user:profile:write' }, 400, 'scope is invalid'],
    ['a scope not enabled', { scope: 'user:expenses:read' }, 400, 'scope is invalid'],
  ])('shows a page for %s and redirects nowhere', async (_, change, status, words) => {
    const answer = await fetch(authorizeUrl(visitor, change), { redirect: 'manual' });
    expect(answer.status).toBe(status);
    const page = await answer.text();
    expect(page).toContain(words);
    // Live, the offending scope is not named.
    expect(page).not.toContain('user:');
  });

  it.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['no response type', { response_type: undefined }, 'invalid_request'],
    [
      'a plain code challenge',
      { code_challenge: 'abc', code_challenge_method: 'plain' },
      'invalid_request',
    ],
    ['a challenge without its method', { code_challenge: 'abc' }, 'invalid_request'],
  ])('tells the app about %s', async (_, change, error) => {
    const answer = await fetch(authorizeUrl(visitor, change), { redirect: 'manual' });
    const location = new URL(answer.headers.get('Location') ?? '');
    expect(location.searchParams.get('error')).toBe(error);
    expect(location.searchParams.get('state')).toBe('the-state');
  });
});

describe('registering an app', () => {
  const register = (uri: string, scopes = ['user:invoices:read']) =>
    visitor.sandbox.registerApp({ name: 'App', redirectUris: [uri], scopes });

  it.each([
    'http://example.com/callback',
    'https://localhost:1/callback?a=b',
    'https://localhost:1/callback#a',
    'traybooks://callback',
    'nonsense',
  ])('refuses the redirect address %s', (uri) => {
    expect(() => register(uri)).toThrow(TypeError);
  });

  it('refuses a scope that does not exist', () => {
    expect(() => register(redirectUri, ['user:reports:write'])).toThrow(TypeError);
  });

  it('refuses plain HTTP altogether when told to be as strict as the portal', async () => {
    const strict = visitSandbox({ allowHttpLoopbackRedirects: false });
    await expect(strict).rejects.toThrow(/only HTTPS/);
  });
});
