import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import { elapsedSeconds } from '../../../../shared/elapsed.ts';
import type { TraybooksError } from '../../../../shared/errors.ts';
import type { ProjectId } from '../../../../shared/ids.ts';
import type { CommandInput } from '../../../../shared/ipc.ts';
import { LARKFIELD, TERN } from '../../../support/larkfield.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  entry,
  NOW,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
let workspace: Workspace;
beforeEach(async () => {
  bench = workspaceBench();
  workspace = await bench.openSignedIn();
});
afterEach(() => bench.remove());

const MINUTE = 60_000;

type Start = CommandInput<'timer.start'>;

const clinic = (note: string, startedAtMs: number | null = null): Start => ({
  clientId: null,
  projectId: 7004518,
  serviceId: 4810022,
  billable: null,
  note,
  startedAtMs,
});

const timer = (of = workspace) => of.snapshot().timer.timer;

function shownSeconds(of = workspace): number | null {
  const shown = timer(of);
  return shown && elapsedSeconds(shown, bench.clock.now());
}

async function pass(minutes: number): Promise<void> {
  bench.clock.jump(minutes * MINUTE);
  await settle();
}

/** A sample each minute. */
async function sit(minutes: number, idleSince: number | null, of = workspace): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    bench.clock.jump(MINUTE);
    const atMs = bench.clock.now();
    const idleSeconds = idleSince === null ? 0 : (atMs - idleSince) / 1000;
    of.input({ kind: 'sample', atMs, idleSeconds });
  }
  await settle();
}

async function start(note: string, startedAtMs: number | null = null) {
  const started = workspace.startTimer(clinic(note, startedAtMs));
  await settle();
  return started;
}

async function stop() {
  const stopped = workspace.stopTimer();
  await settle();
  return stopped;
}

const logged = () =>
  bench.books.entries.map(({ note, durationSeconds }) => [note, durationSeconds]);

function reopen(): Workspace {
  bench.kill();
  workspace = bench.open();
  workspace.start();
  return workspace;
}

describe('a timer', () => {
  it('runs from its start instant, also over a kill and a day without the app', async () => {
    await start('Fonts');
    await pass(30);
    reopen();
    expect(shownSeconds()).toBe(30 * 60);
    await pass(60);
    expect(shownSeconds()).toBe(90 * 60);
    expect(timer()).toMatchObject({ note: 'Fonts', startedAtMs: NOW, billable: true });
  });

  it('is logged once with the time it ran, its pauses left out', async () => {
    await start('Fonts');
    await pass(10);
    expect(workspace.pauseTimer()).toEqual({ ok: true });
    await pass(20);
    workspace.resumeTimer();
    await pass(5);
    expect(await stop()).toEqual({ ok: true, value: undefined });
    expect(timer()).toBeNull();
    expect(logged()).toEqual([['Fonts', 15 * 60]]);
    expect(bench.books.entries).toMatchObject([{ startedAtMs: NOW, projectId: 7004518 }]);
    expect(workspace.snapshot().time.entries).toMatchObject([{ state: 'saved', note: 'Fonts' }]);
  });

  it('is logged when the next one starts', async () => {
    await start('Fonts');
    await pass(10);
    await start('Colours');
    await pass(5);
    expect(logged()).toEqual([['Fonts', 600]]);
    expect(timer()).toMatchObject({ note: 'Colours' });
    await stop();
    expect(logged()).toEqual([
      ['Colours', 300],
      ['Fonts', 600],
    ]);
  });

  it('counts no minute twice when the next one started 20 minutes ago', async () => {
    await start('Fonts');
    await pass(60);
    await start('Colours', bench.clock.now() - 20 * MINUTE);
    expect(logged()).toEqual([['Fonts', 40 * 60]]);
    expect(shownSeconds()).toBe(20 * 60);
  });

  it('is not given up for one that would have begun before it', async () => {
    await start('Fonts');
    await pass(60);
    const before = workspace.startTimer(clinic('Colours', NOW));
    expect(before).toMatchObject({
      error: { code: 'rejected', fields: { startedAt: expect.stringContaining('log or discard') } },
    });
    expect(logged()).toEqual([]);
    expect(timer()).toMatchObject({ note: 'Fonts', runningSinceMs: NOW });
  });

  it('begins earlier or later when its start is changed, never in the future', async () => {
    await start('Fonts');
    await pass(10);
    expect(workspace.changeTimer({ startedAtMs: NOW - 5 * MINUTE })).toMatchObject({ ok: true });
    expect(shownSeconds()).toBe(15 * 60);
    expect(workspace.changeTimer({ startedAtMs: bench.clock.now() + 1000 })).toMatchObject({
      error: { code: 'rejected', fields: { startedAt: 'lies in the future' } },
    });
    expect(workspace.startTimer(clinic('Later', bench.clock.now() + 1000))).toMatchObject({
      error: { code: 'rejected' },
    });
    expect(timer()).toMatchObject({ note: 'Fonts' });
  });

  it('can be about something else meanwhile', async () => {
    await start('Fonts');
    workspace.changeTimer({ note: 'Fonts and colours' });
    expect(timer()).toMatchObject({ note: 'Fonts and colours', billable: true });
    expect(workspace.changeTimer({ projectId: 1 })).toMatchObject({
      error: { code: 'rejected', fields: { project: 'is not among the active projects' } },
    });
    workspace.changeTimer({ projectId: 7004519, serviceId: null });
    expect(timer()).toMatchObject({ projectId: 7004519, billable: false });
  });

  it('has another note although its project is archived by now', async () => {
    const began = await bench.books.timers.start(LARKFIELD, {
      clientId: null,
      projectId: 1 as ProjectId,
      serviceId: null,
      internal: false,
      billable: false,
      note: 'Fonts',
      startedAtMs: NOW,
      timeZone: 'America/Toronto',
    });
    expect(began).toMatchObject({ ok: true });
    await workspace.refresh();
    expect(workspace.changeTimer({ note: 'Colours' })).toMatchObject({ ok: true });
    expect(timer()).toMatchObject({ projectId: 1, billable: false, note: 'Colours' });
  });

  it('is not logged with less than a second, nor with more than a day', async () => {
    await start('Fonts');
    expect(workspace.stopTimer()).toMatchObject({ error: { code: 'rejected' } });
    await pass(25 * 60);
    expect(workspace.stopTimer()).toMatchObject({ error: { code: 'rejected' } });
    expect(workspace.startTimer(clinic('Colours'))).toMatchObject({ error: { code: 'rejected' } });
    expect(timer()).toMatchObject({ note: 'Fonts' });
    workspace.changeTimer({ startedAtMs: bench.clock.now() - 60 * MINUTE });
    await stop();
    expect(logged()).toEqual([['Fonts', 3600]]);
  });

  it('leaves nothing when it is discarded', async () => {
    await start('Fonts');
    await pass(10);
    workspace.discardTimer();
    await settle();
    expect(timer()).toBeNull();
    expect(bench.books.entries).toEqual([]);
    expect(bench.books.timers.running).toEqual([]);
    expect(workspace.discardTimer()).toMatchObject({ error: { code: 'not-found' } });
  });

  it('is rounded by the rule of its business', async () => {
    const rule = { toMinutes: 15, direction: 'up' } as const;
    workspace.changeSettings({ rounding: { [String(LARKFIELD.id)]: rule } });
    await start('Fonts');
    await pass(47);
    await stop();
    expect(logged()).toEqual([['Fonts', 3600]]);
  });

  it('belongs to its business, and goes on while another is shown', async () => {
    await start('Fonts');
    await pass(10);
    // The double has one business alone.
    bench.books.failing.set('timers.list', { code: 'offline' });
    workspace.chooseBusiness(TERN.id);
    await settle();
    expect(timer()).toBeNull();
    expect(workspace.stopTimer()).toMatchObject({ error: { code: 'not-found' } });
    workspace.chooseBusiness(LARKFIELD.id);
    await pass(10);
    expect(shownSeconds()).toBe(20 * 60);
  });

  it('outlives the login and is there when the same person connects again', async () => {
    await start('Fonts');
    await pass(10);
    await workspace.signOut(workspace.snapshot().connection.connections[0]?.id ?? ('' as never));
    expect(timer()).toBeNull();
    bench.connections.nextId = 'login-2';
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    expect(shownSeconds()).toBe(10 * 60);
  });

  it('keeps its length when the clock is set back', async () => {
    await start('Fonts');
    await pass(30);
    workspace.input({ kind: 'sample', atMs: bench.clock.now(), idleSeconds: 0 });
    bench.clock.jump(-120 * MINUTE);
    workspace.input({ kind: 'sample', atMs: bench.clock.now(), idleSeconds: 0 });
    expect(shownSeconds()).toBe(30 * 60);
    await pass(5);
    await stop();
    expect(logged()).toEqual([['Fonts', 35 * 60]]);
  });

  it('keeps every second of it, also those since anybody looked', async () => {
    await start('Fonts');
    bench.clock.advance(30 * MINUTE);
    bench.clock.jump(-120 * MINUTE);
    workspace.pauseTimer();
    expect(shownSeconds()).toBe(30 * 60);
    expect(timer()?.startedAtMs).toBe(NOW - 120 * MINUTE);
  });

  it('loses a minute at most to a kill with nobody there, before the clock is set back', async () => {
    await start('Fonts');
    const left = bench.clock.now();
    await sit(8, left);
    bench.clock.advance(MINUTE / 2);
    bench.kill();
    bench.clock.jump(-60 * MINUTE);
    reopen();
    workspace.pauseTimer();
    expect(shownSeconds()).toBe(8 * 60);
  });

  it('takes no notice of a clock that is only being kept right', async () => {
    await start('Fonts');
    await pass(30);
    workspace.input({ kind: 'sample', atMs: bench.clock.now(), idleSeconds: 0 });
    bench.clock.jump(-1000);
    workspace.input({ kind: 'sample', atMs: bench.clock.now(), idleSeconds: 0 });
    workspace.pauseTimer();
    expect(timer()).toMatchObject({ startedAtMs: NOW, bankedSeconds: 30 * 60 - 1 });
  });

  it('warns once that it was left running overnight', async () => {
    await start('Fonts');
    expect(timer()?.leftOvernight).toBe(false);
    await pass(20 * 60);
    await workspace.refresh();
    expect(timer()?.leftOvernight).toBe(true);
    workspace.overnightSeen();
    expect(timer()?.leftOvernight).toBe(false);
    reopen();
    expect(timer()?.leftOvernight).toBe(false);
  });

  it('cannot be started where it cannot be stored', async () => {
    await workspace.close();
    expect(workspace.startTimer(clinic('Fonts'))).toMatchObject({
      error: { code: 'storage-unusable' },
    });
  });
});

describe('a timer paused on one day and resumed on another', () => {
  /** An hour on Thursday from 10:00 in Toronto; now it is Friday, 9:00. */
  async function pausedOvernight(): Promise<void> {
    await start('Fonts');
    await pass(60);
    workspace.pauseTimer();
    await pass(22 * 60);
  }

  async function resume() {
    const resumed = workspace.resumeTimer();
    await settle();
    return resumed;
  }

  it('is logged on its day, and a new one runs on the same work', async () => {
    await pausedOvernight();
    expect(await resume()).toEqual({ ok: true, value: { isNew: true } });
    expect(logged()).toEqual([['Fonts', 3600]]);
    expect(timer()).toMatchObject({
      note: 'Fonts',
      projectId: 7004518,
      serviceId: 4810022,
      startedAtMs: NOW + 23 * 60 * MINUTE,
      bankedSeconds: 0,
    });
    await pass(30);
    await stop();
    expect(bench.books.entries).toMatchObject([
      { startedAtMs: NOW + 23 * 60 * MINUTE, durationSeconds: 1800 },
      { startedAtMs: NOW, durationSeconds: 3600 },
    ]);
    expect(bench.books.timers.running).toEqual([]);
  });

  it('is logged offline as well, and once', async () => {
    await pausedOvernight();
    bench.books.failing.set('timers.list', { code: 'offline' });
    bench.books.failing.set('timers.log', { code: 'offline' });
    await resume();
    reopen();
    expect(timer()).toMatchObject({ note: 'Fonts', bankedSeconds: 0 });
    bench.books.failing.clear();
    workspace.networkBack();
    await settle();
    await workspace.refresh();
    await settle();
    expect(logged()).toEqual([['Fonts', 3600]]);
    expect(bench.books.timers.running).toHaveLength(1);
  });

  it('is paused again as it was when that is taken back', async () => {
    await pausedOvernight();
    await resume();
    bench.clock.jump(5000);
    expect(workspace.snapshot().outbox.undo?.what).toBe('timer-logged');
    workspace.undo(workspace.snapshot().outbox.undo?.id ?? '');
    await settle();
    expect(timer()).toMatchObject({ startedAtMs: NOW, bankedSeconds: 3600, runningSinceMs: null });
    expect(logged()).toEqual([]);
    expect(bench.books.timers.running).toHaveLength(1);
  });

  it('goes on as one before midnight of its zone, and is left alone while it runs', async () => {
    await start('Fonts');
    await pass(60);
    workspace.pauseTimer();
    // 23:50 in Toronto, where it is Friday in Greenwich already.
    await pass(12 * 60 + 50);
    expect(await resume()).toEqual({ ok: true, value: { isNew: false } });
    await pass(60);
    expect(await resume()).toEqual({ ok: true, value: { isNew: false } });
    expect(logged()).toEqual([]);
    expect(shownSeconds()).toBe(120 * 60);
  });

  it('stays one where it was resumed elsewhere', async () => {
    await pausedOvernight();
    const [there] = bench.books.timers.running;
    if (!there) throw new Error('not there');
    await bench.books.timers.resume(LARKFIELD, there, bench.clock.now());
    await workspace.refresh();
    expect(timer()).toMatchObject({ startedAtMs: NOW, bankedSeconds: 3600 });
    expect(logged()).toEqual([]);
  });
});

describe('taking back the end of a timer', () => {
  const undo = () => workspace.undo(workspace.snapshot().outbox.undo?.id ?? '');

  it('makes it run on as if it had never been stopped', async () => {
    await start('Fonts');
    await pass(10);
    await stop();
    expect(logged()).toEqual([['Fonts', 600]]);
    bench.clock.jump(5000);
    expect(undo()).toMatchObject({ ok: true });
    await settle();
    expect(logged()).toEqual([]);
    expect(shownSeconds()).toBe(605);
    await pass(1);
    await stop();
    expect(logged()).toEqual([['Fonts', 665]]);
    expect(bench.books.timers.running).toEqual([]);
  });

  it('is offered also after the clock was set back', async () => {
    await start('Fonts');
    await pass(10);
    await stop();
    bench.clock.jump(-60 * MINUTE);
    await start('Colours');
    await pass(10);
    await stop();
    expect(undo()).toMatchObject({ ok: true });
    expect(timer()).toMatchObject({ note: 'Colours' });
  });

  it('is not undone for the sake of the first start, which began in the same second', async () => {
    bench.books.failing.set('timers.start', { code: 'outcome-unknown' });
    await start('Fonts');
    await pass(10);
    await stop();
    bench.books.failing.clear();
    expect(undo()).toMatchObject({ ok: true });
    await settle();
    for (let look = 0; look < 3; look += 1) {
      await pass(1);
      await workspace.refresh();
      await settle();
    }
    expect(timer()).toMatchObject({ kept: 'freshbooks', runningSinceMs: NOW });
    expect(bench.books.timers.running).toHaveLength(1);
    expect(workspace.snapshot().notices).toEqual([]);
  });

  it('lets the one go that was started in its stead', async () => {
    await start('Fonts');
    await pass(10);
    await start('Colours');
    bench.clock.jump(5000);
    expect(undo()).toMatchObject({ ok: true });
    await settle();
    expect(timer()).toMatchObject({ note: 'Fonts' });
    expect(shownSeconds()).toBe(605);
    await workspace.refresh();
    await settle();
    expect(logged()).toEqual([]);
    expect(bench.books.timers.running).toHaveLength(1);
    expect(workspace.snapshot().notices).toEqual([]);
  });
});

describe('a timer of a business that is not shown', () => {
  it('is known to run on, and nobody is asked about the time spent in the other one', async () => {
    await start('Fonts');
    await sit(5, null);
    bench.books.failing.set('timers.list', { code: 'offline' });
    workspace.chooseBusiness(TERN.id);
    expect(workspace.snapshot().timer).toMatchObject({ timer: null, runsFor: [LARKFIELD.id] });
    await sit(60, null);
    workspace.chooseBusiness(LARKFIELD.id);
    await sit(1, null);
    expect(workspace.snapshot().timer).toMatchObject({ away: null, runsFor: [] });
    expect(shownSeconds()).toBe(66 * 60);
  });

  it('is not told once its person has signed out', async () => {
    await start('Fonts');
    await sit(5, null);
    const { active } = workspace.snapshot().connection;
    if (active === null) throw new Error('Nobody is signed in');
    await workspace.signOut(active);
    await settle();
    expect(workspace.snapshot().timer).toMatchObject({ timer: null, runsFor: [] });
  });
});

describe('time away from a timer', () => {
  async function leaveAndReturn(): Promise<number> {
    await start('Fonts');
    await sit(10, null);
    const left = bench.clock.now();
    await sit(45, left);
    await sit(1, null);
    return left;
  }

  it('is asked about when somebody is back, and stays a question over a kill', async () => {
    const left = await leaveAndReturn();
    const gap = { fromMs: left, toMs: bench.clock.now() };
    expect(workspace.snapshot().timer.away).toEqual(gap);
    reopen();
    expect(workspace.snapshot().timer.away).toEqual(gap);
    expect(shownSeconds()).toBe(56 * 60);
  });

  it('stays in, ends the timer, or is cut out of it', async () => {
    await leaveAndReturn();
    workspace.answerAway({ choice: 'keep' });
    expect(shownSeconds()).toBe(56 * 60);
    expect(workspace.snapshot().timer.away).toBeNull();
    const left = bench.clock.now();
    await sit(20, left);
    await sit(1, null);
    workspace.answerAway({ choice: 'drop-and-go-on' });
    expect(shownSeconds()).toBe(56 * 60);
    await sit(5, null);
    const again = bench.clock.now();
    await sit(20, again);
    await sit(1, null);
    workspace.answerAway({ choice: 'drop' });
    await pass(30);
    expect(shownSeconds()).toBe(61 * 60);
    expect(timer()?.runningSinceMs).toBeNull();
  });

  it('becomes entries of its own, and the timer goes on without it', async () => {
    await leaveAndReturn();
    const { startedAtMs: _, ...work } = clinic('Call');
    const part = (note: string, minutes: number) => ({
      ...work,
      note,
      durationSeconds: minutes * 60,
    });
    const tooMuch = { choice: 'entries' as const, parts: [part('Call', 47)] };
    expect(workspace.answerAway(tooMuch)).toMatchObject({ error: { code: 'rejected' } });
    expect(
      workspace.answerAway({ choice: 'entries', parts: [part('Call', 20), part('Letter', 10)] }),
    ).toMatchObject({ ok: true });
    await settle();
    expect(logged()).toEqual([
      ['Letter', 600],
      ['Call', 1200],
    ]);
    expect(shownSeconds()).toBe(10 * 60);
    expect(workspace.snapshot().outbox.undo?.what).toBe('away-answered');
    await pass(5);
    await stop();
    expect(logged()).toContainEqual(['Fonts', 15 * 60]);
  });

  describe('with an answer that is taken back', () => {
    const takeBack = () => workspace.undo(workspace.snapshot().outbox.undo?.id ?? '');

    it.each(['keep', 'drop', 'drop-and-go-on'] as const)(
      'is a question again: %s',
      async (choice) => {
        await leaveAndReturn();
        const { away } = workspace.snapshot().timer;
        workspace.answerAway({ choice });
        await pass(0.1);
        reopen();
        expect(takeBack()).toMatchObject({ ok: true });
        expect(workspace.snapshot().timer.away).toEqual(away);
        expect(shownSeconds()).toBe(56 * 60 + 6);
        expect(workspace.snapshot().outbox.undo).toBeNull();
      },
    );

    it.each(['drop', 'drop-and-go-on'] as const)(
      'runs on at FreshBooks too, where the answer to its pause was lost: %s',
      async (choice) => {
        await leaveAndReturn();
        bench.books.loseNextAnswer = { code: 'outcome-unknown' };
        workspace.answerAway({ choice });
        await settle();
        await pass(0.1);
        expect(takeBack()).toMatchObject({ ok: true });
        await settle();
        await workspace.refresh();
        await pass(10);
        expect(shownSeconds()).toBe(66 * 60 + 6);
        expect(workspace.snapshot().timer.away).not.toBeNull();
        await stop();
        expect(logged()).toEqual([['Fonts', 66 * 60 + 6]]);
      },
    );

    it('is no entries of its own any more, here and at FreshBooks', async () => {
      await leaveAndReturn();
      const { startedAtMs: _, ...work } = clinic('Call');
      const part = (minutes: number) => ({ ...work, durationSeconds: minutes * 60 });
      workspace.answerAway({ choice: 'entries', parts: [part(20), part(10)] });
      await settle();
      expect(logged()).toHaveLength(2);
      expect(takeBack()).toMatchObject({ ok: true });
      await settle();
      expect(logged()).toEqual([]);
      expect(workspace.snapshot().timer.away).not.toBeNull();
      await stop();
      expect(logged()).toEqual([['Fonts', 56 * 60]]);
    });

    it('stays answered once the timer has gone on otherwise', async () => {
      await leaveAndReturn();
      workspace.answerAway({ choice: 'drop' });
      const { undo } = workspace.snapshot().outbox;
      workspace.resumeTimer();
      expect(workspace.snapshot().outbox.undo).toBeNull();
      expect(workspace.undo(undo?.id ?? '')).toMatchObject({ error: { code: 'rejected' } });
      expect(shownSeconds()).toBe(10 * 60);
    });

    it('is the last act, also within the second of another', async () => {
      await leaveAndReturn();
      bench.clock.jump(300);
      workspace.logTime(entry());
      bench.clock.jump(500);
      workspace.answerAway({ choice: 'keep' });
      expect(workspace.snapshot().outbox.undo?.what).toBe('away-answered');
    });

    it('stays answered after twelve seconds', async () => {
      await leaveAndReturn();
      workspace.answerAway({ choice: 'keep' });
      const { undo } = workspace.snapshot().outbox;
      await pass(0.21);
      expect(workspace.undo(undo?.id ?? '')).toMatchObject({
        error: { fields: { undo: 'came too late' } },
      });
    });
  });

  it('is asked about by the command of whoever is back before the next look at the desktop', async () => {
    await start('Fonts');
    await sit(10, null);
    const left = bench.clock.now();
    await sit(45, left);
    await pass(0.2);
    workspace.pauseTimer();
    expect(workspace.snapshot().timer.away).toEqual({ fromMs: left, toMs: bench.clock.now() });
    workspace.answerAway({ choice: 'drop-and-go-on' });
    expect(shownSeconds()).toBe(10 * 60);
  });

  it('is asked about once a stop that was taken back counted it', async () => {
    await start('Fonts');
    await sit(10, null);
    const left = bench.clock.now();
    await sit(45, left);
    await stop();
    expect(logged()).toEqual([['Fonts', 55 * 60]]);
    workspace.undo(workspace.snapshot().outbox.undo?.id ?? '');
    await settle();
    expect(workspace.snapshot().timer.away).toMatchObject({ fromMs: left });
  });

  it('is also the time the program did not run', async () => {
    await start('Fonts');
    await sit(10, null);
    const left = bench.clock.now();
    bench.clock.jump(90 * MINUTE);
    reopen();
    workspace.input({ kind: 'sample', atMs: bench.clock.now(), idleSeconds: 0 });
    expect(workspace.snapshot().timer.away).toEqual({ fromMs: left, toMs: left + 90 * MINUTE });
  });

  it('is none of a timer that is paused', async () => {
    await start('Fonts');
    await sit(5, null);
    workspace.pauseTimer();
    const left = bench.clock.now();
    await sit(45, left);
    workspace.resumeTimer();
    await sit(1, null);
    expect(workspace.snapshot().timer.away).toBeNull();
  });

  it('is not known where the desktop tells nothing', async () => {
    expect(workspace.snapshot().timer.idleSignal).toBe('unknown');
    await start('Fonts');
    workspace.input({ kind: 'sample', atMs: bench.clock.now(), idleSeconds: null });
    expect(workspace.snapshot().timer.idleSignal).toBe('none');
    workspace.input({ kind: 'sample', atMs: bench.clock.now(), idleSeconds: 0 });
    expect(workspace.snapshot().timer.idleSignal).toBe('works');
  });
});

describe('the timer at FreshBooks', () => {
  const there = () => bench.books.timers.running;

  it('is started, paused, resumed, moved and logged there, too', async () => {
    await start('Fonts');
    expect(there()).toMatchObject([{ isRunning: true, note: 'Fonts', projectId: 7004518 }]);
    expect(timer()).toMatchObject({ kept: 'freshbooks', fromElsewhere: false });
    await pass(10);
    workspace.pauseTimer();
    await settle();
    expect(there()).toMatchObject([{ isRunning: false, segments: [{ durationSeconds: 600 }] }]);
    await pass(10);
    workspace.resumeTimer();
    workspace.changeTimer({ startedAtMs: NOW - 5 * MINUTE, note: 'More fonts' });
    await settle();
    expect(there()).toMatchObject([{ isRunning: true, note: 'More fonts' }]);
    expect(there()[0]?.segments).toMatchObject([
      { startedAtMs: NOW - 5 * MINUTE, durationSeconds: 900 },
      { startedAtMs: NOW + 20 * MINUTE, durationSeconds: null },
    ]);
    await pass(10);
    await stop();
    expect(there()).toEqual([]);
    expect(logged()).toEqual([['More fonts', 25 * 60]]);
    expect(bench.books.count('createTimeEntry')).toBe(0);
  });

  const troubles: readonly TraybooksError[] = [
    { code: 'offline' },
    { code: 'scope-missing', scope: 'user:time_entries:write' },
    { code: 'not-found', thing: 'business' },
    { code: 'rejected', fields: { timer: 'is not known' } },
  ];
  it.each(troubles)(
    'may be missing: after $code it runs here and becomes an entry',
    async (error) => {
      bench.books.failing.set('timers.start', error);
      await start('Fonts');
      expect(timer()).toMatchObject({ kept: 'here', refusal: error });
      await pass(10);
      await stop();
      expect(logged()).toEqual([['Fonts', 600]]);
      expect(bench.books.count('timers.log')).toBe(0);
    },
  );

  it('is told what it missed once the network is back', async () => {
    bench.books.failing.set('timers.list', { code: 'offline' });
    await start('Fonts');
    await pass(10);
    workspace.pauseTimer();
    await pass(10);
    workspace.resumeTimer();
    await settle();
    expect(there()).toEqual([]);
    bench.books.failing.clear();
    workspace.networkBack();
    await settle();
    expect(there()).toMatchObject([{ isRunning: true }]);
    expect(there()[0]?.segments).toHaveLength(2);
    expect(timer()).toMatchObject({ kept: 'freshbooks', refusal: null });
  });

  it('is one, also when the answer to its start was lost', async () => {
    bench.books.loseNextAnswer = { code: 'outcome-unknown' };
    await start('Fonts');
    expect(timer()).toMatchObject({ kept: 'here', refusal: { code: 'outcome-unknown' } });
    await workspace.refresh();
    expect(there()).toHaveLength(1);
    expect(timer()).toMatchObject({ kept: 'freshbooks' });
  });

  it('is started again only when the first start surely never arrived', async () => {
    bench.books.failing.set('timers.start', { code: 'outcome-unknown' });
    await start('Fonts');
    bench.books.failing.clear();
    await workspace.refresh();
    // A clock put forward is no time in which it could have arrived.
    bench.clock.jump(60 * MINUTE);
    await workspace.refresh();
    expect(there()).toEqual([]);
    await bench.clock.advanceSettling(MINUTE);
    await workspace.refresh();
    expect(there()).toHaveLength(1);
  });

  it('is let go of when its start was lost and it was stopped before anybody knew', async () => {
    bench.books.loseNextAnswer = { code: 'outcome-unknown' };
    await start('Fonts');
    await pass(10);
    await stop();
    expect(logged()).toEqual([['Fonts', 600]]);
    await pass(1);
    await workspace.refresh();
    await settle();
    expect(there()).toEqual([]);
    expect(timer()).toBeNull();
    expect(logged()).toEqual([['Fonts', 600]]);
  });

  it('is known again after a kill in the middle of its start', async () => {
    let release = () => {};
    bench.books.gate = (method) =>
      method === 'timers.start' ? new Promise((resolve) => (release = resolve)) : Promise.resolve();
    workspace.startTimer(clinic('Fonts'));
    await settle();
    bench.kill();
    release();
    await settle();
    bench.books.gate = () => Promise.resolve();
    reopen();
    await settle();
    expect(there()).toHaveLength(1);
    expect(timer()).toMatchObject({ kept: 'freshbooks', note: 'Fonts' });
  });

  async function startElsewhere(startedAtMs = bench.clock.now()) {
    const began = await bench.books.timers.start(LARKFIELD, {
      clientId: null,
      projectId: null,
      serviceId: null,
      internal: false,
      billable: true,
      note: 'On the phone',
      startedAtMs,
      timeZone: 'America/Toronto',
    });
    if (!began.ok) throw new Error('did not start');
    return began.value;
  }

  it('is picked up when it was started elsewhere, and logged from here', async () => {
    const startedAtMs = NOW - 30 * MINUTE;
    await startElsewhere(startedAtMs);
    workspace.setVisible(true);
    await settle();
    expect(timer()).toMatchObject({ note: 'On the phone', fromElsewhere: true, startedAtMs });
    expect(shownSeconds()).toBe(30 * 60);
    await pass(10);
    await stop();
    expect(logged()).toEqual([['On the phone', 40 * 60]]);
    expect(there()).toEqual([]);
  });

  it('is one timer of several segments', async () => {
    const began = await startElsewhere(NOW - 60 * MINUTE);
    await bench.books.timers.pause(LARKFIELD, began, NOW - 40 * MINUTE);
    await bench.books.timers.resume(LARKFIELD, began, NOW - 10 * MINUTE);
    await workspace.refresh();
    expect(timer()).toMatchObject({ bankedSeconds: 1200, runningSinceMs: NOW - 10 * MINUTE });
    expect(shownSeconds()).toBe(30 * 60);
  });

  it('is followed when it is paused and changed elsewhere', async () => {
    await start('Fonts');
    await pass(10);
    const [ours] = there();
    if (!ours) throw new Error('not there');
    await bench.books.timers.pause(LARKFIELD, ours, bench.clock.now());
    await bench.books.timers.change(LARKFIELD, ours, { work: { ...ours, note: 'From the phone' } });
    await pass(10);
    await workspace.refresh();
    expect(shownSeconds()).toBe(600);
    expect(timer()).toMatchObject({ runningSinceMs: null, note: 'From the phone' });
  });

  it('runs on where it was resumed here after the pause made elsewhere', async () => {
    await start('Fonts');
    await pass(10);
    const [ours] = there();
    if (!ours) throw new Error('not there');
    for (const method of ['timers.list', 'timers.pause', 'timers.resume'] as const) {
      bench.books.failing.set(method, { code: 'offline' });
    }
    workspace.pauseTimer();
    await pass(30);
    workspace.resumeTimer();
    bench.books.failing.clear();
    await bench.books.timers.pause(LARKFIELD, ours, NOW + 25 * MINUTE);
    await pass(60);
    await workspace.refresh();
    expect(timer()).toMatchObject({ bankedSeconds: 600, runningSinceMs: NOW + 40 * MINUTE });
    expect(shownSeconds()).toBe(70 * 60);
  });

  it('is logged once when it was logged elsewhere', async () => {
    await start('Fonts');
    await pass(10);
    const [ours] = there();
    if (!ours) throw new Error('not there');
    bench.books.timers.logElsewhere(ours.id, {
      startedAtMs: NOW,
      durationSeconds: 600,
      timeZone: 'America/Toronto',
      clientId: null,
      projectId: null,
      serviceId: null,
      internal: false,
      billable: true,
      note: 'Fonts',
    });
    await workspace.refresh();
    expect(timer()).toBeNull();
    expect(logged()).toEqual([['Fonts', 600]]);
    expect(workspace.snapshot().notices).toMatchObject([
      { text: 'Your timer was stopped elsewhere and is logged in FreshBooks with 0:10.' },
    ]);
  });

  it('keeps its time here when it was discarded elsewhere', async () => {
    await start('Fonts');
    await pass(10);
    bench.books.timers.running = [];
    await workspace.refresh();
    expect(timer()).toMatchObject({ bankedSeconds: 600, runningSinceMs: null, kept: 'here' });
    await pass(10);
    await workspace.refresh();
    expect(there()).toEqual([]);
    await stop();
    expect(logged()).toEqual([['Fonts', 600]]);
  });

  it('stays as it is where the list is too short to have it, and it still is at FreshBooks', async () => {
    await start('Fonts');
    await pass(10);
    const all = there();
    bench.books.timers.running = [];
    // As FreshBooks' books answer for a segment that is not logged.
    bench.books.failing.set('timeEntry', { code: 'server-trouble', status: 200, detail: '' });
    await workspace.refresh();
    expect(timer()).toMatchObject({ runningSinceMs: NOW, kept: 'freshbooks' });
    expect(workspace.snapshot().notices).toEqual([]);
    bench.books.timers.running = all;
    bench.books.failing.clear();
    await workspace.refresh();
    expect(shownSeconds()).toBe(600);
  });

  it('is not mixed with another one that runs elsewhere at the same time', async () => {
    bench.books.failing.set('timers.list', { code: 'offline' });
    await start('Fonts');
    await pass(10);
    await startElsewhere();
    bench.books.failing.clear();
    await workspace.refresh();
    expect(timer()).toMatchObject({ note: 'Fonts', kept: 'here' });
    expect(there()).toHaveLength(1);
    expect(workspace.snapshot().notices[0]?.text).toContain('started elsewhere at 10:10');
    await pass(10);
    await stop();
    expect(logged()).toEqual([['Fonts', 20 * 60]]);
    await workspace.refresh();
    expect(timer()).toMatchObject({ note: 'On the phone' });
    expect(shownSeconds()).toBe(600);
    expect(workspace.snapshot().notices).toEqual([]);
  });

  it('is not asked about while there is nothing to say and nobody looks', async () => {
    await start('Fonts');
    const before = bench.books.count('timers.list');
    await sit(10, null);
    expect(bench.books.count('timers.list')).toBe(before);
  });
});
