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

describe('the line that fills', () => {
  it('a day begins with the day, and today with nothing', () => {
    expect(prefillOfDay(day('2026-11-11'), PLACE.today)).toBe('2026-11-11 ');
    expect(prefillOfDay(PLACE.today, PLACE.today)).toBe('');
  });

  it.each([
    ['2026-11-12', 630, 675, '10:30-11:15 '],
    ['2026-11-11', 545, 720, '2026-11-11 9:05-12:00 '],
    ['2026-11-11', 1080, 1440, '2026-11-11 from 18:00 for 360m '],
    ['2026-03-08', 60, 240, '2026-03-08 from 1:00 for 120m '],
    ['2026-11-01', 30, 240, '2026-11-01 from 0:30 for 270m '],
  ])('a gap on %s says what the clock shows, or how long it was where clocks changed', (...row) => {
    const [on, from, to, text] = row;
    expect(prefillOfGap(gap(on, from, to), PLACE)).toBe(text);
  });

  it('is read as just that gap', () => {
    const given = gap('2026-11-11', 630, 675);
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
      day: '2026-11-11',
      durationSeconds: 45 * 60,
      startedAt: new Date(given.fromMs).toISOString().replace('.000', ''),
    });
  });
});
