import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trayFace } from '../../../../electron/shell/tray-face.ts';
import type { ProjectId } from '../../../../shared/ids.ts';
import type { Snapshot } from '../../../../shared/snapshot.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';
import { runningTimer } from '../../../support/running-timer.ts';

const NOW = Date.UTC(2026, 10, 13, 20, 30);
const MINUTE = 60_000;
const samples = sampleSnapshots(NOW);
const quiet: Snapshot = { ...samples.full, outbox: { ...samples.full.outbox, waiting: 0 } };

function withTimer(
  change: Parameters<typeof runningTimer>[1] = {},
  of: Snapshot = quiet,
): Snapshot {
  return { ...of, timer: { ...of.timer, timer: runningTimer(NOW - 47 * MINUTE, change) } };
}

function face(snapshot: Snapshot) {
  const { toolTip, ...rest } = trayFace(snapshot, NOW, 'en-CA');
  return { ...rest, toolTip: toolTip.replaceAll('\u00a0', ' ') };
}

describe('what the icon says', () => {
  it('is today and what is overdue while no timer runs', () => {
    expect(face(quiet)).toEqual({
      icon: 'idle',
      title: '',
      toolTip: 'Traybooks · 4 h 35 m today · $4,120.00 overdue',
    });
  });

  it('is the project and its minutes while one runs', () => {
    expect(face(withTimer())).toEqual({
      icon: 'running',
      title: '0:47',
      toolTip: 'Clinic website · 0:47 · 4 h 35 m today · $4,120.00 overdue',
    });
  });

  it('counts from the start instant, with what is banked', () => {
    expect(face(withTimer({ bankedSeconds: 3600 })).title).toBe('1:47');
  });

  it('is running, and says for whom, where a timer runs for a business that is not shown', () => {
    const [, other] = quiet.businesses.list;
    if (!other) throw new Error('The sample has two businesses');
    const { icon, title, toolTip } = face({
      ...quiet,
      timer: { ...quiet.timer, runsFor: [other.id] },
    });
    expect([icon, title]).toEqual(['running', '']);
    expect(toolTip).toContain(`a timer runs for ${other.name}`);
  });

  it('says that a paused timer is paused, and has no running figure', () => {
    const { icon, title, toolTip } = face(withTimer({ bankedSeconds: 120, runningSinceMs: null }));
    expect([icon, title]).toEqual(['idle', '']);
    expect(toolTip).toMatch(/^Clinic website · 0:02 paused · /);
  });

  it('calls a timer by its note where it has no project and no client', () => {
    const { toolTip } = face(withTimer({ projectId: null, note: 'Call with the printer' }));
    expect(toolTip).toMatch(/^Call with the printer · 0:47 · /);
  });

  it('never says more than Windows shows, and cuts the name rather than a figure', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (note) => {
        const { toolTip } = trayFace(withTimer({ projectId: null, note }), NOW, 'en-CA');
        expect(toolTip.length).toBeLessThanOrEqual(127);
        expect(toolTip).toContain('0:47');
        expect(toolTip).toMatch(/overdue$/);
      }),
    );
  });

  it('does without a project FreshBooks no longer lists', () => {
    const { toolTip } = face(withTimer({ projectId: 999 as ProjectId, note: '' }));
    expect(toolTip).toMatch(/^Timer · 0:47 · /);
  });
});

describe('the shape of the icon', () => {
  const waiting = (heldUp: boolean): Snapshot => ({
    ...quiet,
    outbox: { ...quiet.outbox, waiting: 2, heldUp },
  });

  it('tells that something waits to be sent, and how much', () => {
    expect(face(waiting(true)).icon).toBe('waiting');
    expect(face(waiting(true)).toolTip).toContain('2 waiting to send');
  });

  it('does not flash for an entry that is on its way', () => {
    expect(face(waiting(false))).toEqual(face(quiet));
  });

  it('tells of a refused entry too', () => {
    const refused = { ...quiet, outbox: { ...quiet.outbox, refused: 1 } };
    expect(face(refused)).toMatchObject({ icon: 'waiting' });
    expect(face(refused).toolTip).toContain('1 refused');
  });

  it('tells of an entry that was changed elsewhere meanwhile', () => {
    const asked = { ...quiet, outbox: { ...quiet.outbox, conflicts: 1 } };
    expect(face(asked)).toMatchObject({ icon: 'waiting' });
    expect(face(asked).toolTip).toContain('1 changed elsewhere');
  });

  it('tells that FreshBooks cannot be reached', () => {
    const offline = { ...samples.offline, outbox: waiting(true).outbox };
    expect(face(offline).icon).toBe('offline');
    expect(face(offline).toolTip).toContain('offline · 2 waiting to send');
  });

  it('tells of a running timer while offline, and says offline in words', () => {
    const offline = face(withTimer({}, samples.offline));
    expect(offline.icon).toBe('running');
    expect(offline.toolTip).toContain('offline');
  });

  it('tells before everything else that a sign-in is needed', () => {
    const ended = face(withTimer({}, samples.sessionEnded));
    expect(ended.icon).toBe('sign-in');
    expect(ended.toolTip).toContain('sign in again');
  });

  it('leaves a login alone that still works for hours', () => {
    expect(face({ ...samples.signInSoon, outbox: quiet.outbox }).icon).toBe('idle');
  });

  it('is at rest before anyone has signed in', () => {
    expect(face(samples.signedOut)).toEqual({ icon: 'idle', title: '', toolTip: 'Traybooks' });
  });
});
