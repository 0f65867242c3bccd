import { expect, it } from 'vitest';
import { dayOptions } from '../../../../renderer/entry-editor/day-options.ts';
import { day } from '../../../support/day.ts';

it('offers today, yesterday and two weeks back, across the end of a year', () => {
  const days = dayOptions(day('2026-01-02'));
  expect(days.map(({ value }) => value)).toEqual([
    '2026-01-02',
    '2026-01-01',
    ...Array.from({ length: 12 }, (_, back) => `2025-12-${31 - back}`),
  ]);
  expect(days[0]?.words).toBe('Today');
  expect(days[1]?.words).toBe('Yesterday');
  expect(days[2]?.words).toContain('2025');
});

it('has a day of one’s own among them, in its place', () => {
  const values = dayOptions(day('2026-01-02'), day('2025-11-30')).map(({ value }) => value);
  expect(values).toHaveLength(15);
  expect(values.at(-1)).toBe('2025-11-30');
  expect(dayOptions(day('2026-01-02'), day('2026-01-05'))[0]?.value).toBe('2026-01-05');
});
