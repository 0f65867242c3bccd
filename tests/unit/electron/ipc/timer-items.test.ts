import { describe, expect, it } from 'vitest';
import type { CommandHandlers } from '../../../../electron/ipc/answer-command.ts';
import { timerItems } from '../../../../electron/ipc/timer-items.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import type { Snapshot } from '../../../../shared/snapshot.ts';
import { settle } from '../../../support/manual-clock.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';

const { full, empty } = sampleSnapshots(Date.UTC(2026, 10, 13, 20, 30));

function menu(snapshot: Snapshot, answer: () => Result<undefined> = ok) {
  const sent: unknown[] = [];
  const told: string[] = [];
  const bugs: unknown[] = [];
  const take = (name: string) => (input: unknown) => {
    sent.push([name, input]);
    return answer();
  };
  const handlers: Partial<CommandHandlers> = {
    'snapshot.read': () => ok(snapshot),
    'timer.start': take('timer.start'),
    'timer.pause': take('timer.pause'),
    'timer.resume': (input) => {
      const answered = take('timer.resume')(input);
      return answered.ok ? ok({ isNew: false }) : answered;
    },
    'timer.stop': take('timer.stop'),
  };
  const door = {
    handlers: handlers as CommandHandlers,
    answerCommand: () => Promise.reject(new Error('Not asked through the page')),
    reportBug: (error: unknown) => void bugs.push(error),
  };
  const items = timerItems(
    async () => door,
    (sentence) => void told.push(sentence),
  );
  return { items, sent, told, bugs };
}

describe('the timer’s lines in the menu', () => {
  it('start on what was worked on last', async () => {
    const { items, sent } = menu(full);
    items['start-timer']();
    await settle();
    expect(sent).toEqual([
      [
        'timer.start',
        expect.objectContaining({ projectId: 14, note: 'Weekly planning', startedAtMs: null }),
      ],
    ]);
  });

  it('start on nothing where nothing was logged yet', async () => {
    const { items, sent } = menu(empty);
    items['start-timer']();
    await settle();
    expect(sent).toEqual([
      ['timer.start', expect.objectContaining({ projectId: null, billable: null, note: '' })],
    ]);
  });

  it('pause, resume and stop', async () => {
    const { items, sent } = menu(full);
    items['pause-timer']();
    items['resume-timer']();
    items['stop-timer']();
    await settle();
    expect(sent.map((command) => (command as unknown[])[0])).toEqual([
      'timer.pause',
      'timer.resume',
      'timer.stop',
    ]);
  });

  it('say what could not be done, since a menu cannot', async () => {
    const { items, told, bugs } = menu(full, () => failed({ code: 'storage-full' }));
    items['stop-timer']();
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toContain('the disk may be full');
    expect(bugs).toEqual([]);
  });

  it('report a bug, and go on', async () => {
    const error = new Error('broken');
    const { items, told, bugs } = menu(full, () => {
      throw error;
    });
    items['stop-timer']();
    await settle();
    expect(bugs).toEqual([error]);
    expect(told).toEqual([]);
  });
});
