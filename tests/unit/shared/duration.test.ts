import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClock, formatDuration, parseDuration } from '../../../shared/duration.ts';

const HOUR = 3600;

describe('a duration as typed', () => {
  it.each([
    ['1.5h', 1.5 * HOUR],
    ['1,5h', 1.5 * HOUR],
    ['1.5', 1.5 * HOUR],
    ['.5', 0.5 * HOUR],
    ['.5h', 0.5 * HOUR],
    ['2', 2 * HOUR],
    ['24', 24 * HOUR],
    ['25', 25 * 60],
    ['90', 90 * 60],
    ['90m', 90 * 60],
    ['90 min', 90 * 60],
    ['1h30', 1.5 * HOUR],
    ['1h30m', 1.5 * HOUR],
    ['1 h 30 m', 1.5 * HOUR],
    ['1:30', 1.5 * HOUR],
    [':45', 45 * 60],
    ['0:20', 20 * 60],
    ['2h 15min', 2.25 * HOUR],
    ['3 hours', 3 * HOUR],
    ['1 hour 1 minute', HOUR + 60],
    ['1 HR', HOUR],
    ['  45m  ', 45 * 60],
    ['1h90m', 2.5 * HOUR],
    ['24h', 24 * HOUR],
    ['1440', 24 * HOUR],
  ])('%j is understood', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    '',
    ' ',
    'h',
    'm',
    ':',
    '.',
    '0',
    '0h',
    '0:00',
    '1:5',
    '1:60',
    '1:30:00',
    '-1',
    '-1h',
    '1h-30',
    '24h1m',
    '24:01',
    '1441',
    '1e2',
    'Infinity',
    '1.5.5',
    '1h30x',
    'one hour',
    '9'.repeat(400),
    `${'9'.repeat(400)}h`,
  ])('%j is refused', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it('is whole seconds of at most a day, or nothing, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789:., hmin') }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const seconds = parseDuration(text);
        if (seconds === null) return;
        expect(Number.isInteger(seconds)).toBe(true);
        expect(seconds).toBeGreaterThan(0);
        expect(seconds).toBeLessThanOrEqual(24 * HOUR);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back both ways of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => {
        expect(parseDuration(formatClock(minutes * 60))).toBe(minutes * 60);
        expect(parseDuration(formatDuration(minutes * 60))).toBe(minutes * 60);
      }),
    );
  });

  it('is answered at once, however long the text', () => {
    const started = performance.now();
    for (const part of ['1', ' ', '1h ', 'h', '.']) parseDuration(`${part.repeat(20_000)}x`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a duration to read', () => {
  it.each([
    [0, '0 m', '0:00'],
    [29, '0 m', '0:00'],
    [30, '1 m', '0:01'],
    [20 * 60, '20 m', '0:20'],
    [HOUR - 30, '1 h', '1:00'],
    [HOUR, '1 h', '1:00'],
    [4 * HOUR + 35 * 60, '4 h 35 m', '4:35'],
    [30 * HOUR, '30 h', '30:00'],
  ])('%i seconds', (seconds, words, clock) => {
    expect(formatDuration(seconds).replaceAll('\u00a0', ' ')).toBe(words);
    expect(formatClock(seconds)).toBe(clock);
  });

  it('does not break over two lines', () => {
    expect(formatDuration(4 * HOUR + 35 * 60)).not.toContain(' ');
  });
});
