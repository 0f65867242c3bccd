import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFreshBooks } from '../../../../electron/freshbooks/freshbooks-books.ts';
import type { TimeEntryDraft } from '../../../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId, TimeEntryId } from '../../../../shared/ids.ts';
import { failed, ok } from '../../../../shared/result.ts';
import { flatPage, timeEntryJson } from '../../../support/freshbooks-answers.ts';
import {
  answeringFetch,
  connectionDropped,
  json,
  type Reply,
  scriptedFetch,
} from '../../../support/scripted-fetch.ts';
import { business, scriptedWorld } from '../../../support/scripted-freshbooks.ts';

const NINE = Date.UTC(2026, 8, 2, 13);
const HOUR = 3_600_000;
const ENTRY = 91200457 as TimeEntryId;
const PATH = '/timetracking/business/5120447/time_entries';

const draft: TimeEntryDraft = {
  startedAtMs: NINE,
  durationSeconds: 5400,
  timeZone: 'America/Toronto',
  clientId: 30411 as ClientId,
  projectId: 7004518 as ProjectId,
  serviceId: 4810022 as ServiceId,
  internal: false,
  billable: true,
  note: 'Home page layout',
};

function freshBooks(...replies: Reply[]) {
  const network = scriptedFetch(...replies);
  return { books: createFreshBooks(scriptedWorld(network)), sent: network.sent };
}

async function entries(
  rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
  fromMs = NINE,
  toMs = NINE + HOUR,
) {
  const { books } = freshBooks(json(flatPage('time_entries', rows)));
  const read = await books.timeEntries(business(), { fromMs, toMs });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('time entries', () => {
  it('are asked for between two UTC instants, always in pages', async () => {
    const { books, sent } = freshBooks(json(flatPage('time_entries', [])));
    expect(await books.timeEntries(business(), { fromMs: NINE, toMs: NINE + HOUR })).toEqual(
      ok([]),
    );
    expect(sent[0]?.url.pathname).toBe(PATH);
    expect(Object.fromEntries(sent[0]?.url.searchParams ?? [])).toEqual({
      started_from: '2026-09-02T13:00:00Z',
      started_to: '2026-09-02T14:00:00Z',
      page: '1',
      per_page: '100',
    });
  });

  it('come with all that is known of them', async () => {
    expect(await entries([timeEntryJson()])).toEqual([
      {
        id: ENTRY,
        identityId: 880214,
        startedAtMs: NINE,
        durationSeconds: 3600,
        timeZone: 'America/Toronto',
        clientId: 30411,
        projectId: 7004518,
        serviceId: 4810022,
        internal: false,
        billable: true,
        billed: false,
        note: 'Home page layout',
      },
    ]);
  });

  it('may lack what older answers lack', async () => {
    const bare = {
      id: 1,
      is_logged: true,
      duration: '600',
      started_at: '2026-09-02T13:00:00Z',
      note: null,
      client_id: null,
    };
    expect(await entries([bare])).toEqual([
      {
        id: 1,
        identityId: null,
        startedAtMs: NINE,
        durationSeconds: 600,
        timeZone: null,
        clientId: null,
        projectId: null,
        serviceId: null,
        internal: false,
        billable: false,
        billed: false,
        note: '',
      },
    ]);
  });

  it('keep their notes to the letter', async () => {
    expect(await entries([timeEntryJson({ note: '  two\nlines ' })])).toMatchObject([
      { note: '  two\nlines ' },
    ]);
  });

  it.each([
    ['a running timer', { is_logged: false, duration: null }],
    ['a paused timer', { is_logged: false, duration: 60 }],
    ['a deleted entry', { active: false }],
    ['one before the range, should a bound be ignored', { started_at: '2026-09-02T12:59:59Z' }],
    [
      'one at the end of the range, which FreshBooks includes',
      { started_at: '2026-09-02T14:00:00Z' },
    ],
  ])('leave out %s', async (_, changes) => {
    expect(await entries([timeEntryJson(changes)])).toEqual([]);
  });

  it('fall on exactly one of two neighbouring days', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -HOUR / 1000, max: HOUR / 1000 }), async (seconds) => {
        const started = new Date(NINE + seconds * 1000).toISOString();
        const row = timeEntryJson({ started_at: started });
        const before = await entries([row], NINE - 2 * HOUR, NINE);
        const after = await entries([row], NINE, NINE + 2 * HOUR);
        expect(before.length + after.length).toBe(1);
      }),
    );
  });

  it('are the newest first', async () => {
    const rows = ['13:10', '13:40', '13:20'].map((time, index) =>
      timeEntryJson({ id: index + 1, started_at: `2026-09-02T${time}:00Z` }),
    );
    expect((await entries(rows)).map(({ id }) => id)).toEqual([2, 3, 1]);
  });

  it('are trouble when a logged one has no duration', async () => {
    const { books } = freshBooks(
      json(flatPage('time_entries', [timeEntryJson({ duration: null })])),
    );
    expect(await books.timeEntries(business(), { fromMs: NINE, toMs: NINE + HOUR })).toMatchObject({
      error: { detail: 'time_entries.0.duration: missing on a logged entry' },
    });
  });
});

describe('creating a time entry', () => {
  it('sends whole seconds, and the local time it was meant in', async () => {
    const { books, sent } = freshBooks(json({ time_entry: timeEntryJson({ duration: 5400 }) }));
    const made = await books.createTimeEntry(business(), draft);
    expect(made).toMatchObject({ ok: true, value: { id: ENTRY, durationSeconds: 5400 } });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: { pathname: PATH },
      body: {
        time_entry: {
          is_logged: true,
          duration: 5400,
          started_at: '2026-09-02T13:00:00Z',
          local_started_at: '2026-09-02T09:00:00',
          local_timezone: 'America/Toronto',
          note: 'Home page layout',
          client_id: 30411,
          project_id: 7004518,
          service_id: 4810022,
          billable: true,
          internal: false,
        },
      },
    });
  });

  it('leaves out what the entry does not have', async () => {
    const { books, sent } = freshBooks(json({ time_entry: timeEntryJson() }));
    await books.createTimeEntry(business(), {
      ...draft,
      clientId: null,
      projectId: null,
      serviceId: null,
    });
    expect(sent[0]?.body).toEqual({
      time_entry: {
        is_logged: true,
        duration: 5400,
        started_at: '2026-09-02T13:00:00Z',
        local_started_at: '2026-09-02T09:00:00',
        local_timezone: 'America/Toronto',
        note: 'Home page layout',
        billable: true,
        internal: false,
      },
    });
  });

  it('is sent once, whatever becomes of it', async () => {
    for (const reply of [connectionDropped, json({}, 502), json({}, 429), json({}, 500)]) {
      const { books, sent } = freshBooks(reply);
      expect((await books.createTimeEntry(business(), draft)).ok).toBe(false);
      expect(sent).toHaveLength(1);
    }
  });

  it('tells which fields were refused', async () => {
    const refusal = { errno: 2001, error: { duration: 'Logged entries must have a duration' } };
    const { books } = freshBooks(json(refusal, 422));
    expect(await books.createTimeEntry(business(), draft)).toEqual(
      failed({ code: 'rejected', fields: { duration: 'Logged entries must have a duration' } }),
    );
  });

  it('names the scope for writing', async () => {
    const { books } = freshBooks(json({}, 403));
    expect(await books.createTimeEntry(business(), draft)).toEqual(
      failed({ code: 'scope-missing', scope: 'user:time_entries:write' }),
    );
  });
});

describe('changing a time entry', () => {
  it('hands nothing back that is not plain, and names it', async () => {
    const { books, sent } = freshBooks(
      json({ time_entry: timeEntryJson({ pending_task: { nested: ['without end'] } }) }),
    );
    expect(await books.changeTimeEntry(business(), ENTRY, draft)).toMatchObject({
      error: {
        code: 'server-trouble',
        detail: expect.stringMatching(/^time_entry\.pending_task: /),
      },
    });
    expect(sent).toHaveLength(1);
  });

  it('hands back everything it does not edit, because a PUT replaces', async () => {
    const before = timeEntryJson({
      billed: true,
      retainer_id: 12,
      task_id: 7,
      pending_client: 'P',
    });
    const { books, sent } = freshBooks(
      json({ time_entry: before }),
      json({ time_entry: timeEntryJson() }),
    );
    const changed = await books.changeTimeEntry(business(), ENTRY, {
      ...draft,
      projectId: null,
      note: 'Changed',
    });
    expect(changed.ok).toBe(true);
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      `GET ${PATH}/${ENTRY}`,
      `PUT ${PATH}/${ENTRY}`,
    ]);
    expect(sent[1]?.body).toEqual({
      time_entry: {
        identity_id: 880214,
        is_logged: true,
        started_at: '2026-09-02T13:00:00Z',
        local_started_at: '2026-09-02T09:00:00',
        local_timezone: 'America/Toronto',
        client_id: 30411,
        project_id: null,
        service_id: 4810022,
        pending_client: 'P',
        pending_project: null,
        pending_task: null,
        task_id: 7,
        note: 'Changed',
        active: true,
        billable: true,
        billed: true,
        internal: false,
        retainer_id: 12,
        duration: 5400,
      },
    });
  });

  it('does not invent members that FreshBooks did not send', async () => {
    const bare = { id: ENTRY, is_logged: true, duration: 60, started_at: '2026-09-02T13:00:00Z' };
    const { books, sent } = freshBooks(json({ time_entry: bare }), json({ time_entry: bare }));
    expect((await books.changeTimeEntry(business(), ENTRY, draft)).ok).toBe(true);
    expect(JSON.stringify(sent[1]?.body)).not.toMatch(/billed|retainer_id|identity_id|pending/);
  });

  it('drops the task of a service that was changed', async () => {
    const { books, sent } = freshBooks(
      json({ time_entry: timeEntryJson({ task_id: 7 }) }),
      json({ time_entry: timeEntryJson() }),
    );
    await books.changeTimeEntry(business(), ENTRY, { ...draft, serviceId: 1 as ServiceId });
    expect(sent[1]?.body).toMatchObject({ time_entry: { service_id: 1, task_id: null } });
  });

  it.each([
    ['is gone', json({ error: 'Requested resource could not be found.' }, 404)],
    ['was deleted but can still be read', json({ time_entry: timeEntryJson({ active: false }) })],
  ])('does not bring one back that %s', async (_, answer) => {
    const { books, sent } = freshBooks(answer);
    expect(await books.changeTimeEntry(business(), ENTRY, draft)).toEqual(
      failed({ code: 'not-found', thing: 'time entry' }),
    );
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('deleting a time entry', () => {
  it.each([
    ['is done with a 204', new Response(null, { status: 204 })],
    ['is done when it was gone already', json({ error: 'not found' }, 404)],
  ])('%s', async (_, answer) => {
    const { books, sent } = freshBooks(answer);
    expect(await books.deleteTimeEntry(business(), ENTRY)).toEqual(ok());
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      `DELETE ${PATH}/${ENTRY}`,
    ]);
  });

  it('is not done when it was refused', async () => {
    const network = answeringFetch(() => json({}, 403));
    const books = createFreshBooks(scriptedWorld(network));
    expect(await books.deleteTimeEntry(business(), ENTRY)).toEqual(
      failed({ code: 'scope-missing', scope: 'user:time_entries:write' }),
    );
  });
});
