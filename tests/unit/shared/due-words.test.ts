import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/day.ts';
import { dueWords } from '../../../shared/due-words.ts';
import { day } from '../../support/day.ts';

const TODAY = day('2026-09-02');

const due = (days: number) => dueWords(addDays(TODAY, days), TODAY, 'en-GB');

describe('a due date in words', () => {
  it.each([
    [-400, '400 days overdue', 'overdue'],
    [-12, '12 days overdue', 'overdue'],
    [-2, '2 days overdue', 'overdue'],
    [-1, '1 day overdue', 'overdue'],
    [0, 'due today', 'soon'],
    [1, 'due tomorrow', 'soon'],
    [2, 'due Friday', 'soon'],
    [6, 'due Tuesday', 'soon'],
    // A week on would be called Wednesday too, and be taken for today.
    [7, 'due in 7 days', 'later'],
    [30, 'due in 30 days', 'later'],
    [31, 'due Sat 3 Oct', 'later'],
  ])('%i days from today', (days, words, urgency) => {
    expect(due(days)).toEqual({ words, urgency });
  });

  it('says the year once it is another', () => {
    expect(due(200).words).toMatch(/2027$/);
  });

  it('is one language on any desktop', () => {
    const words = (days: number) => dueWords(addDays(TODAY, days), TODAY, 'de-DE').words;
    expect(words(2)).toBe('due Friday');
    expect(words(31)).toBe('due Sat 3 Oct');
  });

  it('says so when there is none', () => {
    expect(dueWords(null, TODAY)).toEqual({ words: 'no due date', urgency: 'none' });
  });

  it('is overdue from the day after, and never a day earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), (days) => {
        const { words, urgency } = due(days);
        expect(urgency === 'overdue').toBe(days < 0);
        expect(words.endsWith('overdue')).toBe(days < 0);
      }),
    );
  });

  it('is the same by any day it is looked at from', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 30 }), fc.nat({ max: 9000 }), (days, offset) => {
        const today = addDays(TODAY, offset);
        const words = dueWords(addDays(today, days), today, 'en').words;
        if (days < 2 || days > 6) expect(words).toBe(due(days).words);
        else expect(words).toMatch(/^due \w+day$/);
      }),
    );
  });
});
