import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockWords, timeLeftWords } from '../../../../renderer/parts/clock-words.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 13, 19, 30, 0);

const plain = (words: string | null) => words?.replace(/\s/g, ' ') ?? null;

describe('how long something still lasts', () => {
  it.each([
    [7 * HOUR, '7 h'],
    [7 * HOUR - 1, '6 h 59 m'],
    [6 * HOUR + 5 * MINUTE + 59 * SECOND, '6 h 05 m'],
    [HOUR, '1 h'],
    [HOUR - 1, '59 m'],
    [MINUTE, '1 m'],
    [MINUTE - 1, 'less than a minute'],
    [1, 'less than a minute'],
    [0, null],
    [-HOUR, null],
  ])('%i ms are told as “%s”', (left, words) => {
    expect(plain(timeLeftWords(NOW + left, NOW))).toBe(words);
  });

  it('is never told longer than it is, nor a whole minute shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: MINUTE, max: 72 * HOUR }), (left) => {
        const words = plain(timeLeftWords(NOW + left, NOW)) ?? '';
        const hours = Number(/(\d+) h/.exec(words)?.[1] ?? 0);
        const minutes = Number(/(\d+) m/.exec(words)?.[1] ?? 0);
        const told = hours * HOUR + minutes * MINUTE;
        expect(told).toBeLessThanOrEqual(left);
        expect(left - told).toBeLessThan(MINUTE);
      }),
    );
  });
});

describe('what o’clock it is or was', () => {
  const toronto = { timeZone: 'America/Toronto', locale: 'en-US' };

  // It is 2:30 in the afternoon of 13 November in Toronto.
  it.each([
    [Date.UTC(2026, 10, 14, 2, 40), '9:40 PM'],
    [Date.UTC(2026, 10, 14, 2, 40, 59), '9:40 PM'],
    [Date.UTC(2026, 10, 14, 4, 59), '11:59 PM'],
    [Date.UTC(2026, 10, 14, 5, 0), '12:00 AM tomorrow'],
    [Date.UTC(2026, 10, 13, 4, 59), '11:59 PM yesterday'],
    [Date.UTC(2026, 10, 16, 15, 0), '10:00 AM on Mon, Nov 16'],
  ])('%i is “%s”', (at, words) => {
    expect(plain(clockWords(at, NOW, toronto))).toBe(words);
  });

  it('is told as the desktop writes times', () => {
    const berlin = { timeZone: 'Europe/Berlin', locale: 'de-DE' };
    expect(clockWords(NOW, NOW, berlin)).toBe('20:30');
  });

  it('is still the right day when the clocks change in between', () => {
    // Toronto puts its clocks back at 2 am on 1 November 2026.
    const before = Date.UTC(2026, 9, 31, 16, 0);
    expect(plain(clockWords(Date.UTC(2026, 10, 1, 7, 30), before, toronto))).toBe(
      '2:30 AM tomorrow',
    );
  });
});
