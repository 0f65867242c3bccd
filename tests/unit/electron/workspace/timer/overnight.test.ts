import { describe, expect, it } from 'vitest';
import { ranThroughNight } from '../../../../../electron/workspace/timer/overnight.ts';
import { dayOf, timeOnDay } from '../../../../../shared/zoned-day.ts';
import { day } from '../../../../support/day.ts';

const ZONE = 'America/Toronto';
const on = (date: string, hour: number, minute = 0) => timeOnDay(day(date), ZONE, hour, minute);
const ran = (since: number, now: number, seen: number | null = null) =>
  ranThroughNight(since, seen, now, ZONE);

describe('a timer left running overnight', () => {
  it('ran from before midnight to five', () => {
    const since = on('2026-11-11', 17);
    expect(ran(since, on('2026-11-12', 4, 59))).toBe(false);
    expect(ran(since, on('2026-11-12', 5))).toBe(true);
    expect(ran(since, on('2026-11-12', 9))).toBe(true);
  });

  it('is not one that was worked on late', () => {
    expect(ran(on('2026-11-11', 17), on('2026-11-12', 1))).toBe(false);
    expect(ran(on('2026-11-12', 0, 1), on('2026-11-12', 9))).toBe(false);
    expect(ran(on('2026-11-12', 9), on('2026-11-12', 17))).toBe(false);
  });

  it('is told once: whoever knows may mean the next night, too', () => {
    const since = on('2026-11-11', 17);
    const seen = on('2026-11-12', 8);
    expect(ran(since, on('2026-11-12', 9), seen)).toBe(false);
    expect(ran(since, on('2026-11-13', 9), seen)).toBe(false);
  });

  it('is told again of one that was resumed since', () => {
    const seen = on('2026-11-12', 8);
    expect(ran(on('2026-11-12', 17), on('2026-11-13', 9), seen)).toBe(true);
  });

  it.each(['2026-03-08', '2026-11-01'])('goes by the clocks of the night before %s', (date) => {
    const before = timeOnDay(day(date), ZONE, 0) - 3600_000;
    expect(dayOf(before, ZONE)).not.toBe(date);
    expect(ran(before, on(date, 4, 59))).toBe(false);
    expect(ran(before, on(date, 5))).toBe(true);
  });
});
