import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../../electron/shell/mask-secrets.ts';

const hexadecimal = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('masking secrets', () => {
  it('hides tokens wherever they stand', () => {
    fc.assert(
      fc.property(hexadecimal, fc.string({ maxLength: 20 }), (token, around) => {
        expect(maskSecrets(`${around} ${token} ${around}`)).not.toContain(token);
      }),
    );
  });

  it.each([
    'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N',
    'client_secret=short7',
    '"refresh_token":"abc"',
    'http://localhost:47821/callback?code=5b0e12&state=zz9',
    'authorization: Bearer abc',
  ])('hides the secret in %j', (text) => {
    expect(maskSecrets(text)).not.toMatch(/short7|"abc"|5b0e12|zz9|Bearer abc|dozjgNry/);
  });

  it('leaves ordinary words alone', () => {
    const text = 'TypeError: Cannot read properties of undefined (reading "invoices")';
    expect(maskSecrets(text)).toBe(text);
  });
});
