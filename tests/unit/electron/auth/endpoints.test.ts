import { describe, expect, it } from 'vitest';
import { freshBooksEndpoints } from '../../../../electron/auth/endpoints.ts';

it('points at the documented addresses of FreshBooks', () => {
  const documented = {
    authorizeUrl: 'https://auth.freshbooks.com/oauth/authorize/',
    tokenUrl: 'https://api.freshbooks.com/auth/oauth/token',
    revokeUrl: 'https://api.freshbooks.com/auth/oauth/revoke',
    apiBaseUrl: 'https://api.freshbooks.com',
  };
  expect(freshBooksEndpoints()).toEqual({ ok: true, value: documented });
  expect(freshBooksEndpoints({ authBaseUrl: '', apiBaseUrl: undefined })).toEqual({
    ok: true,
    value: documented,
  });
});

describe('an override', () => {
  it.each([
    'http://127.0.0.1:4010',
    'http://[::1]:4010',
    'http://localhost:4010',
    'https://localhost:4010/',
    ' http://LOCALHOST:4010/// ',
  ])('on this computer is used: %s', (base) => {
    const found = freshBooksEndpoints({ authBaseUrl: base, apiBaseUrl: base });
    const origin = new URL(base).origin;
    expect(found).toEqual({
      ok: true,
      value: {
        authorizeUrl: `${origin}/oauth/authorize/`,
        tokenUrl: `${origin}/auth/oauth/token`,
        revokeUrl: `${origin}/auth/oauth/revoke`,
        apiBaseUrl: origin,
      },
    });
  });

  it.each([
    'https://auth.freshbooks.com',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'http://evil.example#localhost',
    'http://192.168.1.20:4010',
    'http://0.0.0.0:4010',
    'http://[::2]',
    'http://[::ffff:10.0.0.1]',
  ])('elsewhere is refused, with its name and the reason: %s', (base) => {
    expect(freshBooksEndpoints({ apiBaseUrl: base })).toEqual({
      ok: false,
      error: {
        code: 'rejected',
        fields: { apiBaseUrl: 'only this computer is allowed: 127.0.0.1, [::1] or localhost' },
      },
    });
  });

  it.each(['localhost:4010', 'file:///etc/passwd', 'ftp://localhost', 'nonsense'])(
    'that is no web address is refused: %s',
    (base) => {
      expect(freshBooksEndpoints({ authBaseUrl: base })).toMatchObject({
        ok: false,
        error: { fields: { authBaseUrl: 'it is not an http or https address' } },
      });
    },
  );

  it.each(['http://me:secret@localhost', 'http://localhost/?a=b', 'http://localhost/#a'])(
    'with more than host, port and path is refused: %s',
    (base) => {
      expect(freshBooksEndpoints({ authBaseUrl: base }).ok).toBe(false);
    },
  );

  it('names every one that is wrong', () => {
    expect(freshBooksEndpoints({ authBaseUrl: 'x', apiBaseUrl: 'y' })).toMatchObject({
      error: { fields: { authBaseUrl: expect.any(String), apiBaseUrl: expect.any(String) } },
    });
  });
});
