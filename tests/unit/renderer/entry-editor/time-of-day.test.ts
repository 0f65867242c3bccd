import { describe, expect, it } from 'vitest';
import { minutesMeant, parseTimeOfDay } from '../../../../renderer/entry-editor/time-of-day.ts';

describe('a time of day', () => {
  it.each([
    ['9', 540],
    ['9:05', 545],
    ['9.05', 545],
    ['9h05', 545],
    ['9h', 540],
    ['905', 545],
    ['0905', 545],
    ['14:30', 870],
    ['0:00', 0],
    ['23:59', 1439],
    ['9am', 540],
    ['2 pm', 840],
    ['2:30 p.m.', 870],
    ['12am', 0],
    ['12:15 PM', 735],
    ['  9:05 a.m. ', 545],
  ])('%j is minute %i', (text, minute) => {
    expect(parseTimeOfDay(text)).toBe(minute);
  });

  it.each(['', 'noon', '24:00', '9:60', '13pm', '0am', '9:5', '1h30m', '12345', '-9'])(
    '%j is none',
    (text) => {
      expect(parseTimeOfDay(text)).toBeNull();
    },
  );
});

describe('a time of day by a clock of twelve hours', () => {
  it.each([
    ['1:30', [90, 810]],
    ['9', [540, 1260]],
    ['12:15', [15, 735]],
    [' 12.59', [59, 779]],
  ])('%j may be in either half of the day', (text, minutes) => {
    expect(minutesMeant(text, true)).toEqual(minutes);
    expect(minutesMeant(text, false)).toHaveLength(1);
  });

  it.each([
    ['1:30 pm', 810],
    ['1:30 a.m.', 90],
    ['01:30', 90],
    ['0:30', 30],
    ['13:00', 780],
    ['1430', 870],
  ])('%j is in one, as it says', (text, minute) => {
    expect(minutesMeant(text, true)).toEqual([minute]);
  });

  it('is none where it is none by any clock', () => {
    expect(minutesMeant('noon', true)).toEqual([]);
  });
});
