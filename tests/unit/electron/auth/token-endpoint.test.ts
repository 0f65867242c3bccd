import { describe, expect, it } from 'vitest';
import { createTokenEndpoint } from '../../../../electron/auth/token-endpoint.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import {
  connectionDropped,
  connectionRefused,
  json,
  type Reply,
  scriptedFetch,
  silence,
} from '../../../support/scripted-fetch.ts';

const CREDENTIALS = { clientId: 'the-id', clientSecret: 'canary-secret' };
const CODE_GRANT = {
  code: 'canary-code',
  redirectUri: 'https://localhost:47821/callback',
  verifier: 'canary-verifier',
};
const REFRESH_GRANT = {
  refreshToken: 'canary-refresh',
  redirectUri: 'https://localhost:47821/callback',
};

function setUp(...replies: readonly Reply[]) {
  const time = manualClock();
  const { fetch, sent } = scriptedFetch(...replies);
  const endpoint = createTokenEndpoint({
    endpoints: { tokenUrl: 'https://api.example/token', revokeUrl: 'https://api.example/revoke' },
    fetch,
    clock: time.now,
    timers: time.timers,
    userAgent: 'Traybooks/0.1.0',
  });
  const granted = {
    access_token: 'new-access',
    token_type: 'Bearer',
    expires_in: 43_200,
    refresh_token: 'new-refresh',
    scope: 'user:profile:read',
    created_at: time.now() / 1000,
  };
  return { time, sent, endpoint, granted };
}

describe('a request', () => {
  it('exchanges a code with secret, redirect URI and verifier, as JSON', async () => {
    const { endpoint, sent, time, granted } = setUp(() => json(granted));
    expect(await endpoint.exchange(CREDENTIALS, CODE_GRANT)).toEqual({
      ok: true,
      value: {
        accessToken: 'new-access',
        refreshToken: 'new-refresh',
        expiresAtMs: time.now() + 43_200_000,
        lifeMs: 43_200_000,
        scopes: ['user:profile:read'],
      },
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      body: {
        grant_type: 'authorization_code',
        client_id: 'the-id',
        client_secret: 'canary-secret',
        code: 'canary-code',
        redirect_uri: 'https://localhost:47821/callback',
        code_verifier: 'canary-verifier',
      },
    });
    expect(sent[0]?.url.href).toBe('https://api.example/token');
    expect(sent[0]?.headers.get('Content-Type')).toBe('application/json');
    expect(sent[0]?.headers.get('User-Agent')).toBe('Traybooks/0.1.0');
    expect(time.pending).toEqual([]);
  });

  it('refreshes with the redirect URI, as documented', async () => {
    const { endpoint, sent, granted } = setUp(() => json(granted));
    expect((await endpoint.refresh(CREDENTIALS, REFRESH_GRANT)).ok).toBe(true);
    expect(sent[0]?.body).toEqual({
      grant_type: 'refresh_token',
      client_id: 'the-id',
      client_secret: 'canary-secret',
      refresh_token: 'canary-refresh',
      redirect_uri: 'https://localhost:47821/callback',
    });
  });

  it('revokes, whatever the body of the confirmation', async () => {
    const { endpoint, sent } = setUp(json({}), new Response(null, { status: 204 }));
    expect(await endpoint.revoke(CREDENTIALS, 'a-token')).toEqual({ ok: true, value: undefined });
    expect(await endpoint.revoke(CREDENTIALS, 'a-token')).toMatchObject({ ok: true });
    expect(sent[0]?.url.href).toBe('https://api.example/revoke');
    expect(sent[0]?.body).toMatchObject({ token: 'a-token', client_secret: 'canary-secret' });
  });
});

const HTML = '<html><body>502 Bad Gateway canary-refresh</body></html>';
const oauth = (status: number, error: string) =>
  json({ error, error_description: 'canary-refresh was wrong' }, status);
const trouble = (status: number, detail: string) => ({ code: 'server-trouble', status, detail });

describe('an answer that is no pair', () => {
  it.each<readonly [what: string, reply: () => Response, error: object]>([
    ['a spent token', () => oauth(400, 'invalid_grant'), needed('invalid-grant')],
    ['the same with 401', () => oauth(401, 'invalid_grant'), needed('invalid-grant')],
    ['a wrong secret', () => oauth(401, 'invalid_client'), needed('invalid-client')],
    ['the same with 400', () => oauth(400, 'invalid_client'), needed('invalid-client')],
    ['a missing parameter', () => oauth(400, 'invalid_request'), trouble(400, 'invalid_request')],
    ['the right word at 500', () => oauth(500, 'invalid_grant'), trouble(500, 'invalid_grant')],
    ['a word with a canary', () => oauth(400, 'Canary!'), trouble(400, 'the body')],
    ['a bare 401', () => new Response('no', { status: 401 }), trouble(401, 'the body')],
    [
      'a busy server',
      () => new Response('slow down', { status: 429, headers: { 'Retry-After': '17' } }),
      { code: 'rate-limited', retryAfterSeconds: 17 },
    ],
    ['an HTML 502', () => new Response(HTML, { status: 502 }), trouble(502, 'the body')],
    ['an HTML 200', () => new Response(HTML), trouble(200, 'the body')],
    ['an empty 200', () => new Response(''), trouble(200, 'the body')],
    ['cut-off JSON', () => new Response('{"access_token": "x'), trouble(200, 'the body')],
    ['a missing member', () => json({ access_token: 'x' }), trouble(200, 'token_type')],
    [
      'a member of another type',
      () => json({ ...setUp().granted, expires_in: 'soon' }),
      trouble(200, 'expires_in'),
    ],
    [
      'a token of another kind',
      () => json({ ...setUp().granted, token_type: 'mac' }),
      trouble(200, 'token_type'),
    ],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { Location: 'https://evil.example' } }),
      trouble(302, 'the body'),
    ],
  ])('%s', async (_what, reply, error) => {
    const { endpoint, sent } = setUp(reply());
    const answer = await endpoint.refresh(CREDENTIALS, REFRESH_GRANT);
    expect(answer).toEqual({ ok: false, error });
    expect(JSON.stringify(answer)).not.toMatch(/canary/i);
    expect(sent).toHaveLength(1);
  });
});

describe('no answer', () => {
  it('is offline when nothing was sent', async () => {
    const { endpoint } = setUp(connectionRefused);
    expect(await endpoint.refresh(CREDENTIALS, REFRESH_GRANT)).toEqual({
      ok: false,
      error: { code: 'offline' },
    });
  });

  it('is an unknown outcome when the connection dropped after sending', async () => {
    const { endpoint, sent } = setUp(connectionDropped);
    expect(await endpoint.refresh(CREDENTIALS, REFRESH_GRANT)).toEqual({
      ok: false,
      error: { code: 'outcome-unknown' },
    });
    expect(sent).toHaveLength(1);
  });

  it('is an unknown outcome when the body broke off, whatever it broke off with', async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.error(Object.assign(new Error(), { code: 'ECONNREFUSED' })),
    });
    const { endpoint } = setUp(new Response(broken));
    expect(await endpoint.refresh(CREDENTIALS, REFRESH_GRANT)).toEqual({
      ok: false,
      error: { code: 'outcome-unknown' },
    });
  });

  it('is an unknown outcome after half a minute of silence', async () => {
    const { endpoint, time } = setUp(silence);
    const answer = endpoint.exchange(CREDENTIALS, CODE_GRANT);
    time.advance(30_000);
    expect(await answer).toEqual({ ok: false, error: { code: 'outcome-unknown' } });
  });

  it('is a cancellation when the person gave up', async () => {
    const { endpoint, time } = setUp(silence);
    const giveUp = new AbortController();
    const answer = endpoint.exchange(CREDENTIALS, CODE_GRANT, giveUp.signal);
    giveUp.abort();
    expect(await answer).toEqual({ ok: false, error: { code: 'cancelled', by: 'person' } });
    expect(time.pending).toEqual([]);
  });
});

function needed(reason: string): object {
  return { code: 'sign-in-needed', reason };
}
