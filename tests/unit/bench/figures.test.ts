import { describe, expect, it } from 'vitest';
import { FIGURES, type FigureSpec, judge } from '../../bench/figures.ts';

const spec: FigureSpec = { name: 'a figure', unit: 'ms', bar: 1.2 };

describe('judge', () => {
  it('compares the medians, so that one slow run decides nothing', () => {
    const figure = judge(spec, { ours: [110, 5_000, 100], yardstick: [100, 90, 100] });
    expect(figure).toMatchObject({ ours: 110, yardstick: 100, ratio: 1.1, pass: true });
  });

  it('passes on the bar and misses just above it, before rounding', () => {
    expect(judge(spec, { ours: [120], yardstick: [100] }).pass).toBe(true);
    const above = judge(spec, { ours: [120.001], yardstick: [100] });
    expect(above).toMatchObject({ ratio: 1.2, pass: false });
  });

  it('only tells what has no bar', () => {
    const figure = judge({ ...spec, bar: null }, { ours: [900], yardstick: [1] });
    expect(figure).toMatchObject({ ratio: 900, bar: null, pass: true });
  });

  it('has no ratio to nothing, and lets only nothing pass there', () => {
    expect(judge(spec, { ours: [0], yardstick: [0] })).toMatchObject({ ratio: null, pass: true });
    expect(judge(spec, { ours: [1], yardstick: [0] })).toMatchObject({ ratio: null, pass: false });
  });

  it('keeps every run, in order, and becomes an entry of bench.json', () => {
    const figure = judge(FIGURES.memory, { ours: [200.12345, 210], yardstick: [190, 180] });
    expect(JSON.parse(JSON.stringify(figure))).toEqual({
      name: 'proportional memory at rest',
      ours: 205.062,
      yardstick: 185,
      ratio: 1.108,
      bar: 1.2,
      pass: true,
      unit: 'MB',
      oursRuns: [200.123, 210],
      yardstickRuns: [190, 180],
    });
  });
});

describe('the bars', () => {
  it('are those Traybooks promises', () => {
    expect(Object.values(FIGURES).map(({ bar }) => bar)).toEqual([
      1.2,
      1.35,
      1.5,
      2.5,
      10,
      1.2,
      null,
      1,
      1.3,
    ]);
  });

  it('fail two own timers in a hidden minute and pass one', () => {
    const yardstick = [1];
    expect(judge(FIGURES.idleTimers, { ours: [1], yardstick }).pass).toBe(true);
    expect(judge(FIGURES.idleTimers, { ours: [2], yardstick }).pass).toBe(false);
  });
});
