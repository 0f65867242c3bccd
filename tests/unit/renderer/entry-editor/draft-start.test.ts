import { describe, expect, it } from 'vitest';
import { startTyped } from '../../../../renderer/entry-editor/draft-start.ts';
import { draftOf, readDraft } from '../../../../renderer/entry-editor/entry-draft.ts';
import { endWords } from '../../../../renderer/entry-editor/start-and-end.ts';
import { instantOf, wallClockAt } from '../../../../shared/wall-clock.ts';
import { day } from '../../../support/day.ts';
import { loggedEntry } from '../../../support/logged-entry.ts';

const timeZone = 'America/Toronto';
const DAY = day('2026-11-12');
const NEXT_DAY_MS = instantOf(day('2026-11-13'), 12 * 60, timeZone);

const at = (hour: number, minute = 0) => instantOf(DAY, hour * 60 + minute, timeZone);

/** "13:30" */
function typed(text: string, hour: number, { nowMs = NEXT_DAY_MS, isTwelveHours = true } = {}) {
  const entry = loggedEntry({ startedAtMs: at(hour) });
  const given = { entry, day: DAY, durationSeconds: 3600, timeZone, nowMs };
  const startMs = startTyped(text, isTwelveHours, given);
  if (startMs === null) return null;
  const { minuteOfDay } = wallClockAt(startMs, timeZone);
  return `${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

describe('a start typed without morning or afternoon', () => {
  it.each([
    ['1:30', 14, '13:30'],
    ['11:45', 14, '11:45'],
    ['9', 20, '21:00'],
    ['9', 8, '9:00'],
    ['12:15', 11, '12:15'],
    ['12:15', 1, '0:15'],
  ])('%s is near to an entry of %i o’clock at %s', (text, hour, read) => {
    expect(typed(text, hour)).toBe(read);
  });

  it.each([
    ['8', 14, '8:00'],
    ['2', 8, '14:00'],
  ])('%s, as far from %i o’clock both ways, is by day at %s', (text, hour, read) => {
    expect(typed(text, hour)).toBe(read);
  });

  it('is not where it would end ahead of now, nor refused for the minute since it was drawn', () => {
    expect(typed('1:30', 10, { nowMs: at(12) })).toBe('1:30');
    expect(typed('1:30', 10, { nowMs: at(14, 29) })).toBe('13:30');
    expect(typed('1:30', 10, { nowMs: at(14, 28) })).toBe('1:30');
  });

  it('is the nearest where either is still to come', () => {
    expect(typed('11:30', 10, { nowMs: at(11) })).toBe('11:30');
  });

  it('is the morning by a clock of twenty-four hours', () => {
    expect(typed('1:30', 14, { isTwelveHours: false })).toBe('1:30');
  });

  it('is understood by the clock of the place, which the end beside it tells', () => {
    const end = (locale: string) => {
      const place = { timeZone, locale };
      const entry = loggedEntry({ startedAtMs: at(14) });
      const draft = { ...draftOf(entry, place), start: '1:30' };
      const given = { entry, draft, work: null, service: null, place, nowMs: NEXT_DAY_MS };
      return endWords(readDraft(given), place).replace(/\s/g, ' ');
    };
    expect(end('en-US')).toBe('– 2:30 PM');
    expect(end('en-GB')).toBe('– 2:30');
  });

  it('is none where it means nothing', () => {
    expect(typed('noon', 10)).toBeNull();
  });
});
