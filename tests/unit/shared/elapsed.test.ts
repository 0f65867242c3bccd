import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedSeconds, formatElapsed, untilNextMinute } from '../../../shared/elapsed.ts';

const NOW = Date.UTC(2026, 10, 12, 15);

describe('a timer', () => {
  it('has run for what is banked and what came since', () => {
    const timer = { bankedSeconds: 600, runningSinceMs: NOW - 90_500 };
    expect(elapsedSeconds(timer, NOW)).toBe(690);
  });

  it('stands still while it is paused', () => {
    const paused = { bankedSeconds: 600, runningSinceMs: null };
    expect(elapsedSeconds(paused, NOW)).toBe(600);
    expect(untilNextMinute(paused, NOW)).toBeNull();
  });

  it('never runs backwards when the clock is set back', () => {
    const timer = { bankedSeconds: 600, runningSinceMs: NOW + 3_600_000 };
    expect(elapsedSeconds(timer, NOW)).toBe(600);
  });

  it('reads differently after the wait for its next minute, and not before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: -3_600_000, max: 360_000_000 }),
        (bankedSeconds, agoMs) => {
          const timer = { bankedSeconds, runningSinceMs: NOW - agoMs };
          const shown = (atMs: number) => formatElapsed(elapsedSeconds(timer, atMs));
          const wait = untilNextMinute(timer, NOW) ?? Number.NaN;
          expect(wait).toBeGreaterThan(0);
          expect(shown(NOW + wait)).not.toBe(shown(NOW));
          expect(shown(NOW + wait - 1)).toBe(shown(NOW));
        },
      ),
    );
  });

  it('is shown in whole minutes, rounded down', () => {
    expect(formatElapsed(59)).toBe('0:00');
    expect(formatElapsed(47 * 60 + 59)).toBe('0:47');
    expect(formatElapsed(10 * 3600 + 5 * 60)).toBe('10:05');
  });
});
