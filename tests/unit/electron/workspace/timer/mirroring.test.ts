import { describe, expect, it } from 'vitest';
import { followed as followedAt } from '../../../../../electron/workspace/timer/follow.ts';
import { nextStep } from '../../../../../electron/workspace/timer/next-step.ts';
import type { Segments } from '../../../../../electron/workspace/timer/segments.ts';
import type { TimerRow } from '../../../../../electron/workspace/timer/timer-row.ts';
import type { RemoteTimer } from '../../../../../shared/running-timers.ts';
import { at, remoteTimer, stretches, timerRow, WORK } from '../../../../support/timer-row.ts';

const followed = (...[row, now]: readonly [TimerRow, RemoteTimer]) => followedAt(row, now, at(60));
const OTHER = { ...WORK, note: 'Fonts' };
const step = (ours: Segments, theirs: Segments) => nextStep(WORK, ours, remoteTimer(theirs));

describe('what FreshBooks is told next', () => {
  it('is nothing where both are the same', () => {
    expect(step(stretches([0, 10], [20, null]), stretches([0, 10], [20, null]))).toBeNull();
  });

  it('is a pause, then the resumption, one after another', () => {
    const ours = stretches([0, 10], [20, null]);
    expect(step(ours, stretches([0, null]))).toEqual({ kind: 'pause', atMs: at(10) });
    expect(step(ours, stretches([0, 10]))).toEqual({ kind: 'resume', atMs: at(20) });
  });

  it('is each pause of several that it missed', () => {
    const ours = stretches([0, 10], [20, 30], [40, null]);
    expect(step(ours, stretches([0, 10]))).toEqual({ kind: 'resume', atMs: at(20) });
    expect(step(ours, stretches([0, 10], [20, null]))).toEqual({ kind: 'pause', atMs: at(30) });
  });

  it('is another start, where the first stretch can have it', () => {
    const moved = { kind: 'change', change: { startedAtMs: at(-15) } };
    expect(step(stretches([-15, null]), stretches([0, null]))).toEqual(moved);
    expect(step(stretches([30, null]), stretches([0, 10]))).not.toMatchObject({ kind: 'change' });
  });

  it('is what it is for', () => {
    const running = stretches([0, null]);
    expect(nextStep(OTHER, running, remoteTimer(running))).toEqual({
      kind: 'change',
      change: { work: OTHER },
    });
  });

  it('is a pause also where less is left here than there', () => {
    expect(step(stretches([0, 5]), stretches([0, 10], [20, null]))).toEqual({
      kind: 'pause',
      atMs: at(20),
    });
  });
});

describe('a timer that was changed in the web app', () => {
  const running = stretches([0, null]);
  const row = (ours: Segments, before: Segments, change = {}) =>
    timerRow({ segments: ours, remote: remoteTimer(before), ...change });

  it('is paused, resumed and moved here, too', () => {
    const paused = remoteTimer(stretches([0, 30]));
    expect(followed(row(running, running), paused).segments).toEqual(stretches([0, 30]));
    const moved = remoteTimer(stretches([-10, null]));
    expect(followed(row(running, running), moved).segments).toEqual(stretches([-10, null]));
  });

  it('counts its person as here when it is resumed', () => {
    const paused = row(stretches([0, 10]), stretches([0, 10]));
    const resumed = followed(paused, remoteTimer(stretches([0, 10], [50, null])));
    expect(resumed).toMatchObject({ inputMs: at(60), segments: stretches([0, 10], [50, null]) });
  });

  it('gets its project and its note', () => {
    expect(followed(row(running, running), remoteTimer(running, OTHER)).work).toEqual(OTHER);
  });

  it('keeps what was changed here meanwhile, and takes the rest', () => {
    const ours = row(running, running, { work: { ...WORK, note: 'Ours' } });
    const theirs = remoteTimer(stretches([0, 30]), OTHER);
    const next = followed(ours, theirs);
    expect(next.work.note).toBe('Ours');
    expect(next.segments).toEqual(stretches([0, 30]));
  });

  it('keeps a pause made here that FreshBooks has not heard of', () => {
    const ours = row(stretches([0, 20]), running);
    expect(followed(ours, remoteTimer(running)).segments).toEqual(stretches([0, 20]));
    expect(followed(ours, remoteTimer(stretches([0, 30]))).segments).toEqual(stretches([0, 20]));
  });

  it('goes on after a pause of ours whose answer was lost', () => {
    const ours = row(stretches([0, 10], [20, null]), running);
    const arrived = remoteTimer(stretches([0, 10]));
    expect(followed(ours, arrived).segments).toEqual(stretches([0, 10], [20, null]));
  });

  it('stays paused after a resumption of ours whose answer was lost', () => {
    const ours = row(stretches([0, 10], [20, 30]), stretches([0, 10]));
    const arrived = remoteTimer(stretches([0, 10], [20, null]));
    expect(followed(ours, arrived).segments).toEqual(stretches([0, 10], [20, 30]));
  });

  it('is paused also where time was cut out of it here', () => {
    const ours = row(stretches([0, 10], [20, null]), running);
    expect(followed(ours, remoteTimer(stretches([0, 45]))).segments).toEqual(
      stretches([0, 10], [20, 45]),
    );
  });
});
