import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../../../electron/sandbox/start-sandbox.ts';
import {
  callApi,
  sandboxNoon,
  signIn,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
let token: string;

async function open(options: Partial<SandboxOptions> = {}): Promise<void> {
  visitor = await visitSandbox(options);
  token = (await signIn(visitor)).access_token;
}
beforeEach(() => open());
afterEach(() => visitor.sandbox.stop());

const larkfield = 5_120_447;
const TIME = `/timetracking/business/${larkfield}`;
const COMMENTS = `/comments/business/${larkfield}`;
const at = (minutesAgo: number) =>
  new Date(sandboxNoon - minutesAgo * 60_000).toISOString().replace('.000', '');

async function get(path: string) {
  const answer = await callApi(visitor, token, path);
  return { status: answer.status, body: await answer.json() };
}

async function send(method: string, path: string, body?: unknown) {
  const answer = await callApi(visitor, token, path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}

/** As the web app does: nothing but the start, and an empty timer. */
async function started(minutesAgo: number) {
  const segment = { is_logged: false, started_at: at(minutesAgo), duration: null, timer: {} };
  const { body } = await send('POST', `${COMMENTS}/time_entries`, { time_entry: segment });
  return { id: body.time_entry.timer.id as number, segment: body.time_entry.id as number };
}

const unlogged = async () => (await get(`${TIME}/time_entries?include_unlogged=true&page=1`)).body;

describe.each([
  ['/timetracking', TIME],
  ['/comments', COMMENTS],
])('timers under %s', (_, root) => {
  it('are listed with their segments, of which the open one has no length', async () => {
    const timer = await started(20);
    expect((await get(`${root}/timers`)).body).toEqual({
      timers: [
        {
          id: timer.id,
          is_running: true,
          time_entries: [
            {
              id: timer.segment,
              identity_id: 880_214,
              is_logged: false,
              duration: null,
              started_at: at(20),
              created_at: at(0),
              client_id: null,
              project_id: null,
              service_id: null,
              task_id: null,
              pending_client: null,
              pending_project: null,
              pending_task: null,
              note: null,
              active: true,
              billable: true,
              billed: false,
              internal: false,
            },
          ],
        },
      ],
    });
  });

  it('end as one logged entry as long as their segments together', async () => {
    const timer = await started(60);
    const closed = { id: timer.segment, duration: 1200, note: 'Layout', project_id: 7_004_518 };
    const put = await send('PUT', `${root}/timers/${timer.id}`, {
      timer: { time_entries: [closed] },
    });
    expect(put).toMatchObject({
      status: 200,
      body: {
        time_entry: {
          id: timer.segment,
          is_logged: true,
          duration: 1200,
          started_at: at(60),
          note: 'Layout',
          timer: null,
        },
      },
    });
    expect((await get(`${root}/timers`)).body).toEqual({ timers: [] });
    expect((await get(`${TIME}/time_entries`)).body.time_entries).toContainEqual(
      put.body.time_entry,
    );
  });

  it('are gone when discarded, and cannot be discarded twice', async () => {
    const timer = await started(5);
    expect(await send('DELETE', `${root}/timers/${timer.id}`)).toEqual({ status: 204, body: null });
    expect((await get(`${root}/timers`)).body).toEqual({ timers: [] });
    expect((await send('DELETE', `${root}/timers/${timer.id}`)).status).toBe(404);
    expect((await send('PUT', `${root}/timers/${timer.id}`, {})).status).toBe(404);
  });

  it('start with no more than a start, without a word about a timer', async () => {
    const segment = { is_logged: false, started_at: at(3) };
    const { body } = await send('POST', `${root}/time_entries`, { time_entry: segment });
    expect(body.time_entry).toMatchObject({
      is_logged: false,
      duration: null,
      timer: { id: expect.any(Number), is_running: true },
    });
  });
});

describe('a timer', () => {
  it('is paused by closing its segment, and resumed by one more with its number', async () => {
    const timer = await started(40);
    const paused = {
      is_logged: false,
      started_at: at(40),
      duration: 600,
      timer: { id: timer.id },
    };
    const put = await send('PUT', `${TIME}/time_entries/${timer.segment}`, { time_entry: paused });
    expect(put.body.time_entry.timer).toEqual({ id: timer.id, is_running: false });
    const next = { is_logged: false, started_at: at(10), duration: null, timer: { id: timer.id } };
    await send('POST', `${COMMENTS}/time_entries`, { time_entry: next });
    const [listed] = (await get(`${COMMENTS}/timers`)).body.timers;
    expect(listed).toMatchObject({
      is_running: true,
      time_entries: [{ duration: 600 }, { duration: null, started_at: at(10) }],
    });
  });

  it('becomes the sum of its segments, with the content of the newest', async () => {
    const timer = await started(40);
    await visitor.sandbox.backstage.timers.pause(timer.id);
    visitor.advance(600_000);
    await visitor.sandbox.backstage.timers.resume(timer.id);
    const [{ time_entries: segments }] = (await get(`${COMMENTS}/timers`)).body.timers;
    const closed = segments.map((one: object, index: number) => ({
      ...one,
      duration: 300 + index,
      note: `Part ${index}`,
    }));
    const { body } = await send('PUT', `${COMMENTS}/timers/${timer.id}`, {
      timer: { time_entries: closed },
    });
    expect(body.time_entry).toMatchObject({ duration: 601, note: 'Part 1', started_at: at(40) });
    expect((await unlogged()).time_entries.some((row: { timer: unknown }) => row.timer)).toBe(
      false,
    );
  });

  it('is refused its log while a segment is open, or with a stranger among them', async () => {
    const timer = await started(40);
    const path = `${COMMENTS}/timers/${timer.id}`;
    const entries = (time_entries: unknown) => ({ timer: { time_entries } });
    for (const body of [
      {},
      entries([]),
      entries([{ id: timer.segment }]),
      entries([{ id: 1, duration: 60 }]),
      entries([{ id: timer.segment, duration: -1 }]),
      entries([{ id: timer.segment, duration: 60, project_id: 1 }]),
    ]) {
      expect(await send('PUT', path, body)).toMatchObject({ status: 422, body: { errno: 2001 } });
    }
    expect((await get(`${COMMENTS}/timers`)).body.timers).toHaveLength(1);
  });

  it('is none to a segment that names another one', async () => {
    const segment = { is_logged: false, started_at: at(3), timer: { id: 1 } };
    expect(await send('POST', `${TIME}/time_entries`, { time_entry: segment })).toMatchObject({
      status: 422,
      body: { error: { timer: 'Timer not found' } },
    });
  });

  it('is lost to a segment whose replacement does not name it: PUT replaces', async () => {
    const timer = await started(40);
    const bare = { is_logged: false, started_at: at(40), duration: 600 };
    await send('PUT', `${TIME}/time_entries/${timer.segment}`, { time_entry: bare });
    expect((await get(`${COMMENTS}/timers`)).body).toEqual({ timers: [] });
  });

  it('is never given a number for the second time', async () => {
    const first = await started(40);
    await send('DELETE', `${COMMENTS}/timers/${first.id}`);
    expect((await started(1)).id).toBeGreaterThan(first.id);
  });

  it('needs the right to write time', async () => {
    const readOnly = await signIn(visitor, 'user:time_entries:read');
    const answer = await callApi(visitor, readOnly.access_token, `${COMMENTS}/time_entries`, {
      method: 'POST',
      body: JSON.stringify({ time_entry: { is_logged: false, started_at: at(1), timer: {} } }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('the list of time entries', () => {
  it('has segments only when asked for what is not logged', async () => {
    const before = (await get(`${TIME}/time_entries`)).body;
    const timer = await started(20);
    expect((await get(`${TIME}/time_entries`)).body).toEqual(before);
    const { time_entries: rows, meta } = await unlogged();
    expect(rows[0]).toMatchObject({
      id: timer.segment,
      is_logged: false,
      duration: null,
      local_timezone: 'America/Toronto',
      timer: { id: timer.id, is_running: true },
    });
    expect(meta).toMatchObject({ total_logged: before.meta.total_logged });
  });

  it('refuses to show timers and one person at the same time', async () => {
    const path = `${TIME}/time_entries?include_unlogged=true&identity_id=880214`;
    expect((await get(path)).status).toBe(422);
  });
});

describe('a timer in the web app', () => {
  it('is seen by the API, and logged there', async () => {
    const { timers } = visitor.sandbox.backstage;
    const id = await timers.start({ projectId: 7_004_518, note: 'From the phone' });
    expect((await get(`${COMMENTS}/timers`)).body.timers).toMatchObject([
      { id, is_running: true, time_entries: [{ note: 'From the phone', project_id: 7_004_518 }] },
    ]);
    visitor.advance(90_000);
    expect(await timers.log(id)).toMatchObject({ isLogged: true, durationSeconds: 90 });
    await expect(timers.pause(id)).rejects.toThrow('No timer has the id');
  });
});

describe('logging, where sources disagree', () => {
  it('can answer with the timer, a new entry and rounded seconds', async () => {
    await visitor.sandbox.stop();
    await open({ timerHabits: { answer: 'timer', entryId: 'new', roundToSeconds: 60 } });
    const timer = await started(40);
    const { body } = await send('PUT', `${COMMENTS}/timers/${timer.id}`, {
      timer: { time_entries: [{ id: timer.segment, duration: 100 }] },
    });
    const [entry] = body.timer.time_entries;
    expect(body.timer).toMatchObject({ id: timer.id, is_running: false });
    expect(entry).toMatchObject({ is_logged: true, duration: 120 });
    expect(entry.id).not.toBe(timer.segment);
  });
});
