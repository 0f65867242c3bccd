import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endedAt,
  movedBy,
  pausedAt,
  resumedAt,
  runningSince,
  type Segments,
  startedAt,
  ticking,
  withFirstStart,
  without,
  workedDuring,
} from '../../../../../electron/workspace/timer/segments.ts';
import { elapsedSeconds } from '../../../../../shared/elapsed.ts';
import { at, minutes, START, stretches } from '../../../../support/timer-row.ts';

const elapsed = (segments: Segments, nowMs: number) => elapsedSeconds(ticking(segments), nowMs);

/** A timer that was paused and resumed some times, and perhaps still runs. */
const anyTimer = fc
  .record({
    lengths: fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 9 }),
    runs: fc.boolean(),
  })
  .map(({ lengths, runs }) => {
    let now = START;
    let segments = startedAt(now);
    for (const [index, length] of lengths.entries()) {
      now += length * 1000;
      segments = index % 2 === 0 ? pausedAt(segments, now) : resumedAt(segments, now);
    }
    return { now, segments: runs ? resumedAt(segments, now) : pausedAt(segments, now) };
  });

const anyGap = fc
  .tuple(fc.integer({ min: -1000, max: 200_000 }), fc.integer({ min: 1, max: 50_000 }))
  .map(([from, length]) => ({
    fromMs: START + from * 1000,
    toMs: START + (from + length) * 1000,
  }));

describe('a timer', () => {
  it('is its instants: nothing needs to have run in between', () => {
    const segments = startedAt(START);
    expect(elapsed(segments, at(90))).toBe(90 * 60);
    expect(ticking(segments)).toEqual({
      startedAtMs: START,
      bankedSeconds: 0,
      runningSinceMs: START,
    });
  });

  it('keeps whole seconds, so that what follows one another adds up', () => {
    const paused = pausedAt(startedAt(START + 999), START + 60_001);
    expect(paused).toEqual([{ startMs: START, endMs: START + 60_000 }]);
  });

  it('counts no pause', () => {
    const segments = resumedAt(pausedAt(startedAt(START), at(10)), at(40));
    expect(elapsed(segments, at(45))).toBe(15 * 60);
    expect(runningSince(segments)).toBe(at(40));
  });

  it('is paused and resumed once, however often that is asked', () => {
    const once = pausedAt(startedAt(START), at(10));
    expect(pausedAt(once, at(20))).toEqual(once);
    const again = resumedAt(once, at(30));
    expect(resumedAt(again, at(35))).toEqual(again);
  });

  it('is never negative where the clock was set back', () => {
    const segments = startedAt(START);
    expect(elapsed(segments, at(-60))).toBe(0);
    expect(elapsed(pausedAt(segments, at(-60)), at(-60))).toBe(0);
    const paused = pausedAt(segments, at(10));
    expect(elapsed(resumedAt(paused, at(-60)), at(-59))).toBe(600);
  });

  it('keeps its length when what is known moves back with the clock', () => {
    fc.assert(
      fc.property(anyTimer, fc.integer({ min: 1, max: 100_000 }), ({ now, segments }, seconds) => {
        const back = -seconds * 1000;
        expect(elapsed(movedBy(segments, back), now + back)).toBe(elapsed(segments, now));
      }),
    );
  });

  it('begins earlier or later when its start is changed', () => {
    expect(elapsed(withFirstStart(startedAt(START), at(-15)), at(5))).toBe(20 * 60);
    const paused = stretches([0, 10], [20, null]);
    expect(elapsed(withFirstStart(paused, at(5)), at(25))).toBe(10 * 60);
  });
});

describe('time taken out of a timer', () => {
  it('leaves what came before and after', () => {
    const gap = { fromMs: at(10), toMs: at(30) };
    expect(without(stretches([0, null]), gap)).toEqual(stretches([0, 10], [30, null]));
    expect(without(stretches([0, 20], [25, 40]), gap)).toEqual(stretches([0, 10], [30, 40]));
  });

  it('goes on after a gap that began before it did', () => {
    const gap = { fromMs: at(-5), toMs: at(30) };
    expect(without(stretches([0, null]), gap)).toEqual(stretches([30, null]));
  });

  it('leaves a start where nothing else is left', () => {
    const gap = { fromMs: at(-5), toMs: at(30) };
    expect(without(stretches([0, 20]), gap)).toEqual(stretches([0, 0]));
  });

  it('is exactly the time the timer ran meanwhile', () => {
    fc.assert(
      fc.property(anyTimer, anyGap, ({ now, segments }, gap) => {
        const later = Math.max(now, gap.toMs);
        const ran = without(segments, gap);
        const before = pausedAt(segments, later).reduce((sum, { startMs, endMs }) => {
          const from = Math.max(startMs, gap.fromMs);
          return sum + Math.max(0, Math.min(endMs ?? later, gap.toMs) - from);
        }, 0);
        expect(elapsed(ran, later)).toBe(elapsed(segments, later) - before / 1000);
        expect(runningSince(ran) === null).toBe(runningSince(segments) === null);
      }),
    );
  });

  it('is all that came later where the timer should have ended', () => {
    expect(endedAt(stretches([0, 20], [25, null]), at(10))).toEqual(stretches([0, 10]));
    expect(endedAt(stretches([0, 20], [25, null]), at(30))).toEqual(stretches([0, 20], [25, 30]));
    expect(endedAt(stretches([0, null]), at(-1))).toEqual(stretches([0, 0]));
  });

  it('is asked about only as far as the timer ran', () => {
    const gap = { fromMs: at(5), toMs: at(30) };
    expect(workedDuring(stretches([0, 10], [20, null]), gap)).toEqual(gap);
    expect(workedDuring(stretches([0, 10]), gap)).toEqual({ fromMs: at(5), toMs: at(10) });
    expect(workedDuring(stretches([40, null]), gap)).toBeNull();
  });
});

describe('a timer over a change of clocks', () => {
  // Toronto, 8 March and 1 November 2026, from noon the day before to noon.
  it.each([
    ['forward', Date.UTC(2026, 2, 7, 17), Date.UTC(2026, 2, 8, 16), 23],
    ['back', Date.UTC(2026, 9, 31, 16), Date.UTC(2026, 10, 1, 17), 25],
  ])('has the hours that passed when they go %s', (_way, start, end, hours) => {
    expect(elapsed(startedAt(start), end)).toBe(hours * 3600);
  });

  it('takes out one of the two hours that bear the same name', () => {
    const start = Date.UTC(2026, 10, 1, 4);
    const gap = { fromMs: Date.UTC(2026, 10, 1, 5, 30), toMs: Date.UTC(2026, 10, 1, 6, 30) };
    expect(elapsed(without(startedAt(start), gap), start + minutes(240))).toBe(180 * 60);
  });
});
