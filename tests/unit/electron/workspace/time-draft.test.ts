import { describe, expect, it } from 'vitest';
import { businessDay } from '../../../../electron/workspace/business-day.ts';
import { changedDraftOf, draftOf } from '../../../../electron/workspace/time-draft.ts';
import type { TimeEntryDraft } from '../../../../shared/books.ts';
import { CATALOG, LARKFIELD } from '../../../support/larkfield.ts';
import { entry, NOW } from '../../../support/workspace-bench.ts';

const TORONTO = businessDay(LARKFIELD, NOW, 'UTC');
const MINUTE = 60_000;

function draft(change: Parameters<typeof entry>[0], nowMs = NOW) {
  return draftOf(entry(change), CATALOG, businessDay(LARKFIELD, nowMs, 'UTC'), nowMs);
}

describe('where an entry begins', () => {
  it('is its own length ago when it was today, in whole seconds', () => {
    expect(draft({ durationSeconds: 90 * 60 }, NOW + 123)).toMatchObject({
      value: { startedAtMs: NOW - 90 * MINUTE, timeZone: 'America/Toronto' },
    });
  });

  it('is never before today began', () => {
    expect(draft({ durationSeconds: 11 * 3600 })).toMatchObject({
      value: { startedAtMs: Date.UTC(2026, 10, 12, 5) },
    });
  });

  it('is nine in the morning on any other day, summer time included', () => {
    expect(draft({ day: '2026-11-11' })).toMatchObject({
      value: { startedAtMs: Date.UTC(2026, 10, 11, 14) },
    });
    expect(draft({ day: '2026-07-01' })).toMatchObject({
      value: { startedAtMs: Date.UTC(2026, 6, 1, 13) },
    });
  });
});

describe('a start that was given', () => {
  const NINE = Date.UTC(2026, 10, 12, 14);

  it('wins, in whole seconds', () => {
    expect(draft({ startedAtMs: NINE + 123 })).toMatchObject({ value: { startedAtMs: NINE } });
    expect(draft({ day: '2026-11-11', startedAtMs: NINE - 24 * 60 * MINUTE })).toMatchObject({
      value: { startedAtMs: NINE - 24 * 60 * MINUTE },
    });
  });

  it('may make the entry end a minute from now at the most', () => {
    const ending = (aheadMs: number) => draft({ startedAtMs: NOW - 60 * MINUTE + aheadMs });
    expect(ending(MINUTE).ok).toBe(true);
    expect(ending(MINUTE + 1000)).toMatchObject({
      error: { code: 'rejected', fields: { start: 'makes it end in the future' } },
    });
  });

  it('may not be a midnight from which the entry reaches into the future', () => {
    const startedAtMs = Date.UTC(2026, 10, 12, 5);
    expect(draft({ startedAtMs, durationSeconds: 23 * 3600 })).toMatchObject({
      error: { fields: { start: 'makes it end in the future' } },
    });
  });

  it('must lie on the day it is said to be on, as the business counts days', () => {
    const lateLastNight = Date.UTC(2026, 10, 12, 4, 59);
    expect(draft({ startedAtMs: lateLastNight })).toMatchObject({
      error: { code: 'rejected', fields: { start: 'is not on that day' } },
    });
    expect(draft({ day: '2026-11-11', startedAtMs: lateLastNight }).ok).toBe(true);
  });
});

describe('what an entry belongs to', () => {
  it('is the project’s client, whatever client was chosen beside it', () => {
    expect(draft({ clientId: null })).toMatchObject({
      value: { clientId: 30411, projectId: 7004518, internal: false, billable: true },
    });
  });

  it('is nobody’s and not billable on an internal project', () => {
    expect(draft({ projectId: 7004519 })).toMatchObject({
      value: { clientId: null, internal: true, billable: false },
    });
  });

  it('is a client alone, or nobody, when there is no project', () => {
    const alone = { projectId: null, serviceId: null };
    expect(draft({ ...alone, clientId: 30411 })).toMatchObject({
      value: { clientId: 30411, projectId: null, billable: true },
    });
    expect(draft(alone)).toMatchObject({ value: { clientId: null, internal: false } });
  });

  it('is as billable as its service', () => {
    expect(draft({ projectId: null, serviceId: 4810023 })).toMatchObject({
      value: { billable: false },
    });
  });
});

describe('whether it is billable', () => {
  it('is as the person said, whatever its service says', () => {
    expect(draft({ billable: false })).toMatchObject({ value: { billable: false } });
    expect(draft({ projectId: null, serviceId: 4810023, billable: true })).toMatchObject({
      value: { billable: true },
    });
  });

  it('is no question on an internal project', () => {
    expect(draft({ projectId: 7004519, billable: true })).toMatchObject({
      value: { billable: false },
    });
  });
});

describe('an entry that is changed', () => {
  const HALF_PAST_TEN = Date.UTC(2026, 10, 11, 15, 30);
  const before: TimeEntryDraft = {
    startedAtMs: HALF_PAST_TEN,
    durationSeconds: 3600,
    timeZone: 'America/Toronto',
    clientId: 5 as never,
    projectId: 50 as never,
    serviceId: 500 as never,
    internal: false,
    billable: false,
    note: 'Before',
  };
  const same = { clientId: null, projectId: 50, serviceId: 500, day: '2026-11-11' } as const;
  const change = (input: Parameters<typeof entry>[0], was = before) =>
    changedDraftOf(entry(input), was, CATALOG, TORONTO, NOW);

  it('keeps its start on its own day, and its time of day on another', () => {
    expect(change(same)).toMatchObject({ value: { startedAtMs: HALF_PAST_TEN } });
    expect(change({ ...same, day: '2026-10-30' })).toMatchObject({
      // Summer time still.
      value: { startedAtMs: Date.UTC(2026, 9, 30, 14, 30) },
    });
  });

  it('keeps a project, client and service that are archived by now, and what they meant', () => {
    expect(change(same)).toMatchObject({
      value: { clientId: 5, projectId: 50, serviceId: 500, billable: false },
    });
    expect(change({ ...same, projectId: 51 })).toMatchObject({
      error: { fields: { project: 'is not among the active projects' } },
    });
  });

  it('is as billable as its new service, where nobody said', () => {
    const moved = { projectId: 7004518, serviceId: 4810022, day: '2026-11-11' };
    expect(change(moved)).toMatchObject({ value: { billable: true, clientId: 30411 } });
    expect(change({ ...moved, billable: false })).toMatchObject({ value: { billable: false } });
  });

  it('counts days by the zone it was logged in', () => {
    const tokyo = { ...before, timeZone: 'Asia/Tokyo', startedAtMs: Date.UTC(2026, 10, 10, 22) };
    expect(change(same, tokyo)).toMatchObject({
      value: { startedAtMs: tokyo.startedAtMs, timeZone: 'Asia/Tokyo' },
    });
  });

  it('may not be made to end in the future, but may have done so already', () => {
    const running = { ...before, startedAtMs: NOW - 1_800_000 };
    const today = { ...same, day: '2026-11-12' };
    expect(change(today, running)).toMatchObject({ ok: true });
    // As a timer that was rounded up: half an hour of it lies ahead, and ten minutes less is fine.
    expect(change({ ...today, durationSeconds: 3000 }, running)).toMatchObject({ ok: true });
    expect(change({ ...today, durationSeconds: 3601 }, running)).toMatchObject({
      error: { fields: { start: 'makes it end in the future' } },
    });
    expect(change({ ...today, day: '2026-11-13' }, running)).toMatchObject({
      error: { fields: { day: 'lies in the future' } },
    });
  });

  it('from midnight on may be longer than its day is old, as a new one', () => {
    const midnight = Date.UTC(2026, 10, 12, 5);
    const fromMidnight = { ...before, startedAtMs: midnight };
    const longer = { ...same, day: '2026-11-12', durationSeconds: (NOW - midnight) / 1000 + 3600 };
    expect(change(longer, fromMidnight)).toMatchObject({ value: { startedAtMs: midnight } });
    expect(change(longer, { ...fromMidnight, startedAtMs: midnight + MINUTE })).toMatchObject({
      error: { fields: { start: 'makes it end in the future' } },
    });
  });
});

describe('what is refused before anything is stored', () => {
  it.each([
    [{ day: '2026-11-13' }, 'day'],
    [{ day: '2026-02-30' }, 'day'],
    [{ projectId: 1 }, 'project'],
    [{ projectId: null, clientId: 1 }, 'client'],
    [{ serviceId: 1 }, 'service'],
    [{ serviceId: 4810023 }, 'service'],
  ])('%j, naming the field %s', (change, field) => {
    const answer = draft(change);
    expect(answer).toMatchObject({ ok: false, error: { code: 'rejected' } });
    expect(
      Object.keys(!answer.ok && answer.error.code === 'rejected' ? answer.error.fields : {}),
    ).toEqual([field]);
  });
});

describe('the day of a business', () => {
  it('falls back to the machine’s zone, then to UTC, and begins its week where FreshBooks says', () => {
    expect(TORONTO).toEqual({
      timeZone: 'America/Toronto',
      today: '2026-11-12',
      weekStart: '2026-11-09',
      firstDayOfWeek: 1,
    });
    const lost = { ...LARKFIELD, timeZone: 'Mars/Olympus', firstDayOfWeek: 0 };
    expect(businessDay(lost, NOW, 'Asia/Tokyo')).toEqual({
      timeZone: 'Asia/Tokyo',
      today: '2026-11-13',
      weekStart: '2026-11-08',
      firstDayOfWeek: 0,
    });
    expect(businessDay(null, NOW, 'nowhere').timeZone).toBe('UTC');
  });
});
