import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, parseDay, startOfWeek, weekday } from '../../../shared/day.ts';
import { formatDay, formatTimeOfDay, weekdayName } from '../../../shared/day-words.ts';
import {
  dayOf,
  isTimeZone,
  localDateTime,
  startOfDay,
  timeOnDay,
} from '../../../shared/zoned-day.ts';
import { day } from '../../support/day.ts';

const HOUR = 3_600_000;
const TORONTO = 'America/Toronto';

/** Thirty years around now, where every zone has had each day. */
const someDay = fc.integer({ min: 0, max: 11_000 }).map((days) => addDays(day('2015-01-01'), days));
/** West and east of Greenwich, with half hours, and with clocks that change at midnight. */
const zone = fc.constantFrom(
  'UTC',
  'America/Toronto',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
);

describe('reading a day', () => {
  it.each(['2026-09-02', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    'takes %s',
    (text) => {
      expect(parseDay(text)).toBe(text);
    },
  );

  it.each([
    '',
    '2026-9-2',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '02/09/2026',
    '2026-09-02 00:00:00',
    '2026-09-02T00:00:00Z',
    '+002026-09-02',
    '2026-09-02\n',
    '٢٠٢٦-٠٩-٠٢',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('agrees with the calendar about every date that could be written', () => {
    const digits = (length: number, max: number) =>
      fc.nat({ max }).map((number) => String(number).padStart(length, '0'));
    fc.assert(
      fc.property(digits(4, 9999), digits(2, 13), digits(2, 32), (year, month, date) => {
        const text = `${year}-${month}-${date}`;
        let real = true;
        try {
          Temporal.PlainDate.from(text);
        } catch {
          real = false;
        }
        expect(parseDay(text) !== null).toBe(real);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('days and instants', () => {
  it('belong together in the person’s zone, not in Greenwich', () => {
    const lateEvening = Date.UTC(2026, 8, 3, 3, 30);
    expect(dayOf(lateEvening, TORONTO)).toBe('2026-09-02');
    expect(dayOf(lateEvening, 'Asia/Tokyo')).toBe('2026-09-03');
    expect(startOfDay(day('2026-09-02'), TORONTO)).toBe(Date.UTC(2026, 8, 2, 4));
  });

  it('know days of 23 and 25 hours', () => {
    const length = (text: string) =>
      startOfDay(addDays(day(text), 1), TORONTO) - startOfDay(day(text), TORONTO);
    expect(length('2026-03-08')).toBe(23 * HOUR);
    expect(length('2026-11-01')).toBe(25 * HOUR);
  });

  it('start a day at one where midnight was skipped', () => {
    const skipped = day('2024-04-26');
    const start = startOfDay(skipped, 'Africa/Cairo');
    expect(dayOf(start, 'Africa/Cairo')).toBe(skipped);
    expect(localDateTime(start, 'Africa/Cairo')).toBe('2024-04-26T01:00:00');
  });

  it('agree everywhere: a day starts on itself, and the instant before is the day before', () => {
    fc.assert(
      fc.property(someDay, zone, (some, timeZone) => {
        const start = startOfDay(some, timeZone);
        expect(dayOf(start, timeZone)).toBe(some);
        expect(dayOf(start - 1, timeZone)).toBe(addDays(some, -1));
      }),
    );
  });

  it('put every instant into exactly one day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2045, 0, 1) }),
        zone,
        (instant, timeZone) => {
          const some = dayOf(instant, timeZone);
          expect(startOfDay(some, timeZone)).toBeLessThanOrEqual(instant);
          expect(startOfDay(addDays(some, 1), timeZone)).toBeGreaterThan(instant);
        },
      ),
    );
  });

  it('find a time on a day, later where the clock jumped over it', () => {
    expect(timeOnDay(day('2026-09-02'), TORONTO, 9)).toBe(Date.UTC(2026, 8, 2, 13));
    expect(timeOnDay(day('2026-09-02'), TORONTO, 17, 45)).toBe(Date.UTC(2026, 8, 2, 21, 45));
    expect(localDateTime(timeOnDay(day('2026-03-08'), TORONTO, 2, 30), TORONTO)).toBe(
      '2026-03-08T03:30:00',
    );
  });

  it('stay on their day at any time of it', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const minute = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(someDay, zone, hour, minute, (some, timeZone, h, m) => {
        expect(dayOf(timeOnDay(some, timeZone, h, m), timeZone)).toBe(some);
      }),
    );
  });

  it('are written as wall-clock time in whole seconds', () => {
    expect(localDateTime(Date.UTC(2026, 8, 2, 13, 5, 7, 900), TORONTO)).toBe('2026-09-02T09:05:07');
    expect(localDateTime(Date.UTC(2026, 8, 2, 13), 'Asia/Kathmandu')).toBe('2026-09-02T18:45:00');
  });
});

describe('counting days', () => {
  it('goes over months, leap days and back', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(day('2026-02-28'), day('2026-03-01'))).toBe(1);
    expect(daysBetween(day('2026-03-01'), day('2026-02-28'))).toBe(-1);
  });

  it('comes back from wherever it went', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (some, count) => {
        const other = addDays(some, count);
        expect(daysBetween(some, other)).toBe(count);
        expect(addDays(other, -count)).toBe(some);
      }),
    );
  });
});

describe('weeks', () => {
  it.each([
    [1, '2026-08-31'],
    [2, '2026-09-01'],
    [3, '2026-09-02'],
    [4, '2026-08-27'],
    [6, '2026-08-29'],
    [0, '2026-08-30'],
    [7, '2026-08-30'],
  ])('of a Wednesday, started on weekday %i, began on %s', (first, start) => {
    expect(startOfWeek(day('2026-09-02'), first)).toBe(start);
  });

  it('begin on their first weekday, at most six days before', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 7 }), (some, first) => {
        const start = startOfWeek(some, first);
        expect(weekday(start)).toBe(first === 0 ? 7 : first);
        expect(daysBetween(start, some)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(start, some)).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('days in words', () => {
  it('leave out the year while it is this one', () => {
    expect(formatDay(day('2026-11-13'), day('2026-09-02'), 'en-GB')).toBe('Fri 13 Nov');
    expect(formatDay(day('2027-01-08'), day('2026-09-02'), 'en-GB')).toMatch(/^Fri,? 8 Jan 2027$/);
    expect(formatDay(day('2026-11-13'), day('2026-09-02'), 'de-DE')).toMatch(/^Fr/);
  });

  it('name the weekday of the day itself, wherever the computer stands', () => {
    expect(weekdayName(day('2026-09-02'), 'en')).toBe('Wednesday');
    expect(weekday(day('2026-09-06'))).toBe(7);
  });

  it('write times as the locale does', () => {
    const instant = Date.UTC(2026, 8, 2, 13, 5);
    expect(formatTimeOfDay(instant, TORONTO, 'en-US').replaceAll('\u202f', ' ')).toBe('9:05 AM');
    expect(formatTimeOfDay(instant, TORONTO, 'de-DE')).toMatch(/^0?9:05$/);
  });
});

describe('time zones', () => {
  it('are known by their IANA names', () => {
    expect(isTimeZone('America/Toronto')).toBe(true);
    expect(isTimeZone('US/Eastern')).toBe(true);
    for (const name of ['', 'Eastern Time (US & Canada)', 'Mars/Olympus', 'America/Toronto ']) {
      expect(isTimeZone(name)).toBe(false);
      expect(isTimeZone(name)).toBe(false);
    }
  });

  it('can all be reckoned with once they count as known', () => {
    const names = [...Intl.supportedValuesOf('timeZone'), 'america/toronto', 'UTC', 'EST', 'GMT'];
    for (const name of names) {
      if (isTimeZone(name)) expect(dayOf(0, name)).toMatch(/^(1969-12-31|1970-01-01)$/);
    }
  });
});

describe('counting days by arithmetic', () => {
  it('agrees with a calendar library, across months, leap years and centuries', () => {
    const anyDay = fc
      .integer({ min: 0, max: 110_000 })
      .map((days) => addDays(day('1900-01-01'), days));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
        const plain = Temporal.PlainDate.from(from);
        const to = addDays(from, count);
        expect(to).toBe(plain.add({ days: count }).toString());
        expect(daysBetween(from, to)).toBe(count);
        expect(weekday(from)).toBe(plain.dayOfWeek);
      }),
    );
  });
});
