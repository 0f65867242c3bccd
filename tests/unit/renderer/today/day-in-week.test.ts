import { describe, expect, it } from 'vitest';
import { dayByKey } from '../../../../renderer/today/day-in-week.ts';
import { day } from '../../../support/day.ts';

const REACH = { weekStart: day('2026-11-09'), from: day('2026-10-12'), firstDayOfWeek: 1 };

describe('a key in the week strip', () => {
  it.each([
    ['ArrowLeft', '2026-11-12', '2026-11-11'],
    ['ArrowRight', '2026-11-12', '2026-11-13'],
    ['Home', '2026-11-12', '2026-11-09'],
    ['End', '2026-11-12', '2026-11-15'],
    ['PageUp', '2026-11-12', '2026-11-05'],
    ['PageDown', '2026-11-05', '2026-11-12'],
    ['ArrowLeft', '2026-11-09', '2026-11-08'],
    ['ArrowRight', '2026-11-08', '2026-11-09'],
  ])('%s leads from %s to %s', (key, from, to) => {
    expect(dayByKey(key, day(from), REACH)).toBe(to);
  });

  it.each([
    ['PageUp', '2026-10-14', '2026-10-12'],
    ['ArrowLeft', '2026-10-12', '2026-10-12'],
    ['PageDown', '2026-11-12', '2026-11-15'],
    ['ArrowRight', '2026-11-15', '2026-11-15'],
  ])('%s leads from %s no further than %s', (key, from, to) => {
    expect(dayByKey(key, day(from), REACH)).toBe(to);
  });

  it.each([
    [0, '2026-11-08', '2026-11-14'],
    [7, '2026-11-08', '2026-11-14'],
    [6, '2026-11-07', '2026-11-13'],
  ])('keeps to weeks that begin on %i', (firstDayOfWeek, home, end) => {
    const reach = { ...REACH, firstDayOfWeek, weekStart: day(home) };
    expect(dayByKey('Home', day('2026-11-12'), reach)).toBe(home);
    expect(dayByKey('End', day('2026-11-12'), reach)).toBe(end);
  });

  it('that means nothing there leads nowhere', () => {
    expect(dayByKey('x', day('2026-11-12'), REACH)).toBeNull();
  });
});
