import { describe, expect, it } from 'vitest';
import { prefillOfDay, prefillOfGap } from '../../../../renderer/today/add-prefill.ts';
import { readQuickAdd } from '../../../../shared/quick-add/read-quick-add.ts';
import { instantOf } from '../../../../shared/wall-clock.ts';
import { day } from '../../../support/day.ts';

const ZONE = 'America/Toronto';
const PLACE = { today: day('2026-11-12'), timeZone: ZONE };

function gap(on: string, fromMinute: number, toMinute: number) {
  return {
    fromMs: instantOf(day(on), fromMinute, ZONE),
    toMs: instantOf(day(on), toMinute, ZONE),
  };
}

const GAPS: readonly [string, number, number, string][] = [
  ['2026-11-12', 630, 675, '10:30-11:15 '],
  ['2026-11-11', 545, 720, '2026-11-11 09:05-12:00 '],
  ['2026-11-12', 330, 375, '05:30-06:15 '],
  ['2026-11-11', 1080, 1440, '2026-11-11 from 18:00 for 360m '],
  ['2026-03-08', 60, 240, '2026-03-08 from 01:00 for 120m '],
  ['2026-11-01', 30, 240, '2026-11-01 from 00:30 for 270m '],
];

describe('the line that fills', () => {
  it('a day begins with the day, and today with nothing', () => {
    expect(prefillOfDay(day('2026-11-11'), PLACE.today)).toBe('2026-11-11 ');
    expect(prefillOfDay(PLACE.today, PLACE.today)).toBe('');
  });

  it.each(GAPS)(
    'a gap on %s says what the clock shows, or how long it was where clocks changed',
    (on, from, to, text) => {
      expect(prefillOfGap(gap(on, from, to), PLACE)).toBe(text);
    },
  );

  it.each(GAPS)('a gap on %s from minute %i to %i is read as just that', (on, from, to) => {
    const given = gap(on, from, to);
    const reading = readQuickAdd(prefillOfGap(given, PLACE), {
      nowMs: instantOf(PLACE.today, 900, ZONE),
      timeZone: ZONE,
      dateFormat: null,
      firstDayOfWeek: 1,
      clients: [],
      projects: [],
      services: [],
      recent: [],
    });
    expect(reading).toMatchObject({
      day: on,
      durationSeconds: (given.toMs - given.fromMs) / 1000,
      startedAt: new Date(given.fromMs).toISOString().replace('.000', ''),
    });
  });
});
