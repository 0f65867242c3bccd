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
