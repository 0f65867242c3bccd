import { describe, expect, it } from 'vitest';
import {
  draftOf,
  type EntryDraft,
  readDraft,
} from '../../../../renderer/entry-editor/entry-draft.ts';
import { endWords, startWords } from '../../../../renderer/entry-editor/start-and-end.ts';
import { instantOf } from '../../../../shared/wall-clock.ts';
import { day } from '../../../support/day.ts';
import { loggedEntry } from '../../../support/logged-entry.ts';

const place = { timeZone: 'America/Toronto', locale: 'en-GB' };
const today = day('2026-11-12');
const at = (minuteOfDay: number) => instantOf(today, minuteOfDay, place.timeZone);

const entry = loggedEntry();

function edges(part: Partial<EntryDraft>, nowMs: number): readonly string[] {
  const draft = { ...draftOf(entry, place), ...part };
  const given = { entry, draft, work: null, service: null, place, nowMs };
  const reading = readDraft(given);
  return [startWords(reading, given), endWords(reading, place)];
}

describe('the times of an entry that is edited', () => {
  it('end as its length says', () => {
    expect(edges({}, at(12 * 60))).toEqual(['9:00', '– 10:00']);
    expect(edges({ duration: '90m' }, at(12 * 60))).toEqual(['9:00', '– 10:30']);
  });

  it('begin earlier where they would end ahead of now', () => {
    expect(edges({ duration: '90m' }, at(10 * 60))).toEqual(['8:30', '– 10:00']);
    expect(edges({ duration: '90m' }, at(10 * 60 + 15))).toEqual(['8:45', '– 10:15']);
  });

  it('begin earlier on the day the entry is put on, where they would end ahead of now there', () => {
    const tomorrow = day('2026-11-13');
    const nowMs = instantOf(tomorrow, 9 * 60 + 30, place.timeZone);
    expect(edges({ day: tomorrow }, nowMs)).toEqual(['8:30', '– 9:30']);
  });

  it('begin as typed, letter by letter', () => {
    expect(edges({ duration: '90m', start: '8' }, at(10 * 60))).toEqual(['8', '– 9:30']);
    expect(edges({ start: '8:' }, at(10 * 60))).toEqual(['8:', '?']);
  });

  it('are a question while the length is none', () => {
    expect(edges({ duration: 'soon' }, at(12 * 60))).toEqual(['9:00', '?']);
  });
});
