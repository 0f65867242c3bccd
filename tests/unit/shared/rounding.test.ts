import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ROUNDING } from '../../../shared/no-rounding.ts';
import { rounded } from '../../../shared/rounding.ts';
import type { Rounding } from '../../../shared/settings.ts';

const minutes = (count: number) => count * 60;
const up = (toMinutes: Rounding['toMinutes']): Rounding => ({ toMinutes, direction: 'up' });
const nearest = (toMinutes: Rounding['toMinutes']): Rounding => ({
  toMinutes,
  direction: 'nearest',
});

const anyRule = fc.record({
  toMinutes: fc.constantFrom<Rounding['toMinutes']>(6, 10, 15),
  direction: fc.constantFrom<Rounding['direction']>('up', 'nearest'),
});
const aDay = fc.integer({ min: 1, max: 24 * 3600 });

describe('rounding', () => {
  it.each([
    [minutes(47), up(15), minutes(60)],
    [minutes(47), nearest(15), minutes(45)],
    [minutes(45), up(15), minutes(45)],
    [minutes(45) + 1, up(15), minutes(60)],
    [minutes(52) + 29, nearest(15), minutes(45)],
    [minutes(52) + 30, nearest(15), minutes(60)],
    [minutes(6), up(6), minutes(6)],
    [minutes(8), nearest(6), minutes(6)],
    [minutes(9), nearest(6), minutes(12)],
    [minutes(61), up(10), minutes(70)],
    [minutes(64), nearest(10), minutes(60)],
  ])('makes of %i seconds by %o', (seconds, rule, result) => {
    expect(rounded(seconds, rule)).toBe(result);
  });

  it('leaves the seconds alone where it is off', () => {
    fc.assert(fc.property(aDay, (seconds) => rounded(seconds, NO_ROUNDING) === seconds));
  });

  it('rounds no work away: two minutes to the nearest fifteen are fifteen', () => {
    expect(rounded(minutes(2), nearest(15))).toBe(minutes(15));
    expect(rounded(1, nearest(6))).toBe(minutes(6));
  });

  it('makes nothing of nothing', () => {
    fc.assert(fc.property(anyRule, (rule) => rounded(0, rule) === 0));
  });

  it('gives multiples less than one multiple away, and never longer than a day', () => {
    fc.assert(
      fc.property(aDay, anyRule, (seconds, rule) => {
        const step = minutes(rule.toMinutes);
        const result = rounded(seconds, rule);
        expect(result % step).toBe(0);
        expect(result).toBeGreaterThan(0);
        expect(result).toBeLessThanOrEqual(24 * 3600);
        expect(Math.abs(result - seconds)).toBeLessThan(step);
        if (rule.direction === 'up') expect(result).toBeGreaterThanOrEqual(seconds);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(aDay, anyRule, (seconds, rule) => {
        const once = rounded(seconds, rule);
        expect(rounded(once, rule)).toBe(once);
      }),
    );
  });
});
