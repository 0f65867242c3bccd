import { describe, expect, it } from 'vitest';
import { FIGURES, judge } from '../../bench/figures.ts';
import { table } from '../../bench/report.ts';

describe('table', () => {
  const lines = table([
    judge(FIGURES.trayReady, { ours: [250, 260, 255], yardstick: [240, 250, 245] }),
    judge(FIGURES.shortcut, { ours: [90], yardstick: [30.26] }),
    judge(FIGURES.idleCpu, { ours: [40], yardstick: [0] }),
  ]).split('\n');

  it('marks what holds, what is missed, and what has no bar', () => {
    expect(lines.slice(1).map((line) => line.slice(0, 1))).toEqual(['✓', '✗', '·']);
  });

  it('shows medians with unit, spread, ratio and bar', () => {
    expect(lines[1]).toMatch(/255 ms\s+250–260\s+245 ms\s+240–250\s+1\.04\s+1\.20$/);
    expect(lines[2]).toMatch(/90 ms\s+90–90\s+30\.3 ms\s+30\.3–30\.3\s+2\.97\s+1\.50$/);
  });

  it('says nothing where there is no ratio and no bar', () => {
    expect(lines[3]).toMatch(/–\s+–$/);
  });

  it('keeps the columns under each other', () => {
    const ends = lines.slice(1, 3).map((line) => line.length);
    expect(new Set(ends).size).toBe(1);
  });
});
