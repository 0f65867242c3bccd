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
    ['a running timer', { is_logged: false }, 'is_logged'],
    ['a client name longer than 255', { pending_client: 'x'.repeat(256) }, 'pending_client'],
    ['a word for a yes', { billable: 'yes' }, 'billable'],
  ])('is refused for %s', (_, change, field) => {
    expect(Object.keys(refusedFields({ ...complete, ...change }) ?? {})).toEqual([field]);
  });

  it.each([null, [], 'text', { time_entry: null }])('is refused when the body is %o', (body) => {
    expect(readTimeEntry(body).kind).toBe('refused');
  });
});
