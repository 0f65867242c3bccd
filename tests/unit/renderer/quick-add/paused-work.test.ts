import { describe, expect, it } from 'vitest';
import { isPausedWork } from '../../../../renderer/quick-add/paused-work.ts';
import { runningTimer } from '../../../support/running-timer.ts';

const paused = runningTimer(0, { runningSinceMs: null });
/** What the timer is on, with its note. */
const same = {
  clientId: null,
  projectId: 11,
  serviceId: 21,
  billable: true,
  note: 'home page',
  startedAtMs: null,
};

describe('going on with a paused timer', () => {
  it('is what starting the same work comes to', () => {
    expect(isPausedWork(paused, same)).toBe(true);
    expect(isPausedWork(paused, { ...same, note: '', billable: null })).toBe(true);
  });

  it.each([
    ['other work', { projectId: 12 }],
    ['another service', { serviceId: 22 }],
    ['another note', { note: 'footer' }],
    ['not billable', { billable: false }],
    ['begun earlier', { startedAtMs: 1 }],
  ])('is not what was asked for where it is %s', (_, change) => {
    expect(isPausedWork(paused, { ...same, ...change })).toBe(false);
  });

  it('takes a timer that is paused', () => {
    expect(isPausedWork(null, same)).toBe(false);
    expect(isPausedWork(runningTimer(0), same)).toBe(false);
  });
});
