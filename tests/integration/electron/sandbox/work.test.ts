import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  callApi,
  sandboxNoon,
  signIn,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

let visitor: Visitor;
let token: string;
beforeEach(async () => {
  visitor = await visitSandbox();
  token = (await signIn(visitor)).access_token;
});
afterEach(() => visitor.sandbox.stop());

const get = async (path: string) => {
  const answer = await callApi(visitor, token, path);
  return { status: answer.status, body: await answer.json() };
};
const send = (method: string, path: string, entry: unknown) =>
  callApi(visitor, token, path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ time_entry: entry }),
  });

const larkfield = 5_120_447;
const tern = 6_230_019;
const entries = `/timetracking/business/${larkfield}/time_entries`;
const newEntry = {
  is_logged: true,
  duration: 1800,
  started_at: '2026-11-23T18:00:00.000Z',
  note: 'Call',
  client_id: 30_411,
  project_id: 7_004_518,
  service_id: 4_810_022,
};

describe('identity', () => {
  it('has a business with books and one without, and a membership id that is no business id', async () => {
    const { body } = await get('/auth/api/v1/users/me');
    expect(body.response).toMatchObject({ first_name: 'Maya', email: 'maya@larkfield.example' });
    expect(body.response.business_memberships).toMatchObject([
      { id: 910330, role: 'owner', business: { id: larkfield, account_id: 'q7RtZ2' } },
      { id: 910331, role: 'business_employee', business: { id: tern, account_id: null } },
    ]);
  });
});

describe('projects and services', () => {
  it('come flat with a meta object; some projects have no services', async () => {
    const { body } = await get(`/projects/business/${larkfield}/projects`);
    expect(body.meta).toEqual({ sort: [], total: 9, per_page: 30, page: 1, pages: 1 });
    const [clinic] = body.projects;
    expect(clinic).toMatchObject({
      title: 'Clinic website',
      client_id: 30_411,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    });
    expect(clinic.services[0]).toEqual({
      business_id: larkfield,
      id: 4_810_022,
      name: 'Design',
      billable: true,
      vis_state: 0,
    });
    expect(body.projects.map((p: { services: unknown[] }) => p.services.length)).toContain(0);
  });

  it('filter by state, echo any sort and ignore a title', async () => {
    const path = `/projects/business/${larkfield}/projects`;
    expect((await get(`${path}?complete=true`)).body.meta.total).toBe(1);
    expect((await get(`${path}?internal=true`)).body.projects[0]).toMatchObject({
      client_id: null,
      internal: true,
    });
    expect((await get(`${path}?title=Portfolio`)).body.meta.total).toBe(9);
    expect((await get(`${path}?sort=nonsense`)).body.meta.sort).toEqual(['nonsense']);
    const titles = (await get(`${path}?sort=-title`)).body.projects.map(
      (p: { title: string }) => p.title,
    );
    expect(titles).toEqual([...titles].sort((a, b) => b.localeCompare(a)));
  });

  it('are shown one at a time with what may be done with them', async () => {
    const { body } = await get(`/projects/business/${larkfield}/project/7004518`);
    expect(body.project).toMatchObject({ id: 7_004_518, group: { members: [{}] } });
    expect(body.project).not.toHaveProperty('group_id');
    expect(body.abilities).toEqual([{ name: 'can_track_time', value: true }]);
    expect((await get(`/projects/business/${larkfield}/project/1`)).status).toBe(404);
  });

  it('list the services fifty to the page, a non-billable one among them', async () => {
    const { body } = await get(`/comments/business/${larkfield}/services`);
    expect(body.meta).toEqual({ total: 5, per_page: 50, page: 1, pages: 1 });
    expect(body.services).toContainEqual(
      expect.objectContaining({ name: 'Admin', billable: false }),
    );
    const rate = await get(`/comments/business/${larkfield}/service/4810022/rate`);
    expect(rate.body).toEqual({
      service_rate: { business_id: larkfield, service_id: 4_810_022, rate: '95.00' },
    });
  });

  it('exist in the business without an account too, and not in a strange one', async () => {
    expect((await get(`/projects/business/${tern}/projects`)).body.meta.total).toBe(2);
    const strange = await get('/projects/business/910330/projects');
    expect(strange).toEqual({
      status: 404,
      body: { error: 'Requested resource could not be found.' },
    });
  });
});

describe('the list of time entries', () => {
  it('is unpaged unless asked, newest first, with sums over all of it', async () => {
    const { body } = await get(entries);
    expect(body.meta.per_page).toBe(body.meta.total);
    expect(body.meta.pages).toBe(1);
    const starts = body.time_entries.map((e: { started_at: string }) => e.started_at);
    expect(starts).toEqual([...starts].sort().reverse());
    const paged = (await get(`${entries}?per_page=2`)).body;
    expect(paged.time_entries).toHaveLength(2);
    expect(paged.meta.total_logged).toBe(body.meta.total_logged);
  });

  it('keeps to the bounds of a day, both ends included', async () => {
    const day = await get(
      `${entries}?started_from=2026-11-23T05:00:00Z&started_to=2026-11-24T04:59:59Z`,
    );
    expect(day.body.time_entries.map((e: { note: string }) => e.note)).toEqual([
      'Letterhead',
      'Home page',
    ]);
    const exact = '2026-11-23T14:00:00Z';
    const one = await get(`${entries}?started_from=${exact}&started_to=${exact}`);
    expect(one.body.meta.total).toBe(1);
  });

  it("leaves out a colleague's time unless the team is asked for, and may be", async () => {
    const own = (await get(entries)).body.meta.total;
    expect((await get(`${entries}?team=true`)).body.meta.total).toBe(own + 2);
    const ternPath = `/timetracking/business/${tern}/time_entries`;
    expect((await get(`${ternPath}?team=true`)).body.meta.total).toBe(
      (await get(ternPath)).body.meta.total,
    );
  });

  it('ignores keys that are not documented', async () => {
    const all = (await get(entries)).body.meta.total;
    expect((await get(`${entries}?project_id=1&search[updated_since]=x`)).body.meta.total).toBe(
      all,
    );
  });

  it.each([
    'updated_since=yesterday',
    'started_from=2026-11-23',
    'include_unlogged=true&identity_id=1',
  ])('refuses %s with 422 and errno 2001', async (query) => {
    const { status, body } = await get(`${entries}?${query}`);
    expect([status, body.errno]).toEqual([422, 2001]);
  });
});

describe('logging time', () => {
  it('answers 200 with the entry, milliseconds dropped and the local time filled in', async () => {
    const answer = await send('POST', entries, newEntry);
    expect(answer.status).toBe(200);
    const { time_entry: entry } = await answer.json();
    expect(entry).toMatchObject({
      ...newEntry,
      started_at: '2026-11-23T18:00:00Z',
      local_started_at: '2026-11-23T13:00:00',
      local_timezone: 'America/Toronto',
      identity_id: 880_214,
      active: true,
      billed: false,
    });
    expect((await get(`${entries}/${entry.id}`)).body.time_entry).toEqual(entry);
  });

  it('has no idempotency: the same entry sent twice is two', async () => {
    const before = visitor.sandbox.backstage.timeEntries().length;
    await send('POST', entries, newEntry);
    await send('POST', entries, newEntry);
    expect(visitor.sandbox.backstage.timeEntries()).toHaveLength(before + 2);
  });

  it('names every refused field, and stores nothing', async () => {
    const before = visitor.sandbox.backstage.timeEntries().length;
    const answer = await send('POST', entries, { ...newEntry, duration: null, project_id: 'x' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({
      errno: 2001,
      error: {
        duration: 'Logged entries must have a duration',
        project_id: 'Input should be a valid integer',
      },
    });
    expect(visitor.sandbox.backstage.timeEntries()).toHaveLength(before);
  });

  it("refuses another business's project and an unknown client", async () => {
    const answer = await send('POST', entries, {
      ...newEntry,
      project_id: 7_110_402,
      client_id: 1,
    });
    expect(Object.keys((await answer.json()).error)).toEqual(['project_id', 'client_id']);
  });

  it('is refused without the scope to write', async () => {
    token = (await signIn(visitor, 'user:time_entries:read')).access_token;
    expect((await send('POST', entries, newEntry)).status).toBe(403);
    expect((await get(entries)).status).toBe(200);
  });
});

describe('changing and deleting time', () => {
  it('replaces the entry: what is left out is lost', async () => {
    const { time_entry: entry } = await (await send('POST', entries, newEntry)).json();
    visitor.advance(60_000);
    const { is_logged, duration, started_at } = newEntry;
    const answer = await send('PUT', `${entries}/${entry.id}`, { is_logged, duration, started_at });
    expect(await answer.json()).toMatchObject({
      time_entry: { id: entry.id, note: null, project_id: null, created_at: entry.created_at },
    });
    const since = new Date(sandboxNoon + 1000).toISOString();
    expect((await get(`${entries}?updated_since=${since}`)).body.meta.total).toBe(1);
  });

  it('deletes softly: gone from the list, a 404 the second time, readable by id', async () => {
    const { time_entry: entry } = await (await send('POST', entries, newEntry)).json();
    const path = `${entries}/${entry.id}`;
    const remove = () => callApi(visitor, token, path, { method: 'DELETE' });
    const total = async (query = '') => (await get(entries + query)).body.meta.total;
    const before = await total();

    const answer = await remove();
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect((await remove()).status).toBe(404);
    expect((await send('PUT', path, newEntry)).status).toBe(404);
    expect(await total()).toBe(before - 1);
    expect(await total('?include_deleted=true')).toBe(before);
    expect((await get(path)).body.time_entry.active).toBe(false);
  });
});
