import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  day,
  flag,
  idOf,
  money,
  text,
  timeZone,
  utcInstant,
  wholeNumber,
} from '../../../../electron/freshbooks/wire-values.ts';

const REFUSED = Symbol('refused');

function read(shape: z.ZodType, value: unknown): unknown {
  const fit = shape.safeParse(value);
  return fit.success ? fit.data : REFUSED;
}

describe('single values', () => {
  it.each([
    ['a whole number', wholeNumber, 7, 7],
    ['a whole number as text', wholeNumber, '7', 7],
    ['no whole number in a fraction', wholeNumber, 7.5, REFUSED],
    ['no whole number in words', wholeNumber, 'seven', REFUSED],
    ['no whole number in an empty text', wholeNumber, '', REFUSED],
    ['no whole number in null', wholeNumber, null, REFUSED],
    ['no whole number in a missing member', wholeNumber, undefined, REFUSED],
    ['an id', idOf(), 30411, 30411],
    ['an id as text', idOf(), '30411', 30411],
    ['no id in zero', idOf(), 0, REFUSED],
    ['no id in a number too large to count', idOf(), 2 ** 60, REFUSED],
    ['a text', text, ' Ines ', 'Ines'],
    ['an empty text for null', text, null, ''],
    ['an empty text for a missing member', text, undefined, ''],
    ['no text in a number', text, 7, REFUSED],
    ['a flag', flag, true, true],
    ['no for a missing flag', flag, null, false],
    ['no flag in a text', flag, 'true', REFUSED],
    ['money', money, { amount: '740.50', code: 'CAD' }, { minor: 74050, currency: 'CAD' }],
    ['money below zero', money, { amount: '-1.00', code: 'EUR' }, { minor: -100, currency: 'EUR' }],
    [
      'money without minor units',
      money,
      { amount: '1200.00', code: 'JPY' },
      { minor: 1200, currency: 'JPY' },
    ],
    ['no money in a float', money, { amount: 740.5, code: 'CAD' }, REFUSED],
    ['no money in words', money, { amount: 'a lot', code: 'CAD' }, REFUSED],
    ['no money without a currency', money, { amount: '1.00', code: '' }, REFUSED],
    ['no money in null', money, null, REFUSED],
    ['a day', day, '2026-08-31', '2026-08-31'],
    ['no day in the 30th of February', day, '2026-02-30', REFUSED],
    ['no day in a date with time', day, '2026-08-31 00:00:00', REFUSED],
    ['a time zone', timeZone, 'America/Toronto', 'America/Toronto'],
    ['no time zone in an unknown name', timeZone, 'Eastern Time (US & Canada)', null],
    ['no time zone in an empty text', timeZone, '', null],
    ['an instant', utcInstant, '2026-09-02T13:00:00Z', Date.UTC(2026, 8, 2, 13)],
    [
      'an instant with milliseconds',
      utcInstant,
      '2026-09-02T13:00:00.500Z',
      Date.UTC(2026, 8, 2, 13) + 500,
    ],
    ['an instant without its Z', utcInstant, '2026-09-02T13:00:00', Date.UTC(2026, 8, 2, 13)],
    [
      'an instant with an offset',
      utcInstant,
      '2026-09-02T09:00:00-04:00',
      Date.UTC(2026, 8, 2, 13),
    ],
    ['no instant in a bare day', utcInstant, '2026-09-02', REFUSED],
    ['no instant on 31 February', utcInstant, '2026-02-31T10:00:00Z', REFUSED],
    ['no instant in hour 25', utcInstant, '2026-09-02T25:00:00Z', REFUSED],
  ])('are read as %s', (_, shape: z.ZodType, value, expected) => {
    expect(read(shape, value)).toEqual(expected);
  });
});
