import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackOff } from '../../../../electron/workspace/back-off.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { NOW } from '../../../support/workspace-bench.ts';

const LOGIN = 'login-1' as ConnectionId;
const MINUTE = 60_000;

function restAfter(failures: number, random: number): number {
  const backOff = new BackOff(() => random);
  for (let failure = 0; failure < failures; failure += 1) backOff.failed(LOGIN, NOW);
  return backOff.endsAtMs(LOGIN, NOW) - NOW;
}

describe('the rest after failures', () => {
  it('doubles from 15 seconds to 15 minutes', () => {
    const rests = [1, 2, 3, 4, 5, 6, 7, 20].map((failures) => restAfter(failures, 0.5) / 1000);
    expect(rests).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
  });

  it('is a fifth shorter or longer by chance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failures, random) => {
          const regular = restAfter(failures, 0.5);
          expect(Math.abs(restAfter(failures, random) / regular - 1)).toBeLessThanOrEqual(0.2001);
          expect(restAfter(failures, 0)).toBeLessThan(restAfter(failures, 0.99));
        },
      ),
    );
  });

  it('is over when it is reset, and short again after the next failure', () => {
    const backOff = new BackOff(() => 0.5);
    for (const _ of [1, 2, 3]) backOff.failed(LOGIN, NOW);
    backOff.reset(LOGIN);
    expect(backOff.endsAtMs(LOGIN, NOW)).toBe(0);
    backOff.failed(LOGIN, NOW);
    expect(backOff.endsAtMs(LOGIN, NOW)).toBe(NOW + 15_000);
  });

  it('is over when the clock was set back behind its beginning', () => {
    const backOff = new BackOff(() => 0.5);
    backOff.failed(LOGIN, NOW);
    expect(backOff.endsAtMs(LOGIN, NOW - MINUTE)).toBe(0);
  });

  it('is each login’s own', () => {
    const backOff = new BackOff(() => 0.5);
    backOff.failed(LOGIN, NOW);
    expect(backOff.endsAtMs('login-2' as ConnectionId, NOW)).toBe(0);
  });
});
