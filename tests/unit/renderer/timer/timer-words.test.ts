import { describe, expect, it } from 'vitest';
import {
  loggedWords,
  playWords,
  shortDuration,
  tickingWords,
} from '../../../../renderer/timer/timer-words.ts';
import { NO_ROUNDING } from '../../../../shared/no-rounding.ts';
import { day } from '../../../support/day.ts';
import { runningTimer } from '../../../support/running-timer.ts';

describe('a timer in figures', () => {
  it('ticks in seconds', () => {
    expect([0, 59, 61, 3600, 3912].map(tickingWords)).toEqual([
      '0:00',
      '0:59',
      '1:01',
      '1:00:00',
      '1:05:12',
    ]);
  });

  it('is short where there is little room', () => {
    const words = [59, 2820, 3600, 3900].map(shortDuration);
    expect(words.map((text) => text.replace('\u00a0', ' '))).toEqual(['0m', '47m', '1h', '1h 05m']);
  });

  it('shows what rounding makes of it, and nothing where it makes nothing of it', () => {
    const up = { toMinutes: 15, direction: 'up' } as const;
    expect(loggedWords(47 * 60, up)).toBe('47m → 1h');
    expect(loggedWords(45 * 60, up)).toBe('45m');
    expect(loggedWords(45 * 60 + 20, up)).toBe('45m → 1h');
    expect(loggedWords(47 * 60 + 31, NO_ROUNDING)).toBe('47m');
  });
});

describe('what the button of a timer does', () => {
  /** Thursday 12 November 2026, 23:30 in Toronto. */
  const startedAtMs = Date.UTC(2026, 10, 13, 4, 30);
  const on = (today: string, runningSinceMs: number | null) =>
    playWords(runningTimer(startedAtMs, { runningSinceMs }), {
      today: day(today),
      timeZone: 'America/Toronto',
    });

  it('is told beforehand, also where going on means another entry', () => {
    expect(on('2026-11-12', startedAtMs)).toBe('Pause timer');
    expect(on('2026-11-13', startedAtMs)).toBe('Pause timer');
    expect(on('2026-11-12', null)).toBe('Resume timer');
    expect(on('2026-11-13', null)).toBe('Log it and start anew');
  });
});
