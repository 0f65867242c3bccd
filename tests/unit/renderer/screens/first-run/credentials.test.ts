import { describe, expect, it } from 'vitest';
import { looksIssued, whyNoPair } from '../../../../../renderer/screens/first-run/credentials.ts';

const ID = '5bdf0e28'.repeat(8);
const SECRET = 'c0ffee42'.repeat(8);

describe('what cannot be a pair', () => {
  it.each([
    ['the same in both', { clientId: ID, clientSecret: ID }, 'hold the same'],
    ['an address', { clientId: 'https://my.freshbooks.com', clientSecret: SECRET }, 'an address'],
    ['a whole page', { clientId: ID, clientSecret: 'a'.repeat(501) }, 'far too long'],
  ])('%s is told without asking FreshBooks', (_what, pair, words) => {
    expect(whyNoPair(pair)).toContain(words);
  });

  it.each([
    { clientId: '', clientSecret: '' },
    { clientId: ID, clientSecret: '' },
    { clientId: ID, clientSecret: SECRET },
    { clientId: 'short', clientSecret: 'a'.repeat(500) },
  ])('leaves %j to FreshBooks', (pair) => {
    expect(whyNoPair(pair)).toBeNull();
  });
});

describe('a pair that goes to FreshBooks as soon as it was pasted', () => {
  it('looks as FreshBooks makes them', () => {
    expect(looksIssued({ clientId: ID, clientSecret: SECRET })).toBe(true);
  });

  it.each([
    { clientId: ID, clientSecret: '' },
    { clientId: ID, clientSecret: ID },
    { clientId: ID, clientSecret: 'correct horse battery staple' },
    { clientId: 'me@example.com', clientSecret: SECRET },
  ])('is not %j, which may be anything from the clipboard', (pair) => {
    expect(looksIssued(pair)).toBe(false);
  });
});
