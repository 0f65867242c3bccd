// The short form: a day in winter, and two across a change of clocks.
import { describe, expect, it } from 'vitest';
import { NO_ROUNDING } from '../../../shared/no-rounding.ts';
import { compare } from './ledger.ts';
import { prove } from './prove.ts';
import { Truth } from './truth.ts';

it('logs every second of three days once', async () => {
  const { figures, holds } = await prove({ seed: 20_261_112, rounds: 3, say: () => {} });
  expect(figures).toMatchObject({ days: 3, difference: 0, lost: 0, doubled: 0 });
  expect(figures.kills).toBeGreaterThan(10);
  expect(holds).toBe(true);
});

describe('the proof falls short of a timer that', () => {
  const truth = new Truth();
  truth.paint('Fonts', 0, 600_000);
  truth.goes('Fonts', 'stopped-here');
  const expected = truth.expected(NO_ROUNDING);

  it.each([
    ['loses an entry', [], { lost: 1, difference: 600 }],
    [
      'logs one twice',
      [
        ['Fonts', 600],
        ['Fonts', 600],
      ],
      { doubled: 1, difference: 600 },
    ],
    ['is a second wrong', [['Fonts', 601]], { difference: 1 }],
    [
      'logs what was discarded',
      [
        ['Fonts', 600],
        ['Colours', 60],
      ],
      { doubled: 1 },
    ],
  ] as const)('%s', (_what, logged, count) => {
    expect(compare(logged, expected)).toMatchObject(count);
  });

  it('and holds for one that does not', () => {
    const count = compare([['Fonts', 600]], expected);
    expect(count).toMatchObject({ difference: 0, lost: 0, doubled: 0, loggedSeconds: 600 });
  });
});
