import { describe, expect, it } from 'vitest';
import {
  accountingText,
  addDays,
  dayInZone,
  instantAt,
  localText,
  utcText,
} from '../../../../electron/sandbox/wall-time.ts';

describe('how FreshBooks writes time', () => {
  it('writes accounting times in US Eastern, summer and winter', () => {
    expect(accountingText(Date.UTC(2026, 0, 8, 2, 27, 3))).toBe('2026-01-07 21:27:03');
    expect(accountingText(Date.UTC(2026, 6, 8, 2, 27, 3))).toBe('2026-07-07 22:27:03');
  });

  it('writes midnight as 00 and not as 24', () => {
    expect(accountingText(Date.UTC(2026, 0, 8, 5))).toBe('2026-01-08 00:00:00');
  });

  it('writes entry times in UTC without milliseconds, and on the wall clock beside it', () => {
    const instant = Date.UTC(2026, 8, 2, 13, 0, 0, 987);
    expect(utcText(instant)).toBe('2026-09-02T13:00:00Z');
    expect(localText(instant, 'America/Toronto')).toBe('2026-09-02T09:00:00');
  });

  it('knows whose day it is', () => {
    const instant = Date.UTC(2026, 10, 24, 3);
    expect(dayInZone(instant, 'America/Toronto')).toBe('2026-11-23');
    expect(dayInZone(instant, 'Europe/Paris')).toBe('2026-11-24');
  });

  it('finds a wall clock time on both sides of a change of the clocks', () => {
    expect(instantAt('2026-10-31', '09:00', 'America/Toronto')).toBe(Date.UTC(2026, 9, 31, 13));
    expect(instantAt('2026-11-02', '09:00', 'America/Toronto')).toBe(Date.UTC(2026, 10, 2, 14));
  });

  it('counts days over month and year ends', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });
});
