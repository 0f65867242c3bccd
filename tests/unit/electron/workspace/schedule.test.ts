import { beforeEach, describe, expect, it } from 'vitest';
import { Schedule } from '../../../../electron/workspace/schedule.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const MINUTE = 60_000;

let clock: ManualClock;
let dues: (number | null)[];
let done: number[];
let schedule: Schedule;

beforeEach(() => {
  clock = manualClock();
  dues = [];
  done = [];
  schedule = new Schedule({
    clock: clock.now,
    timers: clock.timers,
    dues: () => dues,
    onDue: () => {
      done.push(clock.now());
      dues = dues.filter((due) => due !== null && due > clock.now());
    },
  });
});

describe('the schedule', () => {
  it('has no timer while nothing is due', () => {
    dues = [null];
    schedule.arm();
    expect(clock.pending).toEqual([]);
  });

  it('fires for what comes first, then for the next', () => {
    const start = clock.now();
    dues = [start + 9 * MINUTE, null, start + 5 * MINUTE];
    schedule.arm();
    expect(clock.pending).toEqual([5 * MINUTE]);
    clock.advance(10 * MINUTE);
    expect(done).toEqual([start + 5 * MINUTE, start + 9 * MINUTE]);
    expect(clock.pending).toEqual([]);
  });

  it('rests a minute while hidden and a second while seen, however much is due', () => {
    dues = [clock.now() - MINUTE];
    schedule.arm();
    expect(clock.pending).toEqual([MINUTE]);
    schedule.setVisible(true);
    expect(clock.pending).toEqual([1000]);
  });

  it('sets its timer anew only when asked to, or when something else comes first', () => {
    let set = 0;
    const { timers } = clock;
    const counted = new Schedule({
      clock: clock.now,
      timers: {
        set: (callback, ms) => {
          set += 1;
          return timers.set(callback, ms);
        },
        clear: timers.clear,
      },
      dues: () => dues,
      onDue: () => {},
    });
    dues = [clock.now() + 9 * MINUTE];
    counted.arm();
    counted.arm();
    expect(set).toBe(1);
    dues = [clock.now() + 5 * MINUTE];
    counted.arm();
    expect(set).toBe(2);
    counted.setAnew();
    expect(set).toBe(3);
    expect(clock.pending).toEqual([5 * MINUTE]);
  });

  it('ends when it is stopped', () => {
    dues = [clock.now() + MINUTE];
    schedule.arm();
    schedule.stop();
    schedule.arm();
    expect(clock.pending).toEqual([]);
  });
});
