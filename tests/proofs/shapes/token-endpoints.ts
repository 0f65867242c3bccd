// The calls that carry the client secret, through `createTokenEndpoint` as the app calls them.
import { createTokenEndpoint, type TokenEndpoint } from '../../../electron/auth/token-endpoint.ts';
import type { Result } from '../../../shared/result.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { type Answers, responseTo } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { expectedTokens } from './expected-tokens.ts';
import { isObject } from './json.ts';
import { ACCESS_TOKEN, CLIENT_SECRET, CODE, REFRESH_TOKEN, VERIFIER } from './marked-secrets.ts';
import { TOKEN_ANSWER, TOKEN_ERRORS } from './recorded.ts';

const CREDENTIALS = { clientId: 'the-client-id', clientSecret: CLIENT_SECRET };
const redirectUri = 'https://localhost:47821/callback';

function ask<Value>(call: (endpoint: TokenEndpoint) => Promise<Result<Value>>) {
  return ({ pages: [answer] }: Answers): Promise<Result<Value>> => {
    const clock = manualClock();
    const endpoint = createTokenEndpoint({
      endpoints: { tokenUrl: 'https://api.example/token', revokeUrl: 'https://api.example/revoke' },
      fetch: async () => (answer ? responseTo(answer) : Response.error()),
      clock: clock.now,
      timers: clock.timers,
      userAgent: 'Traybooks/0.1.0',
    });
    return call(endpoint);
  };
}

const exchange = ask((endpoint) =>
  endpoint.exchange(CREDENTIALS, { code: CODE, redirectUri, verifier: VERIFIER }),
);
const refresh = ask((endpoint) =>
  endpoint.refresh(CREDENTIALS, { refreshToken: REFRESH_TOKEN, redirectUri }),
);

/** A session is given up for these two words and for nothing else. */
function refusal(status: number, body: unknown): readonly string[] {
  if (status === 429) return ['rate-limited'];
  const word = isObject(body) ? body.error : null;
  const isFinal =
    (status === 400 || status === 401) && (word === 'invalid_grant' || word === 'invalid_client');
  return [isFinal ? 'sign-in-needed' : 'server-trouble'];
}

function agrees(value: unknown, expected: unknown): boolean {
  if (!isObject(value) || !isObject(expected)) return false;
  const { accessToken, refreshToken, expiresAtMs, lifeMs, scopes } = value;
  return (
    accessToken === expected.accessToken &&
    refreshToken === expected.refreshToken &&
    Number.isFinite(expiresAtMs) &&
    Number.isFinite(lifeMs) &&
    Array.isArray(scopes)
  );
}

const GRANT = {
  expected: ([body]: readonly unknown[]) => expectedTokens(body),
  refusal,
  unusable: ['server-trouble'],
  agrees,
};

const errors = TOKEN_ERRORS.map((body) => [body]);

export const TOKEN_ENDPOINTS: readonly Endpoint[] = [
  { name: 'token exchange', recorded: [[TOKEN_ANSWER]], ask: exchange, ...GRANT },
  { name: 'token refresh', recorded: [[TOKEN_ANSWER]], ask: refresh, ...GRANT },
  {
    name: 'token errors',
    recorded: errors,
    statuses: [200, 400, 401, 403, 429, 500, 502],
    ask: refresh,
    ...GRANT,
  },
  {
    name: 'revoke',
    recorded: [[{}], ...errors],
    statuses: [200, 400, 401],
    ask: ask((endpoint) => endpoint.revoke(CREDENTIALS, ACCESS_TOKEN)),
    expected: () => undefined,
    refusal,
    unusable: [],
  },
];
