import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../shared/retry-after.ts';

const wait = (headers: HeadersInit) => retryAfterSeconds(new Headers(headers));

describe('Retry-After', () => {
  it('is seconds', () => {
    expect(wait({ 'Retry-After': '59' })).toBe(59);
  });

  it('is a date, counted from the date the server thinks it is', () => {
    expect(
      wait({
        Date: 'Wed, 02 Sep 2026 13:00:00 GMT',
        'Retry-After': 'Wed, 02 Sep 2026 13:01:30 GMT',
      }),
    ).toBe(90);
  });

  it.each([
    [{}],
    [{ 'Retry-After': '' }],
    [{ 'Retry-After': 'soon' }],
    [{ 'Retry-After': '-5' }],
    [{ 'Retry-After': 'Wed, 02 Sep 2026 13:01:30 GMT' }],
  ])('is a minute when it says nothing of use: %j', (headers) => {
    expect(wait(headers as HeadersInit)).toBe(60);
  });

  it('is at least a second', () => {
    expect(wait({ 'Retry-After': '0' })).toBe(1);
    expect(
      wait({
        Date: 'Wed, 02 Sep 2026 13:00:00 GMT',
        'Retry-After': 'Wed, 02 Sep 2026 12:00:00 GMT',
      }),
    ).toBe(1);
  });

  it('is a whole number of seconds up to an hour, whatever is sent', () => {
    const header = fc.oneof(fc.nat().map(String), fc.string({ unit: 'grapheme-ascii' }));
    fc.assert(
      fc.property(header, (text) => {
        const seconds = wait({ 'Retry-After': text });
        expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 3600).toBe(true);
      }),
    );
  });
});
