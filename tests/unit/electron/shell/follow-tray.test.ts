import { describe, expect, it } from 'vitest';
import { followTray, type TrayDrawing } from '../../../../electron/shell/follow-tray.ts';
import type { Snapshot } from '../../../../shared/snapshot.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';
import { runningTimer } from '../../../support/running-timer.ts';

const NOW = Date.UTC(2026, 10, 13, 20, 30);
const MINUTE = 60_000;
const { full } = sampleSnapshots(NOW);
const quiet: Snapshot = { ...full, outbox: { ...full.outbox, waiting: 0 } };

function tray(first: Snapshot) {
  const clock = manualClock(NOW);
  const calls: string[] = [];
  let snapshot = first;
  const drawing: TrayDrawing = {
    setIcon: (shape) => void calls.push(`icon ${shape}`),
    setTitle: (text) => void calls.push(`title ${text}`),
    setToolTip: (text) => void calls.push(`tooltip ${text.split(' · ').slice(0, 2).join(' ')}`),
    setMenu: (items) =>
      void calls.push(
        `menu ${items.flatMap((item) => (item === 'separator' ? [] : item.command)).join(' ')}`,
      ),
  };
  const draw = followTray(drawing, {
    clock: clock.now,
    timers: clock.timers,
    snapshot: () => snapshot,
  });
  return {
    clock,
    become(next: Snapshot): void {
      snapshot = next;
      draw();
    },
    draw,
    /** What reached the desktop since it was last asked. */
    drawn: () => calls.splice(0),
  };
}

function running(startedAtMs: number, change = {}): Snapshot {
  return { ...quiet, timer: { ...quiet.timer, timer: runningTimer(startedAtMs, change) } };
}

describe('the icon in the tray', () => {
  it('is drawn anew only when something of it changed', () => {
    const { draw, drawn, become } = tray(quiet);
    draw();
    expect(drawn()).toEqual([
      'tooltip Traybooks 4\u00a0h\u00a035\u00a0m today',
      'menu open log-time start-timer refresh settings quit',
    ]);
    draw();
    become({ ...quiet, notices: [{ id: 'n', text: 'Something' }] });
    expect(drawn()).toEqual([]);
  });

  it('sets no timer at all while none runs, or while one is paused', () => {
    const { clock, draw, become } = tray(quiet);
    draw();
    expect(clock.pending).toEqual([]);
    become(running(NOW - MINUTE, { runningSinceMs: null, bankedSeconds: 60 }));
    expect(clock.pending).toEqual([]);
  });

  it('moves with the minutes of a running timer, once a minute', () => {
    const { clock, become, drawn } = tray(quiet);
    become(running(NOW - 47 * MINUTE - 20_000));
    expect(clock.pending).toEqual([40_000]);
    drawn();
    clock.advance(39_999);
    expect(drawn()).toEqual([]);
    clock.advance(1);
    expect(drawn()).toEqual(['title 0:48', 'tooltip Clinic website 0:48']);
    clock.advance(10 * MINUTE);
    expect(clock.fired).toBe(11);
    expect(drawn()).toHaveLength(20);
  });

  it('has one wait at a time, however often it is drawn', () => {
    const { clock, become, draw } = tray(quiet);
    become(running(NOW));
    for (let time = 0; time < 5; time += 1) draw();
    expect(clock.pending).toHaveLength(1);
    become(quiet);
    expect(clock.pending).toEqual([]);
  });

  it('waits no longer than a minute, also when the clock was set back', () => {
    const { clock, become } = tray(quiet);
    become(running(NOW + 40 * 24 * 60 * MINUTE));
    expect(clock.pending).toEqual([MINUTE]);
  });

  it('offers what can be done with the timer, and renews the menu only for that', () => {
    const { become, drawn, clock } = tray(quiet);
    const menus = () => drawn().filter((call) => call.startsWith('menu'));
    become(running(NOW));
    expect(menus()).toEqual(['menu open log-time pause-timer stop-timer refresh settings quit']);
    clock.advance(5 * MINUTE);
    expect(menus()).toEqual([]);
    become(running(NOW, { runningSinceMs: null }));
    expect(menus()).toEqual(['menu open log-time resume-timer stop-timer refresh settings quit']);
    become({ ...quiet, connection: { ...quiet.connection, active: null } });
    expect(menus()).toEqual(['menu open log-time refresh settings quit']);
  });
});
