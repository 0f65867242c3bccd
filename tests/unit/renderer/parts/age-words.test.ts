import { describe, expect, it } from 'vitest';
import { ageWords } from '../../../../renderer/parts/age-words.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

describe('when it was last refreshed', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [MINUTE, '1 min ago'],
    [59 * MINUTE, '59 min ago'],
    [60 * MINUTE, '1 h ago'],
    [24 * 60 * MINUTE - 1, '23 h ago'],
    [24 * 60 * MINUTE, '1 day ago'],
    [50 * 60 * MINUTE, '2 days ago'],
    [-5 * MINUTE, 'just now'],
  ])('after %i ms says “%s”', (age, words) => {
    expect(ageWords(NOW - age, NOW)).toBe(words);
  });

  it('says so when it never was', () => {
    expect(ageWords(null, NOW)).toBe('not yet');
  });
});
