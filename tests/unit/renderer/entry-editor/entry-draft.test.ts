import { describe, expect, it } from 'vitest';
import {
  draftOf,
  type EntryDraft,
  readDraft,
} from '../../../../renderer/entry-editor/entry-draft.ts';
import type { ClientId, EntryKey, ProjectId, ServiceId } from '../../../../shared/ids.ts';
import type { LoggedEntry } from '../../../../shared/snapshot.ts';
import { instantOf } from '../../../../shared/wall-clock.ts';
import { day } from '../../../support/day.ts';

const PLACE = { timeZone: 'America/Toronto', locale: 'en-CA' };
const DAY = day('2026-11-12');

const NEXT_DAY_MS = instantOf(day('2026-11-13'), 600, PLACE.timeZone);

const ENTRY: LoggedEntry = {
  key: 'a' as EntryKey,
  id: null,
  timeZone: PLACE.timeZone,
  day: DAY,
  startedAtMs: instantOf(DAY, 545, PLACE.timeZone) + 17_000,
  durationSeconds: 5412,
  clientId: 1 as ClientId,
  projectId: 2 as ProjectId,
  serviceId: 3 as ServiceId,
  billable: true,
  note: 'home page',
  state: 'saved',
  billed: false,
  pending: null,
  theirs: null,
  refusal: null,
};

function read(part: Partial<EntryDraft>, nowMs = NEXT_DAY_MS) {
  const draft = { ...draftOf(ENTRY, PLACE), ...part };
  return readDraft({ entry: ENTRY, draft, work: null, service: null, place: PLACE, nowMs });
}

describe('an entry being edited', () => {
  it('stays to the second what it was in every field nobody touched', () => {
    const { startedAtMs, durationSeconds, clientId, projectId, serviceId, billable } = ENTRY;
    const seen = { startedAtMs, durationSeconds, clientId, projectId, serviceId, billable };
    expect(read({ note: ' fixed ' })).toEqual({
      ok: true,
      change: {
        key: 'a',
        day: DAY,
        startedAtMs,
        durationSeconds,
        clientId,
        projectId,
        serviceId,
        billable,
        note: 'fixed',
        seen: { ...seen, note: 'home page' },
      },
    });
  });

  it('takes a start by the clock of the business, on the day it is on then', () => {
    expect(read({ start: '2pm' })).toMatchObject({
      change: { startedAtMs: instantOf(DAY, 840, PLACE.timeZone), durationSeconds: 5412 },
    });
    const moved = day('2026-11-01');
    expect(read({ day: moved, start: '9:05' })).toMatchObject({
      change: { day: moved, startedAtMs: instantOf(moved, 545, PLACE.timeZone) },
    });
  });

  it.each([
    ['2026-03-08', '01:00', '03:00', 1],
    ['2026-11-01', '00:30', '02:00', 2.5],
  ])('counts %s from %s to %s as %d hours', (on, from, to, hours) => {
    const [first, second] = [from, to].map((start) => read({ day: day(on), start }));
    if (!first?.ok || !second?.ok) throw new Error('Not read');
    const ms = Number(second.change.startedAtMs) - Number(first.change.startedAtMs);
    expect(ms / 3_600_000).toBe(hours);
  });

  describe('made longer', () => {
    const startMs = ENTRY.startedAtMs;
    const endMs = startMs + ENTRY.durationSeconds * 1000;
    const startAfter = (duration: string, nowMs: number) => {
      const reading = read({ duration }, nowMs);
      return reading.ok ? reading.change.startedAtMs : null;
    };

    it('keeps its start where it is over by then', () => {
      expect(startAfter('2h', NEXT_DAY_MS)).toBe(startMs);
      expect(startAfter('1h', endMs)).toBe(startMs);
    });

    it('began earlier where it would end ahead of now', () => {
      const soonAfterMs = endMs + 60_500;
      expect(startAfter('2h', soonAfterMs)).toBe(endMs + 60_000 - 7_200_000);
      // As rounding left it: it ends ahead of now already, and ends no later.
      expect(startAfter('2h', endMs - 60_000)).toBe(endMs - 7_200_000);
    });

    it('began on its own day all the same', () => {
      expect(startAfter('12h', endMs)).toBe(instantOf(DAY, 0, PLACE.timeZone));
    });

    it('keeps a start that somebody typed', () => {
      const startedAtMs = instantOf(DAY, 550, PLACE.timeZone);
      expect(read({ duration: '2h', start: '9:10' }, endMs)).toMatchObject({
        change: { startedAtMs },
      });
    });
  });

  describe('put on another day', () => {
    const today = day('2026-11-13');
    const at = (minute: number) => instantOf(today, minute, PLACE.timeZone);
    const startAt = (nowMs: number, part: Partial<EntryDraft> = {}) => {
      const reading = read({ day: today, ...part }, nowMs);
      return reading.ok ? reading.change.startedAtMs : null;
    };

    it('keeps its time of day where it is over by then', () => {
      expect(startAt(at(720))).toBe(at(545));
    });

    it('began earlier where it would end ahead of now, whatever its length', () => {
      const nowMs = at(600) + 17_400;
      expect(startAt(nowMs)).toBe(at(600) + 17_000 - 5_412_000);
      expect(startAt(nowMs, { duration: '2h' })).toBe(at(480) + 17_000);
      expect(startAt(nowMs, { duration: '30m' })).toBe(at(545));
    });

    it('began at midnight at the earliest', () => {
      expect(startAt(at(30))).toBe(at(0));
    });

    it('keeps a start that somebody typed', () => {
      expect(startAt(at(600), { start: '9:10' })).toBe(at(550));
    });
  });

  it('lets go of a project and a service that were taken out', () => {
    expect(read({ workKey: null, serviceKey: null })).toMatchObject({
      change: { clientId: null, projectId: null, serviceId: null },
    });
  });

  it('is not read while a field means nothing, and says which', () => {
    const reading = read({ duration: 'soon', start: '25:00', note: 'x'.repeat(2001) });
    expect(reading.ok ? [] : Object.keys(reading.reasons)).toEqual(['duration', 'day', 'note']);
  });
});
