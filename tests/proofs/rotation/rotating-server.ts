// FreshBooks' rule of refresh tokens in memory: each works once, and one is alive. It knows what no
// client can know, namely what became of each token.
import type { TokenPair } from '../../../electron/auth/token-pair.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';

export type Answer = 'ok' | 'lost' | 'not-sent' | 'busy';

const LIFE_MS = 43_200_000;

/** @param answers to refreshes, in order; after the last one all is well */
export function rotatingServer(clock: () => number, answers: readonly Answer[]) {
  const toCome = [...answers];
  const spent = new Set<string>();
  const unanswered = new Set<string>();
  const access = new Set<string>();
  let alive: string | null = null;
  let number = 0;
  let sentTwice = 0;
  let unkept = false;

  function grant(): TokenPair {
    number += 1;
    alive = `refresh-${number}`;
    access.add(`access-${number}`);
    const expiresAtMs = clock() + LIFE_MS;
    const accessToken = `access-${number}`;
    return { accessToken, refreshToken: alive, expiresAtMs, lifeMs: LIFE_MS, scopes: [] };
  }

  return {
    signIn: grant,
    /** A sign-in whose pair could not be kept; the one before it died for nothing. */
    takeBack(tokens: TokenPair): void {
      if (alive === tokens.refreshToken) alive = null;
      unkept = true;
    },
    refresh(token: string): Result<TokenPair> {
      const answer = toCome.shift() ?? 'ok';
      if (answer === 'not-sent') return failed({ code: 'offline' });
      if (spent.has(token)) sentTwice += 1;
      if (answer === 'busy') return failed({ code: 'server-trouble', status: 503, detail: 'busy' });
      if (token !== alive) return failed({ code: 'sign-in-needed', reason: 'invalid-grant' });
      spent.add(token);
      const pair = grant();
      if (answer === 'ok') return ok(pair);
      unanswered.add(token);
      return failed({ code: 'outcome-unknown' });
    },
    revoke(token: string): Result<undefined> {
      if (alive === token) alive = null;
      access.delete(token);
      return ok();
    },
    check: (accessToken: string): 'works' | 'refused' =>
      access.has(accessToken) ? 'works' : 'refused',
    isAlive: (token: string) => token === alive,
    lostAnswerTo: (token: string) => unanswered.has(token),
    /** A sign-in killed the login's token and then could not be kept. */
    endedBySignIn: () => unkept,
    sentTwice: () => sentTwice,
  };
}
