import { beforeEach, expect, it } from 'vitest';
import { Pauses } from '../../../../electron/workspace/pauses.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const LOGIN = 'login-1' as ConnectionId;
const HOUR = 3_600_000;

let clock: ManualClock;
let pauses: Pauses;
beforeEach(() => {
  clock = manualClock();
  pauses = new Pauses(clock.now);
});

it('asks nothing for as long as FreshBooks said', () => {
  pauses.note(LOGIN, { code: 'rate-limited', retryAfterSeconds: 20 });
  expect(pauses.refusal(LOGIN)).toEqual({ code: 'rate-limited', retryAfterSeconds: 20 });
  clock.advance(20_000);
  expect(pauses.refusal(LOGIN)).toBeNull();
});

it('keeps the longer of two pauses', () => {
  pauses.note(LOGIN, { code: 'rate-limited', retryAfterSeconds: 60 });
  pauses.note(LOGIN, { code: 'rate-limited', retryAfterSeconds: 20 });
  expect(pauses.endsAtMs(LOGIN)).toBe(clock.now() + 60_000);
});

it('is not made longer by a clock that is set back', () => {
  pauses.note(LOGIN, { code: 'rate-limited', retryAfterSeconds: 20 });
  clock.jump(-24 * HOUR);
  expect(pauses.refusal(LOGIN)).toBeNull();
  pauses.note(LOGIN, { code: 'rate-limited', retryAfterSeconds: 20 });
  expect(pauses.endsAtMs(LOGIN)).toBe(clock.now() + 20_000);
});
