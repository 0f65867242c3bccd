import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { challengeOf, createPkcePair } from '../../../../electron/auth/pkce.ts';

it('derives the challenge of RFC 7636, appendix B', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

it('makes a verifier of 256 random bits within the allowed letters', () => {
  const asked: number[] = [];
  const { verifier, challenge } = createPkcePair((count) => {
    asked.push(count);
    return randomBytes(count);
  });
  expect(asked).toEqual([32]);
  expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(challenge).toBe(challengeOf(verifier));
});
