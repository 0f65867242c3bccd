import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  cutOffMidAnswer,
  dropAfterHandling,
} from '../../../../electron/sandbox/faults/connection-faults.ts';
import type { FaultOutcome } from '../../../../electron/sandbox/faults/exchange.ts';
import {
  fieldsRefused,
  notFound,
  rateLimited,
  scopeMissing,
} from '../../../../electron/sandbox/faults/refusals.ts';
import type { Business, TimeEntryDraft } from '../../../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId, TimerId } from '../../../../shared/ids.ts';
import { failed, ok } from '../../../../shared/result.ts';
import type { RemoteTimer, RunningTimers, TimerWork } from '../../../../shared/running-timers.ts';
import { businessNamed, type SandboxBooks, sandboxBooks } from '../../../support/sandbox-books.ts';
import { sandboxNoon, type Visitor, visitSandbox } from '../../../support/sandbox-visitor.ts';

const MINUTE = 60_000;

let visitor: Visitor;
let client: SandboxBooks;
let larkfield: Business;
let timers: RunningTimers;

async function visit(options: Parameters<typeof visitSandbox>[0] = {}) {
  visitor = await visitSandbox(options);
  client = await sandboxBooks(visitor);
  larkfield = await businessNamed(client.books, 'Larkfield Studio');
  timers = client.books.timers;
}

beforeEach(() => visit());
afterEach(() => visitor.sandbox.stop());

const clinic: TimerWork = {
  clientId: 30_411 as ClientId,
  projectId: 7_004_518 as ProjectId,
  serviceId: 4_810_022 as ServiceId,
  internal: false,
  billable: true,
  note: 'Home page layout',
};
const nothing: TimerWork = {
  clientId: null,
  projectId: null,
  serviceId: null,
  internal: false,
  billable: true,
  note: '',
};

async function value<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>) {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function start(work: TimerWork = clinic, minutesAgo = 20): Promise<RemoteTimer> {
  const startedAtMs = sandboxNoon - minutesAgo * MINUTE;
  return value(timers.start(larkfield, { ...work, startedAtMs, timeZone: 'America/Toronto' }));
}

/** From 20 minutes ago, paused for 5 of them after the first 10. */
async function paused(): Promise<RemoteTimer> {
  const timer = await start();
  await value(timers.pause(larkfield, timer, sandboxNoon - 10 * MINUTE));
  await value(timers.resume(larkfield, timer, sandboxNoon - 5 * MINUTE));
  return theOne();
}

async function theOne(): Promise<RemoteTimer> {
  const [timer, ...others] = await value(timers.list(larkfield));
  if (!timer || others.length > 0) throw new Error('Not exactly one timer');
  return timer;
}

function draft(change: Partial<TimeEntryDraft> = {}): TimeEntryDraft {
  return {
    ...clinic,
    startedAtMs: sandboxNoon - 20 * MINUTE,
    durationSeconds: 15 * 60,
    timeZone: 'America/Toronto',
    ...change,
  };
}

const backstage = () => visitor.sandbox.backstage;
const logged = () => {
  const kept = backstage().timeEntries();
  return kept.filter(({ active, isLogged }) => active && isLogged);
};
const writes = () => visitor.sandbox.requests.filter(({ method }) => method !== 'GET').length;

function next(method: string, path: RegExp, outcome: FaultOutcome) {
  return visitor.sandbox.faults.next({ when: { method, path }, outcome });
}

describe('a running timer', () => {
  it('starts when the person says it did, with everything they said', async () => {
    const timer = await start();
    expect(timer).toEqual({
      id: expect.any(Number),
      isRunning: true,
      segments: [
        {
          id: expect.any(Number),
          startedAtMs: sandboxNoon - 20 * MINUTE,
          durationSeconds: null,
        },
      ],
      ...clinic,
    });
    expect(await value(timers.list(larkfield))).toEqual([timer]);
    expect(backstage().timeEntries().at(-1)).toMatchObject({
      localStartedAt: '2026-11-23T13:10:00',
      localTimeZone: 'America/Toronto',
    });
  });

  it('needs no more than a start', async () => {
    const before = writes();
    expect(await start(nothing)).toMatchObject({ isRunning: true, ...nothing });
    expect(writes()).toBe(before + 1);
  });

  it('is seen when it was started in the web app', async () => {
    const id = await backstage().timers.start({ note: 'From the phone', startedAtMs: sandboxNoon });
    expect(await value(timers.list(larkfield))).toMatchObject([
      { id, isRunning: true, note: 'From the phone', segments: [{ startedAtMs: sandboxNoon }] },
    ]);
  });

  it('is one timer of several segments after a pause', async () => {
    const timer = await start();
    await value(timers.pause(larkfield, timer, sandboxNoon - 10 * MINUTE));
    expect(await theOne()).toMatchObject({
      isRunning: false,
      segments: [{ durationSeconds: 600 }],
    });
    await value(timers.resume(larkfield, timer, sandboxNoon - 5 * MINUTE));
    expect(await theOne()).toMatchObject({
      id: timer.id,
      isRunning: true,
      ...clinic,
      segments: [
        { durationSeconds: 600, startedAtMs: sandboxNoon - 20 * MINUTE },
        { durationSeconds: null, startedAtMs: sandboxNoon - 5 * MINUTE },
      ],
    });
  });

  it('can be paused and resumed twice without harm', async () => {
    const timer = await start();
    await value(timers.resume(larkfield, timer, sandboxNoon));
    await value(timers.pause(larkfield, timer, sandboxNoon - MINUTE));
    await value(timers.pause(larkfield, timer, sandboxNoon));
    expect(await theOne()).toMatchObject({ segments: [{ durationSeconds: 19 * 60 }] });
  });

  it('can be about something else, in each of its segments', async () => {
    const timer = await paused();
    const work = { ...clinic, serviceId: 4_810_023 as ServiceId, note: 'Booking form' };
    await value(timers.change(larkfield, timer, { work }));
    expect(await theOne()).toEqual({ ...timer, ...work });
    const segments = backstage()
      .timeEntries()
      .filter(({ timerId }) => timerId === timer.id);
    expect(segments.map(({ note }) => note)).toEqual(['Booking form', 'Booking form']);
  });

  it('can have started earlier or later; a pause stays where it was', async () => {
    const timer = await paused();
    const startAt = async (minutesAgo: number) =>
      timers.change(larkfield, timer, { startedAtMs: sandboxNoon - minutesAgo * MINUTE });
    expect(await startAt(30)).toEqual(ok());
    expect((await theOne()).segments[0]).toMatchObject({ durationSeconds: 20 * 60 });
    expect(await startAt(15)).toEqual(ok());
    expect((await theOne()).segments[0]).toMatchObject({ durationSeconds: 5 * 60 });
    expect(await startAt(6)).toMatchObject({
      error: { code: 'rejected', fields: { started_at: expect.any(String) } },
    });
    expect((await theOne()).segments[0]).toMatchObject({ durationSeconds: 5 * 60 });
  });

  it('keeps what Traybooks does not edit', async () => {
    const timer = await start();
    const [segment] = backstage().timeEntries().slice(-1);
    Object.assign(segment ?? {}, { pendingClient: 'Somebody new', retainerId: 12 });
    await value(timers.pause(larkfield, timer, sandboxNoon));
    expect(segment).toMatchObject({
      pendingClient: 'Somebody new',
      retainerId: 12,
      identityId: 880_214,
    });
  });

  it('is no entry before it is logged, though its segments have ids like entries', async () => {
    const [segment] = (await start()).segments;
    if (!segment) throw new Error('A timer has a segment');
    expect(await client.books.timeEntry(larkfield, segment.id)).toMatchObject({
      error: { code: 'server-trouble' },
    });
  });

  it('is gone with all its segments when discarded, and once more is fine', async () => {
    const timer = await paused();
    expect(await timers.discard(larkfield, timer.id)).toEqual(ok());
    expect(await value(timers.list(larkfield))).toEqual([]);
    expect(await timers.discard(larkfield, timer.id)).toEqual(ok());
  });

  it('is not found when somebody else discarded it', async () => {
    const timer = await start();
    await backstage().timers.discard(timer.id);
    const gone = failed({ code: 'not-found', thing: 'timer' });
    expect(await timers.pause(larkfield, timer, sandboxNoon)).toEqual(gone);
    expect(await timers.resume(larkfield, timer, sandboxNoon)).toEqual(gone);
    expect(await timers.change(larkfield, timer, { work: nothing })).toEqual(gone);
    expect(await timers.log(larkfield, timer, draft())).toEqual(gone);
  });
});

const HABITS = [
  { answer: 'time_entry', entryId: 'first-segment', roundToSeconds: 1 },
  { answer: 'timer', entryId: 'new', roundToSeconds: 1 },
  { answer: 'time_entry', entryId: 'first-segment', roundToSeconds: 360 },
  { answer: 'timer', entryId: 'new', roundToSeconds: 360 },
] as const;

describe.each(HABITS)('logging where FreshBooks answers %o', (timerHabits) => {
  beforeEach(async () => {
    await visitor.sandbox.stop();
    await visit({ timerHabits });
  });

  it.each([
    ['the sum of its segments', {}],
    ['less than that', { durationSeconds: 47 }],
    ['more than that', { durationSeconds: 3600 }],
    ['a later start', { startedAtMs: sandboxNoon - 7 * MINUTE }],
    ['other work', { ...nothing, billable: false, note: 'Something else' }],
  ])('makes exactly one entry of it: %s', async (_, change) => {
    const before = logged().length;
    const timer = await paused();
    const asked = draft(change);
    const { timeZone: _zone, ...content } = asked;
    const entry = await value(timers.log(larkfield, timer, asked));
    expect(entry).toMatchObject(content);
    expect(logged()).toHaveLength(before + 1);
    expect(await value(client.books.timeEntry(larkfield, entry.id))).toEqual(entry);
    expect(await value(timers.list(larkfield))).toEqual([]);
  });

  it('answers the entry that was made of it in the web app, and leaves it alone', async () => {
    const timer = await paused();
    const made = await backstage().timers.log(timer.id);
    const sent = writes();
    const entry = await value(timers.log(larkfield, timer, draft({ durationSeconds: 60 })));
    expect(entry).toMatchObject({ id: made.id, durationSeconds: made.durationSeconds });
    expect(writes()).toBe(sent);
  });

  it.each([
    ['was not heard', dropAfterHandling],
    ['broke off', cutOffMidAnswer],
  ])('makes no second entry after an answer that %s', async (_, outcome) => {
    const before = logged().length;
    const timer = await paused();
    next('PUT', /\/timers\//, outcome);
    expect(await timers.log(larkfield, timer, draft())).toEqual(
      failed({ code: 'outcome-unknown' }),
    );
    const entry = await value(timers.log(larkfield, timer, draft(), true));
    expect(entry).toMatchObject({ durationSeconds: 900, note: clinic.note });
    expect(logged()).toHaveLength(before + 1);
  });

  it('never passes for not sent once it is logged, should the look at it be put off', async () => {
    const timer = await start();
    next('GET', /\/time_entries\/\d+$/, rateLimited(60));
    expect(await timers.log(larkfield, timer, draft())).toEqual(
      failed({ code: 'outcome-unknown' }),
    );
    expect(await value(timers.log(larkfield, timer, draft(), true))).toMatchObject({
      durationSeconds: 900,
    });
  });
});

describe('logging where FreshBooks rounds and the entry then needs correcting', () => {
  beforeEach(async () => {
    await visitor.sandbox.stop();
    await visit({ timerHabits: { ...HABITS[0], roundToSeconds: 360 } });
  });

  it('never passes for not sent when the correction is put off', async () => {
    const timer = await start();
    next('PUT', /\/time_entries\/\d+$/, rateLimited(60));
    expect(await timers.log(larkfield, timer, draft())).toEqual(
      failed({ code: 'outcome-unknown' }),
    );
    expect(await value(timers.log(larkfield, timer, draft(), true))).toMatchObject({
      durationSeconds: 900,
    });
  });

  it('answers what was logged when the correction is refused, so nobody logs it again', async () => {
    const timer = await start();
    next('PUT', /\/time_entries\/\d+$/, fieldsRefused({ duration: 'Not like this' }));
    expect(await value(timers.log(larkfield, timer, draft()))).toMatchObject({
      durationSeconds: 1080,
    });
  });
});

describe('where FreshBooks refuses', () => {
  it.each([
    ['a scope is missing', scopeMissing, 'scope-missing'],
    ['it knows no timers', notFound, 'not-found'],
    ['a field is wrong', fieldsRefused({ timer: 'Not here' }), 'rejected'],
  ])('starting says that %s', async (_, outcome, code) => {
    next('POST', /\/time_entries$/, outcome);
    const answer = timers.start(larkfield, {
      ...clinic,
      startedAtMs: sandboxNoon,
      timeZone: 'America/Toronto',
    });
    expect(await answer).toMatchObject({ error: { code } });
  });

  it('what it runs for, the timer still runs', async () => {
    next('PUT', /\/time_entries\//, fieldsRefused({ project_id: 'Project not found' }));
    expect(await start()).toMatchObject({ isRunning: true, ...nothing });
  });

  it('to log a timer, it says so, and the timer is still there to be discarded', async () => {
    const timer = await start();
    next('PUT', /\/timers\//, notFound);
    expect(await timers.log(larkfield, timer, draft())).toEqual(
      failed({ code: 'not-found', thing: 'timer' }),
    );
    expect(await value(timers.list(larkfield))).toHaveLength(1);
  });

  it('to log a timer that was logged a moment ago elsewhere, its entry is the answer', async () => {
    const timer = await start();
    next('PUT', /\/timers\//, async () => {
      await backstage().timers.log(timer.id);
      return new Response('{}', { status: 404 });
    });
    expect(await value(timers.log(larkfield, timer, draft()))).toMatchObject({
      id: timer.segments[0]?.id,
      durationSeconds: 20 * 60,
    });
  });

  it('a log, the reasons are passed on and the timer is still there', async () => {
    const timer = await start();
    const refused = draft({ projectId: 1 as ProjectId });
    expect(await timers.log(larkfield, timer, refused)).toMatchObject({
      error: { code: 'rejected', fields: { project_id: 'Project not found' } },
    });
    expect(await value(timers.list(larkfield))).toHaveLength(1);
  });
});

describe('a write to a timer whose answer is lost', () => {
  const acts: readonly [string, string, (timer: RemoteTimer) => Promise<unknown>][] = [
    ['pausing', 'PUT', (timer) => timers.pause(larkfield, timer, sandboxNoon)],
    ['changing', 'PUT', (timer) => timers.change(larkfield, timer, { work: nothing })],
    ['discarding', 'DELETE', (timer) => timers.discard(larkfield, timer.id)],
  ];

  it.each(acts)('is sent once: %s', async (_, method, act) => {
    const timer = await start();
    const sent = writes();
    next(method, /\/time_entries\//, dropAfterHandling);
    expect(await act(timer)).toEqual(failed({ code: 'outcome-unknown' }));
    expect(writes()).toBe(sent + 1);
  });

  it('is sent once: starting and resuming, of which the list then tells', async () => {
    next('POST', /\/time_entries$/, dropAfterHandling);
    const asked = { ...clinic, startedAtMs: sandboxNoon, timeZone: 'America/Toronto' };
    expect(await timers.start(larkfield, asked)).toEqual(failed({ code: 'outcome-unknown' }));
    const timer = await theOne();
    await value(timers.pause(larkfield, timer, sandboxNoon));
    next('POST', /\/time_entries$/, dropAfterHandling);
    expect(await timers.resume(larkfield, timer, sandboxNoon)).toEqual(
      failed({ code: 'outcome-unknown' }),
    );
    expect(await timers.resume(larkfield, timer, sandboxNoon)).toEqual(ok());
    expect((await theOne()).segments).toHaveLength(2);
  });
});

describe('timers of a business', () => {
  it('are none of another one', async () => {
    await start();
    const tern = await businessNamed(client.books, 'Tern & Co');
    expect(await value(timers.list(tern))).toEqual([]);
    expect(await timers.discard(tern, 1 as TimerId)).toEqual(ok());
  });

  it('come with the one that runs first', async () => {
    const older = await start();
    await value(timers.pause(larkfield, older, sandboxNoon - 15 * MINUTE));
    const running = await start(nothing, 25);
    const listed = await value(timers.list(larkfield));
    expect(listed.map(({ id }) => id)).toEqual([running.id, older.id]);
  });
});
