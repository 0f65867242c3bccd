import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../renderer/quick-add/marks.ts';

const asked = { part: 'client', why: 'Which?', choices: [] } as const;

describe('the underlined stretches', () => {
  it('are the spans, in their order', () => {
    const spans = [
      { from: 0, to: 4, part: 'client' },
      { from: 5, to: 7, part: 'duration' },
    ] as const;
    expect(marksOf({ spans, unclear: [] })).toEqual([
      { ...spans[0], isUnclear: false },
      { ...spans[1], isUnclear: false },
    ]);
  });

  it('mark words that are asked about, whether they stand for something or not', () => {
    const spans = [{ from: 0, to: 4, part: 'client' }] as const;
    const unclear = [{ ...asked, from: 0, to: 9 }];
    expect(marksOf({ spans, unclear })).toEqual([
      { from: 0, to: 4, part: 'client', isUnclear: true },
      { from: 4, to: 9, part: null, isUnclear: true },
    ]);
  });

  it('leave out a question about a word that is missing', () => {
    expect(marksOf({ spans: [], unclear: [{ ...asked, from: 3, to: 3 }] })).toEqual([]);
  });

  it('never overlap and never are empty, whatever the ranges', () => {
    const range = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
    fc.assert(
      fc.property(fc.array(range), fc.array(range), (one, other) => {
        const spans = one.map((each) => ({ ...each, part: 'note' }) as const);
        const unclear = other.map((each) => ({ ...each, ...asked }));
        let end = 0;
        for (const { from, to } of marksOf({ spans, unclear })) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
      }),
    );
  });
});
