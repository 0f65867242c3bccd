import { describe, expect, it } from 'vitest';
import { inPlainWords, scopesToGrant } from '../../../../electron/sandbox/oauth/scopes.ts';

const registered = ['user:invoices:read', 'user:time_entries:read', 'user:time_entries:write'];

describe('the scopes of a token', () => {
  it('always include the profile, asked for or not', () => {
    expect(scopesToGrant('user:invoices:read', registered)).toEqual([
      'user:profile:read',
      'user:invoices:read',
    ]);
  });

  it('are all the app registered when none is asked for', () => {
    expect(scopesToGrant(undefined, registered)).toEqual(['user:profile:read', ...registered]);
  });

  it.each(['user:profile:write', 'user:notifications:write', 'user:reports:write'])(
    'are refused altogether when %s is among them, since it does not exist',
    (scope) => {
      expect(scopesToGrant(`user:invoices:read ${scope}`, [...registered, scope])).toBeNull();
    },
  );

  it('are refused altogether when one is not enabled on the app', () => {
    expect(scopesToGrant('user:invoices:read user:clients:read', registered)).toBeNull();
  });

  it('are put to the person once for each thing, writing before reading', () => {
    expect(inPlainWords(registered)).toEqual([
      { kind: 'see', what: 'your invoices' },
      { kind: 'change', what: 'your time entries' },
    ]);
  });
});
