import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../../../electron/workspace/timer/timer-entry.ts';
import { NO_ROUNDING } from '../../../../../shared/no-rounding.ts';
import { at, START, stretches, timerRow, WORK } from '../../../../support/timer-row.ts';

describe('the entry a timer becomes', () => {
  it('begins where the timer began and is as long as it ran', () => {
    const row = timerRow({ segments: stretches([0, 10], [40, null]) });
    expect(entryOf(row, at(77), NO_ROUNDING)).toEqual({
      ok: true,
      value: {
        ...WORK,
        startedAtMs: START,
        durationSeconds: 47 * 60,
        timeZone: 'America/Toronto',
      },
    });
  });

  it('is rounded by the rule of its business, after all stretches are added', () => {
    const row = timerRow({ segments: stretches([0, 1], [40, 41], [50, 51]) });
    const up = entryOf(row, at(60), { toMinutes: 15, direction: 'up' });
    expect(up).toMatchObject({ value: { durationSeconds: 15 * 60 } });
  });

  it('leaves to the next timer what that one began with', () => {
    const row = timerRow({ segments: stretches([0, 10], [20, 30], [40, 50]) });
    const until = entryOf(row, at(25), NO_ROUNDING);
    expect(until).toMatchObject({ value: { durationSeconds: 15 * 60 } });
  });

  it('is none of less than a second', () => {
    expect(entryOf(timerRow(), START + 999, NO_ROUNDING)).toMatchObject({
      error: { code: 'rejected', fields: { duration: 'is less than a second' } },
    });
    expect(entryOf(timerRow(), START + 1000, NO_ROUNDING)).toMatchObject({
      value: { durationSeconds: 1 },
    });
  });

  it('is none of more than a day: the timer goes on until somebody says what it was', () => {
    expect(entryOf(timerRow(), at(24 * 60), NO_ROUNDING)).toMatchObject({
      value: { durationSeconds: 86_400 },
    });
    expect(entryOf(timerRow(), at(24 * 60) + 1000, NO_ROUNDING)).toMatchObject({
      error: { code: 'rejected' },
    });
  });
});
