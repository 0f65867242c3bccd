import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPastedText } from '../../../../../renderer/screens/first-run/pasted-text.ts';

describe('pasted text', () => {
  it.each([
    ['  5bdf0e28 ', '5bdf0e28'],
    ['"5bdf0e28",', '5bdf0e28'],
    ['“5bdf0e28”', '5bdf0e28'],
    ['`5bdf0e28`\r\n', '5bdf0e28'],
    ['5bdf\n0e28', '5bdf0e28'],
    ['\ufeff5bdf\u200b0e28\u00a0', '5bdf0e28'],
    ['\u202a5bdf\u00ad0e28\u202c\u200e\u0000', '5bdf0e28'],
    ['<https://localhost:47821/callback?code=a>', 'https://localhost:47821/callback?code=a'],
  ])('%j becomes %j', (pasted, value) => {
    expect(cleanPastedText(pasted)).toBe(value);
  });

  it('leaves nothing of quotes and blanks alone', () => {
    expect(cleanPastedText(' "" \n')).toBe('');
  });

  it('keeps the case and every sign inside', () => {
    expect(cleanPastedText('aB-c_d.e/f+g="h"i')).toBe('aB-c_d.e/f+g="h"i');
  });

  it('does not change what is clean already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanPastedText(text);
        expect(cleanPastedText(once)).toBe(once);
      }),
    );
  });
});
