import { describe, expect, it } from 'vitest';
import { readTimeEntry } from '../../../../electron/sandbox/business/time-entry-body.ts';

const complete = { is_logged: true, duration: 5400, started_at: '2026-11-23T13:00:00.123Z' };
const refusedFields = (entry: unknown) => {
  const read = readTimeEntry({ time_entry: entry });
  return read.kind === 'refused' ? read.fields : null;
};

describe('a time entry sent by a client', () => {
  it('needs nothing but is_logged, duration and started_at; milliseconds are dropped', () => {
    const read = readTimeEntry({ time_entry: complete });
    expect(read).toMatchObject({
      kind: 'entry',
      entry: {
        startedAtMs: Date.UTC(2026, 10, 23, 13),
        durationSeconds: 5400,
        projectId: null,
        note: null,
        billable: true,
      },
    });
  });

  it('is refused with every missing field named', () => {
    expect(refusedFields({})).toEqual({
      is_logged: 'field required',
      duration: 'Logged entries must have a duration',
      started_at: 'field required',
    });
  });

  it.each([
    ['a bare date', { started_at: '2026-11-23' }, 'started_at'],
    ['a date that is not', { started_at: '2026-13-45T25:00:00Z' }, 'started_at'],
    ['half a second', { duration: 0.5 }, 'duration'],
    ['less than nothing', { duration: -60 }, 'duration'],
    ['a project by name', { project_id: 'Clinic' }, 'project_id'],
    ['a zone nobody knows', { local_timezone: 'Mars/Olympus' }, 'local_timezone'],
    ['a timer by name', { is_logged: false, timer: 'mine' }, 'timer'],
    ['a timer with a name', { is_logged: false, timer: { id: 'mine' } }, 'timer'],
    ['an open end of a logged entry', { duration: null }, 'duration'],
    ['a client name longer than 255', { pending_client: 'x'.repeat(256) }, 'pending_client'],
    ['a word for a yes', { billable: 'yes' }, 'billable'],
  ])('is refused for %s', (_, change, field) => {
    expect(Object.keys(refusedFields({ ...complete, ...change }) ?? {})).toEqual([field]);
  });

  it.each([
    ['none', undefined],
    ['none', null],
    ['new', {}],
    ['new', { id: null }],
    [18_800_321, { id: 18_800_321 }],
  ])('may be open while it is not logged; its timer is %s for %j', (timer, sent) => {
    const segment = { ...complete, is_logged: false, duration: null, timer: sent };
    expect(readTimeEntry({ time_entry: segment })).toMatchObject({
      timer,
      entry: { isLogged: false, durationSeconds: null },
    });
  });

  it.each([null, [], 'text', { time_entry: null }])('is refused when the body is %o', (body) => {
    expect(readTimeEntry(body).kind).toBe('refused');
  });
});
