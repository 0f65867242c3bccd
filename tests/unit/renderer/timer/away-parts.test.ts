import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParts } from '../../../../renderer/timer/away-parts.ts';
import { contextOf } from '../../../../shared/quick-add/context-of.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';

/** Friday 13 November 2026, 15:30 in Toronto. */
const NOW = Date.UTC(2026, 10, 13, 20, 30);
const context = contextOf(sampleSnapshots(NOW).full, NOW);
const GAP = 45 * 60;
const read = (...texts: readonly string[]) => readParts(texts, GAP, context);

describe('the time away as entries', () => {
  it('is all of one thing where no length is named', () => {
    expect(read('clinic standup').entries).toEqual([
      expect.objectContaining({ projectId: 11, note: 'standup', durationSeconds: GAP }),
    ]);
  });

  it('is split, the last part taking what is left', () => {
    const { parts, entries } = read('clinic 20m standup', 'brand review');
    expect(parts.map(({ seconds }) => seconds)).toEqual([20 * 60, 25 * 60]);
    expect(entries?.map(({ projectId }) => projectId)).toEqual([11, 13]);
  });

  it('is not complete while a part says nothing, or how long it was is not known', () => {
    expect(read('').entries).toBeNull();
    expect(read('').parts[0]?.problem).toBe('Say what it was.');
    const { parts, entries } = read('clinic standup', 'brand review');
    expect(entries).toBeNull();
    expect(parts[0]?.problem).toBe('Say how long it was, for example 20m.');
  });

  it('is never longer than it was', () => {
    const { parts, entries } = read('clinic 30m standup', 'brand 20m review');
    expect(entries).toBeNull();
    expect(parts[1]?.problem).toBe('Only 15m are left.');
    expect(read('clinic 45m standup', 'brand review').parts[1]?.problem).toBe(
      'Nothing is left for this part.',
    );
  });

  it('may be less than it was, where the last part has a length of its own; the rest is told', () => {
    const { entries, leftSeconds, parts } = read('clinic 20m standup');
    expect([leftSeconds, parts[0]?.problem]).toEqual([25 * 60, null]);
    expect(entries).toEqual([expect.objectContaining({ durationSeconds: 20 * 60 })]);
  });

  it.each([
    ['clinic standup 30h', 'A length is more than nothing, and at most a day.'],
    ['clinic standup 1h 2h', '“1h” and “2h” do not go together.'],
  ])('takes no other length for the one of %j', (text, problem) => {
    const { entries, parts } = read(text);
    expect(entries).toBeNull();
    expect(parts).toEqual([expect.objectContaining({ seconds: null, problem })]);
  });

  describe('that lasted from Friday to Monday', () => {
    const WEEKEND = 63 * 3600;
    const TOO_LONG = 'Say how long it was: an entry is a day at most.';
    const ofWeekend = (...texts: readonly string[]) => readParts(texts, WEEKEND, context);

    it('is not one entry, which is a day at most', () => {
      const { entries, parts } = ofWeekend('clinic standup');
      expect([entries, parts[0]?.problem]).toEqual([null, TOO_LONG]);
      const split = ofWeekend('clinic 2h standup', 'brand review');
      expect(split.entries).toBeNull();
      expect(split.parts.map(({ problem }) => problem)).toEqual([null, TOO_LONG]);
    });

    it('may be a day in one part, and another in the next', () => {
      const { entries, leftSeconds } = ofWeekend('clinic 24h', 'brand 24h review');
      expect(entries?.map(({ durationSeconds }) => durationSeconds)).toEqual([86_400, 86_400]);
      expect(leftSeconds).toBe(15 * 3600);
    });
  });

  it('says what it was understood as', () => {
    expect(read('clinic design 20m header').parts[0]?.words).toBe(
      'Clinic website · Design · header',
    );
  });

  it('covers the whole, to the second, whenever its last part takes what is left', () => {
    const part = fc.integer({ min: 1, max: 30 }).map((minutes) => `clinic ${minutes}m standup`);
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 4 }),
        fc.integer({ min: 60, max: 9000 }),
        (parts, gap) => {
          const { entries } = readParts([...parts, 'brand review'], gap, context);
          if (!entries) return;
          const sum = entries.reduce((all, { durationSeconds }) => all + durationSeconds, 0);
          expect(sum).toBe(gap);
          expect(entries.every(({ durationSeconds }) => durationSeconds > 0)).toBe(true);
        },
      ),
    );
  });
});
