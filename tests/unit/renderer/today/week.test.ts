import { describe, expect, it } from 'vitest';
import {
  billableSecondsOn,
  secondsInWeek,
  weekDays,
  weekScale,
} from '../../../../renderer/today/week.ts';
import { weekday } from '../../../../shared/day.ts';
import type { Gap } from '../../../../shared/day-gaps.ts';
import type { EntryKey } from '../../../../shared/ids.ts';
import type { LoggedEntry } from '../../../../shared/snapshot.ts';
import { instantOf } from '../../../../shared/wall-clock.ts';
import { day } from '../../../support/day.ts';

function logged(on: string, minutes: number, part: Partial<LoggedEntry> = {}): LoggedEntry {
  return {
    key: on as EntryKey,
    id: null,
    timeZone: 'America/Toronto',
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

function gap(on: string, minutes: number): Gap {
  const fromMs = instantOf(day(on), 9 * 60, 'UTC');
  return { fromMs, toMs: fromMs + minutes * 60_000, kind: 'free' };
}

/** Every working day has an hour nobody logged. */
function weekOf(entries: readonly LoggedEntry[], weekStart: string, today: string) {
  return weekDays({
    entries,
    weekStart: day(weekStart),
    today: day(today),
    from: day('2026-10-12'),
    gapsOn: (on) => (weekday(on) <= 5 ? [gap(on, 60)] : []),
  });
}

describe('the week', () => {
  it('shows a hole where a working day passed without an entry, and never on a day off', () => {
    // 2026-11-08 is a Sunday.
    const days = weekOf([logged('2026-11-10', 90)], '2026-11-08', '2026-11-12');
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

  it('tells of each day how much of its working hours nobody logged', () => {
    const days = weekOf([logged('2026-11-10', 90)], '2026-11-08', '2026-11-12');
    expect(days.map(({ freeSeconds }) => freeSeconds / 60)).toEqual([0, 60, 60, 60, 0, 0, 0]);
  });

  it('does not call today a hole while it lasts, but shows what is missing between entries', () => {
    const [today] = weekOf([], '2026-11-09', '2026-11-09');
    expect(today).toEqual({ day: '2026-11-09', seconds: 0, freeSeconds: 0, kind: 'free' });
    const [begun] = weekOf([logged('2026-11-09', 30)], '2026-11-09', '2026-11-09');
    expect(begun?.freeSeconds).toBe(3600);
  });

  it('says nothing of days that were not read', () => {
    const days = weekOf([], '2026-10-05', '2026-11-09');
    expect(new Set(days.map(({ kind }) => kind))).toEqual(new Set(['unread']));
    expect(weekOf([], '2026-10-12', '2026-11-09')[0]?.kind).toBe('hole');
  });

  it('leaves out what FreshBooks refused, as the icon does', () => {
    const entries = [
      logged('2026-11-12', 30),
      logged('2026-11-12', 15, { state: 'waiting', billable: false }),
      logged('2026-11-12', 5, { state: 'refused' }),
      logged('2026-11-11', 60, { state: 'refused' }),
    ];
    expect(billableSecondsOn(entries, day('2026-11-12'))).toBe(30 * 60);
    expect(secondsInWeek(entries, day('2026-11-09'))).toBe(45 * 60);
    const days = weekOf(entries, '2026-11-09', '2026-11-13');
    expect(days.map(({ seconds, kind }) => [seconds / 60, kind]).slice(2, 4)).toEqual([
      [0, 'hole'],
      [45, 'logged'],
    ]);
  });
});

describe('the height of a week', () => {
  it('is the goal, or eight hours without one, or the longest day beyond it', () => {
    const days = weekOf([logged('2026-11-10', 90)], '2026-11-09', '2026-11-12');
    expect(weekScale(days, 6 * 60)).toBe(6 * 3600);
    expect(weekScale(days, 0)).toBe(8 * 3600);
    const long = weekOf([logged('2026-11-10', 600)], '2026-11-09', '2026-11-12');
    expect(weekScale(long, 6 * 60)).toBe(11 * 3600);
  });
});
