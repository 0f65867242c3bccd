import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAlive,
  isDue,
  type TokenAnswer,
  tokenAnswerSchema,
  tokenPair,
} from '../../../../electron/auth/token-pair.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 8, 3, 9);

function answer(changes: Partial<TokenAnswer> = {}): TokenAnswer {
  return {
    access_token: 'access',
    refresh_token: 'refresh',
    token_type: 'Bearer',
    expires_in: 43_200,
    created_at: NOW / 1000,
    scope: 'user:profile:read  user:invoices:read',
    ...changes,
  };
}

describe('expiry', () => {
  it('is created_at + expires_in, not the time of receipt + expires_in', () => {
    expect(tokenPair(answer(), NOW + HOUR_MS).expiresAtMs).toBe(NOW + 12 * HOUR_MS);
  });

  it('counts from receipt when created_at is missing', () => {
    const { created_at: _, ...rest } = answer();
    expect(tokenPair(rest, NOW).expiresAtMs).toBe(NOW + 12 * HOUR_MS);
  });

  it('is never later than a whole life from receipt, though our clock be slow', () => {
    expect(tokenPair(answer(), NOW - 5 * HOUR_MS).expiresAtMs).toBe(NOW + 7 * HOUR_MS);
  });

  it('never makes a new token due at once, though our clock be fast', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -48 * HOUR_MS, max: 48 * HOUR_MS }),
        fc.integer({ min: 1, max: 86_400 }),
        (skewMs, expiresIn) => {
          const pair = tokenPair(answer({ expires_in: expiresIn }), NOW + skewMs);
          expect(isDue(pair, NOW + skewMs)).toBe(false);
          expect(isAlive(pair, NOW + skewMs)).toBe(true);
        },
      ),
    );
  });
});

describe('renewal', () => {
  it('is due with four of twelve hours left', () => {
    const pair = tokenPair(answer(), NOW);
    expect(isDue(pair, NOW + 8 * HOUR_MS - 1)).toBe(false);
    expect(isDue(pair, NOW + 8 * HOUR_MS)).toBe(true);
    expect(isAlive(pair, NOW + 12 * HOUR_MS - 1)).toBe(true);
    expect(isAlive(pair, NOW + 12 * HOUR_MS)).toBe(false);
  });

  it('takes a life of ten seconds into account', () => {
    const pair = tokenPair(answer({ expires_in: 10 }), NOW);
    expect(isDue(pair, NOW + 6_000)).toBe(false);
    expect(isDue(pair, NOW + 7_000)).toBe(true);
  });
});

describe('an answer', () => {
  it('may have members nobody knows and a lower-case type', () => {
    const body = { ...answer({ token_type: 'bearer' }), direct_buy_tokens: {}, id_token: 'x' };
    expect(tokenAnswerSchema.parse(body)).toEqual(answer({ token_type: 'bearer' }));
  });

  it('may leave out scopes and the time of the grant, as null too', () => {
    const body = answer({ scope: null, created_at: null });
    expect(tokenPair(tokenAnswerSchema.parse(body), NOW)).toMatchObject({
      scopes: [],
      expiresAtMs: NOW + 12 * HOUR_MS,
    });
  });

  it.each(['', ' ', 'two words', 'line\nbreak', 'caf\u00e9', '\ufffd'])(
    'has no token in %j, which could not stand in a header',
    (text) => {
      expect(tokenAnswerSchema.safeParse(answer({ access_token: text })).success).toBe(false);
      expect(tokenAnswerSchema.safeParse(answer({ refresh_token: text })).success).toBe(false);
    },
  );

  it('lives no longer than can be counted', () => {
    expect(tokenAnswerSchema.safeParse(answer({ expires_in: 1.79e308 })).success).toBe(false);
  });

  it('lists its scopes one by one', () => {
    expect(tokenPair(answer(), NOW).scopes).toEqual(['user:profile:read', 'user:invoices:read']);
    expect(tokenPair(answer({ scope: '' }), NOW).scopes).toEqual([]);
  });
});
