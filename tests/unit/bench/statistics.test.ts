import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, spread } from '../../bench/statistics.ts';

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });

describe('median', () => {
  it('is the middle value of an odd number of runs, whatever their order', () => {
    expect(median([300, 100, 110, 90, 120])).toBe(110);
  });

  it('is half way between the two in the middle of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('sorts by size, not by spelling', () => {
    expect(median([9, 10, 100])).toBe(10);
  });

  it('leaves the list as it was', () => {
    const runs = [3, 1, 2];
    median(runs);
    expect(runs).toEqual([3, 1, 2]);
  });

  it('has as many values above as below, and lies in the spread', () => {
    fc.assert(
      fc.property(values, (runs) => {
        const middle = median(runs);
        const { least, most } = spread(runs);
        expect(middle).toBeGreaterThanOrEqual(least);
        expect(middle).toBeLessThanOrEqual(most);
        expect(runs.filter((run) => run < middle).length * 2).toBeLessThanOrEqual(runs.length);
        expect(runs.filter((run) => run > middle).length * 2).toBeLessThanOrEqual(runs.length);
      }),
    );
  });

  it('refuses to make a number out of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
