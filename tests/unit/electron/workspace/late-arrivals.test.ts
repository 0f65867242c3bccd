import { beforeEach, expect, it } from 'vitest';
import { LateArrivals } from '../../../../electron/workspace/late-arrivals.ts';
import type { EntryKey } from '../../../../shared/ids.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const KEY = 'entry-1' as EntryKey;

let clock: ManualClock;
let late: LateArrivals;
beforeEach(() => {
  clock = manualClock();
  late = new LateArrivals(clock.uptime);
});

it('waits half a minute from the first look in vain', () => {
  expect(late.mayStillCome(KEY)).toBe(true);
  clock.advance(29_000);
  expect(late.mayStillCome(KEY)).toBe(true);
  clock.advance(1000);
  expect(late.mayStillCome(KEY)).toBe(false);
});

it('waits just as long when the clock is set meanwhile', () => {
  late.mayStillCome(KEY);
  clock.jump(3_600_000);
  expect(late.mayStillCome(KEY)).toBe(true);
  clock.jump(-7_200_000);
  clock.advance(30_000);
  expect(late.mayStillCome(KEY)).toBe(false);
});

it('begins anew with the next request', () => {
  late.mayStillCome(KEY);
  clock.advance(30_000);
  late.forget(KEY);
  expect(late.mayStillCome(KEY)).toBe(true);
});
