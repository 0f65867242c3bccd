import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placeByIcon,
  placeForTyping,
  placeInCorner,
} from '../../../../electron/shell/popover-placement.ts';

const size = { width: 380, height: 640 };
const belowTopPanel = { x: 0, y: 24, width: 1280, height: 776 };
const aboveBottomPanel = { x: 0, y: 0, width: 1280, height: 760 };

describe('placing the popover', () => {
  it('hangs centred below an icon in a top panel', () => {
    const placed = placeByIcon({ x: 800, y: 0, width: 24, height: 24 }, size, belowTopPanel);
    expect(placed).toEqual({ x: 622, y: 32, ...size });
  });

  it('stands above an icon in a bottom panel', () => {
    const placed = placeByIcon({ x: 800, y: 764, width: 24, height: 24 }, size, aboveBottomPanel);
    expect(placed).toEqual({ x: 622, y: 112, ...size });
  });

  it('stays on the screen for an icon at its edge', () => {
    const placed = placeByIcon({ x: 1256, y: 0, width: 24, height: 24 }, size, belowTopPanel);
    expect(placed.x + placed.width).toBe(1280);
  });

  it('takes the corner by the panel where the icon is unknown', () => {
    const bounds = { x: 0, y: 0, width: 1280, height: 800 };
    expect(placeInCorner(size, bounds, belowTopPanel)).toMatchObject({ x: 892, y: 32 });
    expect(placeInCorner(size, bounds, aboveBottomPanel)).toMatchObject({ x: 892, y: 112 });
  });

  it('opens in the middle, a third down, for typing', () => {
    expect(placeForTyping({ width: 380, height: 480 }, aboveBottomPanel)).toMatchObject({
      x: 450,
      y: 93,
    });
  });

  it('never leaves the work area, however small or far away the display is', () => {
    const area = fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -4000, max: 4000 }),
      width: fc.integer({ min: 200, max: 5000 }),
      height: fc.integer({ min: 200, max: 3000 }),
    });
    const icon = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 0, max: 64 }),
      height: fc.integer({ min: 0, max: 64 }),
    });
    fc.assert(
      fc.property(area, icon, (workArea, at) => {
        for (const placed of [placeByIcon(at, size, workArea), placeForTyping(size, workArea)]) {
          expect(placed.x).toBeGreaterThanOrEqual(workArea.x);
          expect(placed.y).toBeGreaterThanOrEqual(workArea.y);
          expect(placed.x + placed.width).toBeLessThanOrEqual(workArea.x + workArea.width);
          expect(placed.y + placed.height).toBeLessThanOrEqual(workArea.y + workArea.height);
        }
      }),
    );
  });
});
