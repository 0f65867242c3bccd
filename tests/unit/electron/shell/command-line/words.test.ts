import { describe, expect, it } from 'vitest';
import {
  addedWords,
  doneWords,
  failedWords,
  resumedWords,
  startedWords,
  statusWords,
  unclearWords,
} from '../../../../../electron/shell/command-line/words.ts';
import type { UnclearPart } from '../../../../../shared/quick-add/reading.ts';
import { day } from '../../../../support/day.ts';
import { sampleTimers } from '../../../../support/renderer-preview/sample-timers.ts';

const NOW = Date.UTC(2026, 10, 13, 20, 30);
const TODAY = day('2026-11-13');
const WORK = {
  client: 'Acme Labs',
  project: 'API rebuild',
  service: null,
  note: 'standup',
  billable: true,
};
const UNCLEAR: readonly UnclearPart[] = [
  {
    part: 'project',
    why: 'Which one is “api”?',
    choices: [
      { label: 'API rebuild', text: '@"API rebuild"' },
      { label: 'API audit', text: '@"API audit"' },
    ],
    from: 0,
    to: 3,
  },
];

describe('in words', () => {
  it('an entry is named as it was understood', () => {
    expect(addedWords({ ...WORK, day: TODAY, durationSeconds: 5400 }, TODAY, false)).toEqual({
      exitCode: 0,
      stdout: 'Added 1 h 30 m today: Acme Labs · API rebuild · standup.',
      stderr: '',
    });
  });

  it('a timer tells how much it has already', () => {
    const started = startedWords({ ...WORK, startedAtMs: NOW - 20 * 60_000 }, NOW, false);
    expect(started.stdout).toBe('Started: Acme Labs · API rebuild · standup, 0:20 so far.');
  });

  it('a timer that goes on tells where the one of another day went', () => {
    expect(resumedWords({ isNew: false })).toBe('Running.');
    expect(resumedWords({ isNew: true })).toContain('began on another day and is logged');
  });

  it('a question comes with its choices, on stderr', () => {
    expect(unclearWords(UNCLEAR, false)).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: [
        'Which one is “api”?',
        '  API rebuild: @"API rebuild"',
        '  API audit: @"API audit"',
        'Nothing was saved.',
      ].join('\n'),
    });
  });

  it('says that a choice is waiting, and where it is made', () => {
    const snapshot = sampleTimers(NOW).running;
    const asking = { ...snapshot, outbox: { ...snapshot.outbox, conflicts: 2 } };
    const { stdout } = statusWords(asking, NOW, false);
    expect(stdout).toContain('2 changed elsewhere as well: traybooks --show.');
  });

  it('the status is the timer, the day, and what is not sent', () => {
    const { stdout } = statusWords(sampleTimers(NOW).running, NOW, false);
    expect(stdout).toBe(
      'Clinic website · Design · home page: 0:47 running.\nToday: 4 h 35 m.\n1 waiting to send.',
    );
  });

  it('a failure says what happened, and has a code for a script', () => {
    expect(failedWords({ code: 'storage-full' }, false)).toMatchObject({ exitCode: 1, stdout: '' });
    expect(failedWords({ code: 'not-found', thing: 'timer' }, false).stderr).toBe(
      'No timer is running.',
    );
    const signedOut = failedWords({ code: 'sign-in-needed', reason: 'never-signed-in' }, false);
    expect(signedOut).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('--show') });
  });
});

describe('as JSON', () => {
  it('everything is one line on stdout, with the same codes', () => {
    const answers = [
      doneWords('Paused.', true),
      unclearWords(UNCLEAR, true),
      failedWords({ code: 'sign-in-needed', reason: 'session-ended' }, true),
      statusWords(sampleTimers(NOW).paused, NOW, true),
    ];
    expect(answers.map(({ exitCode }) => exitCode)).toEqual([0, 3, 4, 0]);
    for (const { stdout, stderr } of answers) {
      expect(stderr).toBe('');
      expect(stdout).not.toContain('\n');
      expect(JSON.parse(stdout)).toBeTypeOf('object');
    }
  });

  it('instants are written for every language', () => {
    const { stdout } = statusWords(sampleTimers(NOW).running, NOW, true);
    expect(JSON.parse(stdout).timer).toMatchObject({
      state: 'running',
      elapsedSeconds: 47 * 60 + 12,
      startedAt: '2026-11-13T19:42:48.000Z',
    });
  });
});
