import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFreshBooks } from '../../../../electron/freshbooks/freshbooks-books.ts';
import type { TimeEntryDraft } from '../../../../shared/books.ts';
import type { TimeEntryId, TimerId } from '../../../../shared/ids.ts';
import { failed } from '../../../../shared/result.ts';
import type { RemoteTimer } from '../../../../shared/running-timers.ts';
import { flatPage, timeEntryJson } from '../../../support/freshbooks-answers.ts';
import {
  answeringFetch,
  json,
  type Reply,
  scriptedFetch,
} from '../../../support/scripted-fetch.ts';
import { business, scriptedWorld } from '../../../support/scripted-freshbooks.ts';

type Members = Readonly<Record<string, unknown>>;

const TIMER = 18_800_321 as TimerId;
const NINE = Date.UTC(2026, 8, 2, 13);
const COMMENTS = '/comments/business/5120447';
const TIME = '/timetracking/business/5120447/time_entries';

/** A segment as the list has it: open since nine in Toronto, unless changed. */
function segmentJson(changes: Members = {}) {
  return timeEntryJson({
    is_logged: false,
    duration: null,
    timer: { id: TIMER, is_running: true },
    ...changes,
  });
}

const list = (...rows: readonly Members[]) => json(flatPage('time_entries', rows));
const one = (row: Members) => json({ time_entry: row });
const empty = () => new Response(null, { status: 204 });

function timersOn(...replies: readonly Reply[]) {
  const network = scriptedFetch(...replies);
  return { sent: network.sent, timers: createFreshBooks(scriptedWorld(network)).timers };
}

const WORK = {
  clientId: 30411,
  projectId: 7004518,
  serviceId: 4810022,
  internal: false,
  billable: true,
  note: 'Home page layout',
} as Pick<RemoteTimer, 'clientId' | 'projectId' | 'serviceId' | 'internal' | 'billable' | 'note'>;

const KNOWN: RemoteTimer = {
  ...WORK,
  id: TIMER,
  isRunning: true,
  segments: [{ id: 91200457 as TimeEntryId, startedAtMs: NINE, durationSeconds: null }],
};

const draft: TimeEntryDraft = {
  ...WORK,
  startedAtMs: NINE,
  durationSeconds: 3600,
  timeZone: 'America/Toronto',
};

async function timers(...rows: readonly Members[]) {
  return timersOn(list(...rows)).timers.list(business());
}

describe('the list of timers', () => {
  it('takes one call, and asks for nobody’s rows by name', async () => {
    const { sent, timers: port } = timersOn(list(segmentJson()));
    expect(await port.list(business())).toEqual({ ok: true, value: [KNOWN] });
    expect(sent.map(({ url }) => [url.pathname, Object.fromEntries(url.searchParams)])).toEqual([
      [TIME, { include_unlogged: 'true', per_page: '100', page: '1' }],
    ]);
  });

  it('leaves out what is logged, deleted, or of no timer', async () => {
    expect(
      await timers(
        timeEntryJson(),
        segmentJson({ id: 2, active: false }),
        segmentJson({ id: 3, timer: null }),
        timeEntryJson({ id: 4, timer: { id: TIMER } }),
      ),
    ).toEqual({ ok: true, value: [] });
  });

  it('makes one timer of segments that share an id, about what the newest is about', async () => {
    const read = await timers(
      segmentJson({ id: 9, started_at: '2026-09-02T15:00:00Z', note: 'Now', billable: false }),
      segmentJson({ id: 8, duration: 600, note: 'Before' }),
      segmentJson({ id: 7, timer: { id: 5 }, duration: 60 }),
    );
    expect(read).toMatchObject({
      value: [
        {
          id: TIMER,
          isRunning: true,
          note: 'Now',
          billable: false,
          segments: [
            { id: 8, durationSeconds: 600 },
            { id: 9, durationSeconds: null },
          ],
        },
        { id: 5, isRunning: false },
      ],
    });
  });

  it('goes by the open segment, whatever is said of running', async () => {
    const paused = segmentJson({ duration: 60, timer: { id: TIMER, is_running: true } });
    expect(await timers(paused)).toMatchObject({ value: [{ isRunning: false }] });
  });
});

describe('starting a timer', () => {
  const start = { ...WORK, startedAtMs: NINE, timeZone: 'America/Toronto' };
  const begun = segmentJson({ client_id: null, project_id: null, service_id: null, note: null });

  it('begins with an empty one, as FreshBooks’ own page does, and then says what for', async () => {
    const { sent, timers: port } = timersOn(one(begun), one(segmentJson()));
    expect(await port.start(business(), start)).toEqual({ ok: true, value: KNOWN });
    expect(sent.map(({ method, url, body }) => [method, url.pathname, body])).toEqual([
      [
        'POST',
        `${COMMENTS}/time_entries`,
        {
          time_entry: {
            is_logged: false,
            duration: null,
            started_at: '2026-09-02T13:00:00Z',
            local_started_at: '2026-09-02T09:00:00',
            local_timezone: 'America/Toronto',
            note: null,
            client_id: null,
            project_id: null,
            service_id: null,
            billable: true,
            internal: false,
            timer: {},
          },
        },
      ],
      [
        'PUT',
        `${COMMENTS}/time_entries/91200457`,
        {
          time_entry: {
            identity_id: 880214,
            is_logged: false,
            duration: null,
            started_at: '2026-09-02T13:00:00Z',
            local_started_at: '2026-09-02T09:00:00',
            local_timezone: 'America/Toronto',
            pending_client: null,
            pending_project: null,
            pending_task: null,
            task_id: null,
            retainer_id: null,
            active: true,
            billed: false,
            client_id: 30411,
            project_id: 7004518,
            service_id: 4810022,
            note: 'Home page layout',
            billable: true,
            internal: false,
            timer: { id: TIMER },
          },
        },
      ],
    ]);
  });

  it('looks for it where the answer does not say which it is', async () => {
    const { timers: port } = timersOn(
      one({ ...begun, timer: null }),
      list(segmentJson({ note: '' })),
      one(segmentJson()),
    );
    expect(await port.start(business(), start)).toEqual({ ok: true, value: KNOWN });
  });

  it('is no start where an ordinary entry came of it', async () => {
    const { timers: port } = timersOn(one({ ...begun, timer: null }), list());
    expect(await port.start(business(), start)).toMatchObject({
      error: { code: 'server-trouble', detail: 'time_entry.timer: missing' },
    });
  });

  it('leaves open whether it started after an answer that cannot be read', async () => {
    const { sent, timers: port } = timersOn(new Response('<html></html>'));
    expect(await port.start(business(), start)).toEqual(failed({ code: 'outcome-unknown' }));
    expect(sent).toHaveLength(1);
  });
});

interface SentSegment {
  readonly duration: number;
  readonly started_at: string;
}

function segmentsIn(body: unknown): readonly SentSegment[] {
  return (body as { readonly timer: { readonly time_entries: readonly SentSegment[] } }).timer
    .time_entries;
}

describe('logging a timer', () => {
  it('does not read the answer, whose form nobody knows', async () => {
    const { timers: port } = timersOn(
      list(segmentJson()),
      new Response('whatever'),
      one(timeEntryJson()),
    );
    expect(await port.log(business(), KNOWN, draft)).toMatchObject({
      value: { id: 91200457, durationSeconds: 3600 },
    });
  });

  it('sends closed segments as long as the draft, whatever they were', async () => {
    const segment = fc.record({
      duration: fc.option(fc.nat(20_000)),
      minute: fc.nat(600),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(segment, { minLength: 1, maxLength: 5 }),
        fc.nat(40_000),
        async (segments, durationSeconds) => {
          const rows = segments.map(({ duration, minute }, index) =>
            segmentJson({
              id: 100 + index,
              duration,
              started_at: new Date(NINE + minute * 60_000).toISOString(),
            }),
          );
          const asked = { ...draft, durationSeconds };
          const network = answeringFetch(({ method, url }) => {
            if (method === 'PUT') return empty();
            return url.searchParams.has('include_unlogged')
              ? list(...rows)
              : one(timeEntryJson({ id: 100, duration: durationSeconds }));
          });
          const { timers: port } = createFreshBooks(scriptedWorld(network));
          expect(await port.log(business(), KNOWN, asked)).toMatchObject({ ok: true });
          const [put, ...others] = network.sent.filter(({ method }) => method === 'PUT');
          expect(others).toEqual([]);
          expect(put?.url.pathname).toBe(`${COMMENTS}/timers/${TIMER}`);
          const sent = segmentsIn(put?.body);
          const durations = sent.map(({ duration }) => duration);
          expect(durations).toHaveLength(segments.length);
          expect(durations.every((each) => Number.isInteger(each) && each >= 0)).toBe(true);
          expect(durations.reduce((sum, each) => sum + each, 0)).toBe(durationSeconds);
          expect(sent[0]?.started_at).toBe('2026-09-02T13:00:00Z');
        },
      ),
      { numRuns: 50 },
    );
  });

  it('does not cut an entry that the timer went on from: its earlier hours are in it', async () => {
    const earlier = timeEntryJson({ id: 90, duration: 7200, timer: { id: TIMER } });
    const { sent, timers: port } = timersOn(
      list(segmentJson(), earlier),
      empty(),
      one(timeEntryJson({ duration: 10_800 })),
    );
    expect(await port.log(business(), KNOWN, draft)).toMatchObject({
      value: { durationSeconds: 10_800 },
    });
    expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('takes no segment that is still open for the entry', async () => {
    const { timers: port } = timersOn(list(), one(segmentJson()), list());
    expect(await port.log(business(), KNOWN, draft)).toEqual(
      failed({ code: 'not-found', thing: 'timer' }),
    );
  });
});
