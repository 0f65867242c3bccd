import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../shared/day.ts';
import { dayAt, instantOf, wallClockAt } from '../../../shared/wall-clock.ts';
import { dayOf, localDateTime, timeOnDay } from '../../../shared/zoned-day.ts';
import { day } from '../../support/day.ts';

const ZONES = [
  'America/Toronto',
  'Europe/Berlin',
  // Half an hour of daylight saving.
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'UTC',
];

const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2037, 11, 31) });
const days = fc
  .integer({ min: 0, max: 38 * 365 })
  .map((count): Day => addDays(day('2000-01-01'), count));
const minutes = fc.integer({ min: 0, max: 1439 });

describe('a clock on the wall', () => {
  it('shows at any instant what Temporal says', () => {
    fc.assert(
      fc.property(instants, zones, (ms, zone) => {
        const { day: shownDay, minuteOfDay } = wallClockAt(ms, zone);
        expect(shownDay).toBe(dayOf(ms, zone));
        const [hour = 0, minute = 0] = localDateTime(ms, zone).slice(11, 16).split(':').map(Number);
        expect(minuteOfDay).toBe(hour * 60 + minute);
        expect(dayAt(ms, zone)).toBe(shownDay);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows a time on a day at the instant Temporal says', () => {
    fc.assert(
      fc.property(days, minutes, zones, (on, minute, zone) => {
        const expected = timeOnDay(on, zone, Math.floor(minute / 60), minute % 60);
        expect(instantOf(on, minute, zone)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with Temporal on every minute around the changes of a year', () => {
    for (const zone of ['America/Toronto', 'Europe/Berlin', 'Australia/Lord_Howe'])
      for (const on of [
        '2026-03-08',
        '2026-11-01',
        '2026-03-29',
        '2026-10-25',
        '2026-04-05',
        '2026-10-04',
      ])
        for (let minute = 0; minute < 300; minute += 5)
          expect(instantOf(day(on), minute, zone), `${zone} ${on} ${minute}`).toBe(
            timeOnDay(day(on), zone, Math.floor(minute / 60), minute % 60),
          );
  });

  it('moves a skipped time forward, and takes the first of a doubled one', () => {
    const toronto = 'America/Toronto';
    expect(instantOf(day('2026-03-08'), 150, toronto)).toBe(Date.UTC(2026, 2, 8, 7, 30));
    expect(instantOf(day('2026-11-01'), 90, toronto)).toBe(Date.UTC(2026, 10, 1, 5, 30));
  });

  it('goes on into the next day and back into the one before', () => {
    expect(instantOf(day('2026-11-12'), 1500, 'UTC')).toBe(Date.UTC(2026, 10, 13, 1));
    expect(instantOf(day('2026-11-12'), -60, 'UTC')).toBe(Date.UTC(2026, 10, 11, 23));
  });

  it('is in Greenwich where nobody knows the zone', () => {
    expect(wallClockAt(0, 'Nowhere/At_All')).toEqual({ day: '1970-01-01', minuteOfDay: 0 });
  });
});
