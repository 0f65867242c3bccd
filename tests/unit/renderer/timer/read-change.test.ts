import { describe, expect, it } from 'vitest';
import { startWords, workWords } from '../../../../renderer/timer/change-words.ts';
import { readChange } from '../../../../renderer/timer/read-change.ts';
import type { ClientId, ProjectId, ServiceId } from '../../../../shared/ids.ts';
import { contextOf } from '../../../../shared/quick-add/context-of.ts';
import type { RunningTimer } from '../../../../shared/snapshot.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';
import { runningTimer } from '../../../support/running-timer.ts';

/** Friday 13 November 2026, 15:30 in Toronto. */
const NOW = Date.UTC(2026, 10, 13, 20, 30);
const MINUTE = 60_000;
const context = contextOf(sampleSnapshots(NOW).full, NOW);
/** Design on the clinic's website, where services are Design and Development; 47 minutes ago. */
const timer = runningTimer(NOW - 47 * MINUTE);

const read = (text: string, of: RunningTimer = timer) => readChange(text, of, context);
function changed(text: string, of: RunningTimer = timer) {
  const answer = read(text, of);
  return answer?.ok ? answer.change : answer;
}

describe('a line about a timer that runs', () => {
  it.each([
    ['fixed login', { note: 'fixed login' }],
    ['acme api fixed login', { clientId: 2, projectId: 12, serviceId: 22, note: 'fixed login' }],
    ['#development', { serviceId: 22 }],
    ['development', { serviceId: 22 }],
    ['#-', { serviceId: null }],
    ['!nb', { billable: false }],
    ['since 9', { startedAtMs: NOW - 390 * MINUTE }],
    ['20m', { startedAtMs: NOW - 20 * MINUTE }],
    ['20m ago fixed login', { startedAtMs: NOW - 20 * MINUTE, note: 'fixed login' }],
  ])('changes what %j names, and nothing else', (text, change) => {
    expect(changed(text)).toEqual(change);
  });

  it('takes who it is for, with a start and a service, in one', () => {
    const acme = runningTimer(NOW, { projectId: 12 as ProjectId, serviceId: 22 as ServiceId });
    const clinic = { clientId: 1, projectId: 11, serviceId: 21 };
    expect(changed('@clinic #design', acme)).toEqual(clinic);
    expect(changed('started 20m ago clinic', acme)).toEqual({
      ...clinic,
      startedAtMs: NOW - 20 * MINUTE,
    });
  });

  it('leaves project, service and billable alone where it names the one there is', () => {
    expect(changed('clinic footer')).toEqual({ note: 'footer' });
    expect(read('clinic')).toMatchObject({ ok: false, why: 'This changes nothing.' });
  });

  it('keeps the service on another project that has none of its own', () => {
    const meetings = runningTimer(NOW, { serviceId: 23 as ServiceId });
    expect(changed('acme', meetings)).toMatchObject({
      clientId: 2,
      projectId: null,
      serviceId: 23,
    });
  });

  it('is nothing while it is empty', () => {
    expect(read('  ')).toBeNull();
  });
});

describe('a line that is unclear', () => {
  it('is asked, with what the line becomes by each answer', () => {
    expect(read('clinic #meetings')).toEqual({
      ok: false,
      why: 'Meetings is not used on Clinic website.',
      choices: [
        { label: 'Development', line: 'clinic #"Development" ' },
        { label: 'Design', line: 'clinic #"Design" ' },
        { label: 'Part of the note', line: 'clinic "meetings" ' },
      ],
    });
  });

  it('is asked about a service that the project of the timer does not have', () => {
    const asked = read('meetings');
    expect(asked).toMatchObject({ why: 'Meetings is not used on Clinic website.' });
    if (asked?.ok !== false) throw new Error('It was not asked');
    expect(asked.choices.map(({ line }) => line)).toContain('#"Design" ');
    expect(changed('"meetings"')).toEqual({ note: 'meetings' });
  });

  it('offers a start for a length, or the note, and never a length', () => {
    expect(read('clinic 2')).toEqual({
      ok: false,
      why: 'A timer that runs has no length yet.',
      choices: [
        { label: 'It began 2h ago', line: 'clinic started 120m ago ' },
        { label: 'Part of the note', line: 'clinic "2" ' },
      ],
    });
    expect(changed('clinic started 120m ago')).toEqual({ startedAtMs: NOW - 120 * MINUTE });
  });

  it.each([
    ['clinic 9:10', { startedAtMs: NOW - 380 * MINUTE }],
    ['call 2', { note: 'call 2' }],
    ['acme 10-15 min', { note: '10-15 min' }],
  ])('%j needs no question where it can be no length', (text, change) => {
    expect(changed(text)).toMatchObject(change);
  });

  it.each([
    ['9-10:30', /no end yet/],
    ['yesterday', /Say when it began/],
    ['tomorrow', /Say when it began/],
    ['clinic 3-4', /no end yet/],
    ['1h30 acme 20m', /no length yet/],
    ['16:00', /no time it could have begun at/],
    ['clinic since 16:00', /yet to come/],
    ['clinic since 9 2h', /no length yet/],
  ])('%j is told what is wrong with it', (text, why) => {
    expect(read(text)).toMatchObject({ ok: false, why: expect.stringMatching(why), choices: [] });
  });
});

describe('a change in words', () => {
  it('is the whole of what the timer becomes', () => {
    expect(workWords({ note: 'footer' }, timer, context)).toBe(
      'Northgate Dental · Clinic website · Design · footer',
    );
    const other = { clientId: 2 as ClientId, projectId: 12, serviceId: null, billable: false };
    expect(workWords(other, timer, context)).toBe(
      'Acme Labs · API rebuild · no service · not billable · home page',
    );
    expect(workWords({ startedAtMs: NOW }, timer, context)).toBe('');
  });

  it('counts from a new start without the pauses', () => {
    const words = (of: RunningTimer) => startWords(of.startedAtMs - 10 * MINUTE, of, context);
    expect(words(timer)).toMatch(/: 57m so far\.$/);
    expect(words({ ...timer, bankedSeconds: 300, runningSinceMs: null })).toMatch(
      /: 15m so far\.$/,
    );
  });
});
