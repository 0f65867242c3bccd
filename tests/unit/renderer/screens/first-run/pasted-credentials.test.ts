import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readPastedCredentials,
  withPasted,
} from '../../../../../renderer/screens/first-run/pasted-credentials.ts';

const ID = '5bdf0e28'.repeat(8);
const SECRET = 'c0ffee42'.repeat(8);

describe('a client ID is recognised', () => {
  it.each([
    `client_id=${ID}`,
    `CLIENT_ID="${ID}"`,
    `export FRESHBOOKS_CLIENT_ID='${ID}'\n`,
    `"client_id": "${ID}",`,
    `clientId: \`${ID}\`;`,
    `Client ID: ${ID}`,
    `Client ID\n${ID}\n`,
    `The client ID is ${ID}`,
    `“client id” = “${ID}”`,
    `\u200bclient\u2060_id=\ufeff${ID}`,
    `https://auth.freshbooks.com/oauth/authorize/?client_id=${ID}&response_type=code`,
  ])('in %j', (text) => {
    expect(readPastedCredentials(text)).toEqual({ clientId: ID });
  });
});

describe('a client secret is recognised', () => {
  it.each([
    `client_secret=${SECRET}`,
    `"client_secret": "${SECRET}"`,
    `Client Secret:\t${SECRET}`,
    `Secret ${SECRET}`,
  ])('in %j', (text) => {
    expect(readPastedCredentials(text)).toEqual({ clientSecret: SECRET });
  });
});

describe('both are recognised', () => {
  it.each([
    `client_id=${ID}\nclient_secret=${SECRET}\n`,
    `client_secret=${SECRET}\r\nclient_id=${ID}`,
    `{"client_secret":"${SECRET}","client_id":"${ID}"}`,
    `Client ID\n${ID}\n\nClient Secret\n${SECRET}`,
    `Client ID\tClient Secret\n${ID}\t${SECRET}`,
    `${ID}\n${SECRET}`,
    `  ${ID} , ${SECRET}  `,
  ])('in %j', (text) => {
    expect(readPastedCredentials(text)).toEqual({ clientId: ID, clientSecret: SECRET });
  });
});

describe('nothing is read into', () => {
  it.each([
    '',
    ID,
    `"${ID}"`,
    'my-secret-value12345',
    'not-a-real-secret ',
    `${ID.slice(0, 40)}\n${ID.slice(40)}`,
    `${ID.slice(0, 32)}\n${ID.slice(32)}`,
    `${ID}\n${ID}`,
    'Client ID',
    'client_id=',
    'a sentence about a client identity',
  ])('%j', (text) => {
    expect(readPastedCredentials(text)).toBeNull();
  });

  it('any text, at whatever length, without taking long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(50), (text, times) => {
        const read = readPastedCredentials(text.repeat(times));
        for (const value of Object.values(read ?? {})) expect(value).toMatch(/^\S+$/);
      }),
    );
    const started = performance.now();
    readPastedCredentials('client id '.repeat(100_000));
    readPastedCredentials('a'.repeat(1_000_000));
    readPastedCredentials(`client_id${' '.repeat(1_000_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('pasting', () => {
  const before = { clientId: 'old-id', clientSecret: 'old-secret' };

  it('replaces what the field held, whole', () => {
    expect(withPasted(before, 'clientId', ` "${ID}"\n`)).toEqual({ ...before, clientId: ID });
  });

  it('a named value goes where it belongs, whichever field had the caret', () => {
    expect(withPasted(before, 'clientId', `client_secret=${SECRET}`)).toEqual({
      ...before,
      clientSecret: SECRET,
    });
    expect(withPasted(before, 'clientSecret', `client_id=${ID}`)).toEqual({
      ...before,
      clientId: ID,
    });
  });

  it('both at once fill both fields from either', () => {
    for (const field of ['clientId', 'clientSecret'] as const) {
      expect(withPasted(before, field, `${ID}\n${SECRET}`)).toEqual({
        clientId: ID,
        clientSecret: SECRET,
      });
    }
  });
});
