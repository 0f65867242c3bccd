import { describe, expect, it } from 'vitest';
import { billableSecondsOn, weekDays } from '../../../../renderer/today/week.ts';
import type { EntryKey } from '../../../../shared/ids.ts';
import type { LoggedEntry } from '../../../../shared/snapshot.ts';
import { day } from '../../../support/day.ts';

function logged(on: string, minutes: number, part: Partial<LoggedEntry> = {}): LoggedEntry {
  return {
    key: on as EntryKey,
    id: null,
    day: day(on),
    startedAtMs: 0,
    durationSeconds: minutes * 60,
    clientId: null,
    projectId: null,
    serviceId: null,
    billable: true,
    note: '',
    state: 'saved',
    billed: false,
    pending: null,
    theirs: null,
    refusal: null,
    ...part,
  };
}

describe('the week', () => {
  it('shows a hole where a working day passed without an entry, and never at a weekend', () => {
    // 2026-11-08 is a Sunday.
    const days = weekDays([logged('2026-11-10', 90)], day('2026-11-08'), day('2026-11-12'));
    expect(days.map(({ kind }) => kind)).toEqual([
      'free',
      'hole',
      'logged',
      'hole',
      'free',
      'ahead',
      'ahead',
    ]);
  });

  it('does not call today a hole while it lasts', () => {
    const days = weekDays([], day('2026-11-09'), day('2026-11-09'));
    expect(days[0]).toEqual({ day: '2026-11-09', seconds: 0, kind: 'free', isToday: true });
  });

  it('leaves out what FreshBooks refused, as the icon does', () => {
    const entries = [
      logged('2026-11-12', 30),
      logged('2026-11-12', 15, { state: 'waiting', billable: false }),
      logged('2026-11-12', 5, { state: 'refused' }),
      logged('2026-11-11', 60, { state: 'refused' }),
    ];
    expect(billableSecondsOn(entries, day('2026-11-12'))).toBe(30 * 60);
    const days = weekDays(entries, day('2026-11-09'), day('2026-11-13'));
    expect(days.map(({ seconds, kind }) => [seconds / 60, kind]).slice(2, 4)).toEqual([
      [0, 'hole'],
      [45, 'logged'],
    ]);
  });
});
