import { describe, expect, it } from 'vitest';
import {
  type Watch,
  watched,
  watchFrom,
} from '../../../../../electron/workspace/timer/away-watch.ts';
import type { DesktopInput } from '../../../../../electron/workspace/timer/desktop-input.ts';
import type { AwayGap } from '../../../../../shared/snapshot.ts';
import { at, minutes, START } from '../../../../support/timer-row.ts';

const AFTER = minutes(10);

const sample = (minute: number, idleMinutes: number | null): DesktopInput => ({
  kind: 'sample',
  atMs: at(minute),
  idleSeconds: idleMinutes === null ? null : idleMinutes * 60,
});
const turn = (kind: 'locked' | 'unlocked' | 'sleeping' | 'woke', minute: number): DesktopInput => ({
  kind,
  atMs: at(minute),
});
/** One a minute, with the idle time of somebody who left at `leftAt`. */
const idling = (from: number, to: number, leftAt: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => sample(from + index, from + index - leftAt));
const working = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => sample(from + index, 0));

function gapsOf(events: readonly DesktopInput[], awayAfterMs = AFTER): readonly AwayGap[] {
  let watch: Watch = watchFrom(START);
  const gaps: AwayGap[] = [];
  for (const event of events) {
    const seen = watched(watch, event, awayAfterMs);
    watch = seen.watch;
    if (seen.gap) gaps.push(seen.gap);
  }
  return gaps;
}

const gap = (from: number, to: number) => ({ fromMs: at(from), toMs: at(to) });

describe('the time away', () => {
  it('lasts from the last input to the next', () => {
    expect(gapsOf([...working(1, 5), ...idling(6, 40, 5), sample(41, 0)])).toEqual([gap(5, 41)]);
  });

  it('is none while nobody is back', () => {
    expect(gapsOf([...working(1, 5), ...idling(6, 40, 5)])).toEqual([]);
  });

  it('is none for somebody at work, nor for a pause shorter than the setting', () => {
    expect(gapsOf(working(1, 120))).toEqual([]);
    expect(gapsOf([...working(1, 5), ...idling(6, 14, 5), sample(15, 0)])).toEqual([]);
  });

  it('is not asked for where the setting says never', () => {
    expect(gapsOf([...idling(1, 40, 0), sample(41, 0)], 0)).toEqual([]);
  });

  it('is one, whatever it was made of: idle, locked, asleep, locked still', () => {
    const story = [
      ...working(1, 5),
      ...idling(6, 16, 5),
      turn('locked', 16),
      sample(17, 12),
      turn('sleeping', 30),
      turn('woke', 200),
      sample(201, 0),
      turn('unlocked', 202),
      ...working(203, 220),
    ];
    expect(gapsOf(story)).toEqual([gap(5, 202)]);
  });

  it('ends when the screen is opened, not when somebody touches it', () => {
    const story = [
      sample(1, 0),
      turn('locked', 1),
      sample(8, 0),
      sample(20, 0),
      turn('unlocked', 31),
    ];
    expect(gapsOf(story)).toEqual([gap(1, 31)]);
  });

  it('goes through a computer that wakes by itself', () => {
    const story = [
      sample(1, 0),
      turn('sleeping', 2),
      turn('woke', 60),
      sample(60.5, 59.5),
      turn('sleeping', 61),
      turn('woke', 120),
      sample(121, 0.5),
    ];
    expect(gapsOf(story)).toEqual([gap(1, 120.5)]);
  });

  it('is not cut by an idle clock that stood still during the sleep', () => {
    // Left at 1, asleep from 6 to 480; what the desktop counts at 481 is five minutes and one.
    const story = [sample(1, 0), sample(6, 5), turn('sleeping', 6), turn('woke', 480)];
    expect(gapsOf([...story, sample(481, 6)])).toEqual([]);
    expect(gapsOf([...story, sample(481, 6), sample(482, 0)])).toEqual([gap(1, 482)]);
  });

  it('is also the time nobody was watching: a program that did not run, a clock put forward', () => {
    expect(gapsOf([...working(1, 5), sample(95, 0)])).toEqual([gap(5, 95)]);
    expect(gapsOf([...working(1, 5), sample(95, 0.5), ...working(96, 99)])).toEqual([gap(5, 94.5)]);
  });

  it('comes of sleep alone where the desktop does not tell of input', () => {
    const unknown = [sample(1, null), sample(2, null), sample(3, null)];
    expect(gapsOf([...unknown, sample(4, null)])).toEqual([]);
    const slept = [...unknown, turn('sleeping', 4), turn('woke', 90), sample(91, null)];
    expect(gapsOf(slept)).toEqual([gap(3, 91)]);
  });

  it('is two where somebody looked in between', () => {
    const story = [...idling(1, 20, 0), sample(21, 0), ...idling(22, 50, 21), sample(51, 0)];
    expect(gapsOf(story)).toEqual([gap(0, 21), gap(21, 51)]);
  });
});
