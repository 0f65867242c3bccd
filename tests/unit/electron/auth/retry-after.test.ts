import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../../electron/auth/retry-after.ts';

const NOW = Date.UTC(2026, 8, 3, 9, 0, 0);

it.each<readonly [header: string | null, seconds: number]>([
  ['7', 7],
  [' 7 ', 7],
  ['0', 1],
  ['86400', 900],
  ['Thu, 03 Sep 2026 09:00:42 GMT', 42],
  ['Thu, 03 Sep 2026 08:00:00 GMT', 1],
  ['Fri, 04 Sep 2026 09:00:00 GMT', 900],
  [null, 30],
  ['', 30],
  ['soon', 30],
])('reads %j as %i s', (header, seconds) => {
  expect(retryAfterSeconds(header, NOW)).toBe(seconds);
});

it('always answers whole seconds between one and fifteen minutes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String)), (header) => {
      const seconds = retryAfterSeconds(header, NOW);
      expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 900).toBe(true);
    }),
  );
});
