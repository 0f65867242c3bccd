import { describe, expect, it } from 'vitest';
import {
  CHECK_LIMIT_MS,
  checkCredentials,
  NO_REFRESH_TOKEN,
} from '../../../../electron/auth/credentials-check.ts';
import { createTokenEndpoint } from '../../../../electron/auth/token-endpoint.ts';
import { failed, ok } from '../../../../shared/result.ts';
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

function check(reply: Reply) {
  const time = manualClock();
  const { fetch, sent } = scriptedFetch(reply);
  const endpoint = createTokenEndpoint({
    endpoints: { tokenUrl: 'https://api.example/token', revokeUrl: 'https://api.example/revoke' },
    fetch,
    clock: time.now,
    timers: time.timers,
    userAgent: 'Traybooks/0.1.0',
  });
  return { time, sent, outcome: checkCredentials(endpoint, time.timers, CREDENTIALS) };
}

const oauth = (status: number, error: string) => json({ error, error_description: 'x' }, status);

describe('checking a client ID and secret', () => {
  it('asks once, with a refresh token that cannot exist', async () => {
    const { sent, outcome } = check(() => oauth(400, 'invalid_grant'));
    expect(await outcome).toEqual(ok());
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toEqual({
      grant_type: 'refresh_token',
      client_id: 'the-id',
      client_secret: 'canary-secret',
      refresh_token: NO_REFRESH_TOKEN,
      redirect_uri: 'https://localhost:47821/callback',
    });
    expect(NO_REFRESH_TOKEN).not.toMatch(/^[0-9a-f]+$/);
  });

  it.each([400, 401])('knows the pair by the complaint about the token, at %i', async (status) => {
    expect(await check(() => oauth(status, 'invalid_grant')).outcome).toEqual(ok());
  });

  it.each([400, 401])('does not know the pair by the complaint about it, at %i', async (status) => {
    expect(await check(() => oauth(status, 'invalid_client')).outcome).toEqual(
      failed({ code: 'sign-in-needed', reason: 'invalid-client' }),
    );
  });

  it.each<readonly [what: string, reply: Reply, code: string]>([
    ['no network', connectionRefused, 'offline'],
    ['a dropped connection', connectionDropped, 'outcome-unknown'],
    ['a busy server', () => new Response('', { status: 429 }), 'rate-limited'],
    ['a missing parameter', () => oauth(400, 'invalid_request'), 'server-trouble'],
    ['the right word at the wrong time', () => oauth(500, 'invalid_client'), 'server-trouble'],
    ['a gateway’s page', () => new Response('<html>', { status: 502 }), 'server-trouble'],
    ['a success without tokens', () => json({}), 'server-trouble'],
    [
      'tokens for a token that does not exist',
      () =>
        json({
          access_token: 'a',
          token_type: 'Bearer',
          expires_in: 43_200,
          refresh_token: 'r',
          scope: 'user:profile:read',
          created_at: 1_788_200_000,
        }),
      'server-trouble',
    ],
  ])('finds nothing out by %s, after one request', async (_what, reply, code) => {
    const { sent, outcome } = check(reply);
    expect(await outcome).toMatchObject({ ok: false, error: { code } });
    expect(sent).toHaveLength(1);
  });

  it('gives up on a silent server after ten seconds, and leaves no timer', async () => {
    const { time, sent, outcome } = check(silence);
    time.advance(CHECK_LIMIT_MS);
    expect(await outcome).toEqual(failed({ code: 'outcome-unknown' }));
    expect(sent).toHaveLength(1);
    expect(time.pending).toEqual([]);
  });
});
