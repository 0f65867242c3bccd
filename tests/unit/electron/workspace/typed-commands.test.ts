import { describe, expect, it } from 'vitest';
import { quickAdd, startFrom, status } from '../../../../electron/workspace/typed-commands.ts';
import { secondsOn } from '../../../../shared/day-total.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { Snapshot } from '../../../../shared/snapshot.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';
import { runningTimer } from '../../../support/running-timer.ts';

/** Friday 13 November 2026, 15:30 in Toronto. */
const NOW = Date.UTC(2026, 10, 13, 20, 30);
const { full, signedOut, sessionEnded, offline } = sampleSnapshots(NOW);

function workspace(answer: Result<unknown> = ok()) {
  const sent: unknown[] = [];
  const take = async (input: unknown) => {
    sent.push(input);
    return answer;
  };
  return {
    sent,
    world: { clock: () => NOW, snapshot: () => full, logTime: take, startTimer: take },
  };
}

describe('an entry in words', () => {
  it('is read on the catalog at hand and logged', async () => {
    const { world, sent } = workspace();
    const added = await quickAdd(world, 'clinic 1h15 hotfix');
    expect(sent).toEqual([
      expect.objectContaining({ projectId: 11, durationSeconds: 4500, day: '2026-11-13' }),
    ]);
    expect(added).toMatchObject({
      ok: true,
      value: { clear: true, done: { project: 'Clinic website', durationSeconds: 4500 } },
    });
  });

  it('without a length is asked back, and nothing is logged', async () => {
    const { world, sent } = workspace();
    const asked = await quickAdd(world, 'clinic hotfix');
    expect(asked).toMatchObject({
      ok: true,
      value: { clear: false, unclear: [{ part: 'duration' }] },
    });
    expect(sent).toEqual([]);
  });

  it('that cannot be kept is an error', async () => {
    const { world } = workspace(failed({ code: 'storage-full' }));
    expect(await quickAdd(world, 'clinic 1h')).toEqual(failed({ code: 'storage-full' }));
  });
});

describe('a timer in words', () => {
  it('starts now where no start is named', async () => {
    const { world, sent } = workspace();
    const started = await startFrom(world, 'clinic hotfix');
    expect(sent).toEqual([expect.objectContaining({ projectId: 11, startedAtMs: null })]);
    expect(started).toMatchObject({ value: { clear: true, done: { startedAtMs: NOW } } });
  });

  it.each(['clinic started 20m ago', 'clinic since 15:10'])(
    'began when it says: %j',
    async (text) => {
      const { world, sent } = workspace();
      await startFrom(world, text);
      expect(sent).toEqual([
        expect.objectContaining({ projectId: 11, startedAtMs: NOW - 20 * 60_000 }),
      ]);
    },
  );

  it.each(['clinic 1h15 hotfix', 'clinic 9-10', 'clinic yesterday'])(
    'has no length, and no day but today: %j is asked back',
    async (text) => {
      const { world, sent } = workspace();
      expect(await startFrom(world, text)).toMatchObject({
        value: { clear: false, unclear: [{ why: expect.stringContaining('A timer runs now') }] },
      });
      expect(sent).toEqual([]);
    },
  );
});

describe('the status', () => {
  const of = (snapshot: Snapshot) =>
    status(snapshot, secondsOn(snapshot.time.entries, snapshot.time.today), NOW);

  it('is the timer, today, and what is not sent yet', () => {
    const timer = { ...full.timer, timer: runningTimer(NOW - 47 * 60_000) };
    expect(of({ ...full, timer })).toEqual({
      connection: 'connected',
      business: 'Larkfield Studio',
      timer: {
        client: null,
        project: 'Clinic website',
        service: 'Design',
        note: 'home page',
        billable: true,
        state: 'running',
        elapsedSeconds: 47 * 60,
        startedAtMs: NOW - 47 * 60_000,
        kept: 'freshbooks',
      },
      today: '2026-11-13',
      todaySeconds: 16_500,
      waiting: 1,
      unsure: 0,
      refused: 0,
      conflicts: 0,
    });
  });

  it('tells how FreshBooks can be reached', () => {
    expect(of(signedOut).connection).toBe('not-connected');
    expect(of(sessionEnded).connection).toBe('sign-in-needed');
    expect(of(offline).connection).toBe('offline');
  });
});
