import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TraybooksError } from '../../../../shared/errors.ts';
import { entryOf } from '../../../support/books-double.ts';
import { MAYA } from '../../../support/larkfield.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  entry,
  listedEntry,
  logAndSettle,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TROUBLE = { code: 'server-trouble', status: 502, detail: 'not JSON' } as const;

describe('an entry FreshBooks takes', () => {
  it('is saved, keeps its name on screen, and is listed once', async () => {
    const workspace = await bench.openSignedIn();
    expect(await logAndSettle(workspace)).toMatchObject({ ok: true, value: { state: 'saved' } });
    const [saved] = workspace.snapshot().time.entries;
    await workspace.refresh();
    expect(workspace.snapshot().time.entries).toEqual([saved]);
    expect(saved).toMatchObject({ key: 'entry-1', id: 901, state: 'saved', day: '2026-11-12' });
  });

  it('is shown while it is being sent, and is on the disk before', async () => {
    const workspace = await bench.openSignedIn();
    let release = () => {};
    bench.books.gate = (method) =>
      method === 'createTimeEntry'
        ? new Promise((resolve) => (release = resolve))
        : Promise.resolve();
    const logging = workspace.logTime(entry());
    await settle();
    expect(workspace.snapshot().time.entries).toMatchObject([{ state: 'sending', id: null }]);
    const other = bench.open();
    expect(other.snapshot().time.entries).toMatchObject([{ key: 'entry-1', state: 'unsure' }]);
    release();
    await logging;
  });
});

describe('an entry that cannot be sent now', () => {
  const transient: readonly TraybooksError[] = [
    { code: 'offline' },
    { code: 'rate-limited', retryAfterSeconds: 30 },
    { code: 'server-trouble', status: 502, detail: 'not JSON' },
    { code: 'sign-in-needed', reason: 'session-ended' },
    { code: 'keychain-unavailable', cause: 'locked' },
    { code: 'port-in-use', ports: [47821] },
    { code: 'storage-full' },
    { code: 'storage-unusable', cause: 'cannot-open' },
  ];
  it.each(transient)('waits after $code and is sent once when it can be', async (error) => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', error);
    expect(await logAndSettle(workspace)).toMatchObject({
      ok: true,
      value: { state: 'waiting' },
    });
    expect(workspace.snapshot().outbox).toMatchObject({ waiting: 1, unsure: 0, refused: 0 });
    bench.books.failing.clear();
    await bench.clock.advanceSettling(5 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
    expect(workspace.snapshot().outbox.waiting).toBe(0);
    expect(workspace.snapshot().time.entries).toMatchObject([{ state: 'saved' }]);
  });

  it('survives a kill and a restart without a network', async () => {
    const first = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(first);
    const second = bench.open();
    expect(second.snapshot().time.entries).toMatchObject([
      { state: 'waiting', note: 'Home page layout' },
    ]);
    bench.books.failing.clear();
    second.start();
    await settle();
    expect(bench.books.count('createTimeEntry')).toBe(2);
    expect(bench.books.entries).toHaveLength(1);
  });

  it('is not sent before a 429 allows it', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'rate-limited', retryAfterSeconds: 600 });
    await logAndSettle(workspace);
    bench.books.failing.clear();
    await bench.clock.advanceSettling(9 * MINUTE);
    workspace.networkBack();
    await settle();
    expect(bench.books.count('createTimeEntry')).toBe(1);
    await bench.clock.advanceSettling(3 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
  });

  it('goes out when the network is back', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(workspace);
    bench.books.failing.clear();
    workspace.networkBack();
    await settle();
    expect(bench.books.entries).toHaveLength(1);
  });

  it('goes out although another login is in use meanwhile', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(workspace);
    bench.connections.nextId = 'login-2';
    bench.books.who = { ...MAYA, id: 5 as typeof MAYA.id, name: 'Ines Varga' };
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    bench.books.failing.clear();
    await bench.clock.advanceSettling(3 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
    expect(workspace.snapshot().outbox.waiting).toBe(0);
  });

  it('goes out after the same person signs out and in again', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(workspace);
    await workspace.signOut(workspace.snapshot().connection.connections[0]?.id ?? ('' as never));
    expect(workspace.snapshot().notices).toMatchObject([{ id: 'entries-kept-after-sign-out' }]);
    expect(workspace.snapshot().time.entries).toEqual([]);
    bench.books.failing.clear();
    bench.connections.nextId = 'login-2';
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    expect(bench.books.entries).toHaveLength(1);
  });
});

describe('an entry whose answer was lost', () => {
  const unknown: TraybooksError = { code: 'outcome-unknown' };
  const readings: readonly TraybooksError[] = [
    unknown,
    { code: 'server-trouble', status: 502, detail: 'not JSON' },
    { code: 'server-trouble', status: 200, detail: 'time_entry.id' },
    { code: 'cancelled', by: 'time-out' },
    { code: 'bug', detail: 'x' },
  ];
  it.each(readings)('is found in FreshBooks after $code, not sent again', async (error) => {
    const workspace = await bench.openSignedIn();
    bench.books.loseNextAnswer = error;
    expect(await logAndSettle(workspace)).toMatchObject({ ok: true, value: { state: 'saved' } });
    await bench.clock.advanceSettling(5 * MINUTE);
    expect(bench.books.count('createTimeEntry')).toBe(1);
    expect(workspace.snapshot().time.entries).toHaveLength(1);
  });

  it('is unsure while FreshBooks cannot be asked, and settled when it can', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.loseNextAnswer = unknown;
    bench.books.failing.set('timeEntries', { code: 'offline' });
    // At a second of its own, so that nothing has to be asked before it is sent.
    expect(await logAndSettle(workspace, entry({ durationSeconds: 3590 }))).toMatchObject({
      ok: true,
      value: { state: 'unsure' },
    });
    expect(workspace.snapshot().outbox).toMatchObject({ waiting: 0, unsure: 1, refused: 0 });
    bench.books.failing.clear();
    await bench.clock.advanceSettling(2 * MINUTE);
    expect(bench.books.count('createTimeEntry')).toBe(1);
    expect(workspace.snapshot().time.entries).toMatchObject([{ state: 'saved' }]);
  });

  it('is sent once more when FreshBooks does not have it, but not while it may still arrive', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', unknown);
    expect(await logAndSettle(workspace)).toMatchObject({
      ok: true,
      value: { state: 'unsure' },
    });
    bench.books.failing.clear();
    await workspace.refresh();
    expect(bench.books.count('createTimeEntry')).toBe(1);
    await bench.clock.advanceSettling(30_000);
    await workspace.refresh();
    expect(bench.books.count('createTimeEntry')).toBe(2);
    expect(bench.books.entries).toHaveLength(1);
  });

  it('is looked for once more when the next attempt never left, however late it arrived', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', unknown);
    await logAndSettle(workspace, entry({ day: '2026-11-11' }));
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await bench.clock.advanceSettling(3 * MINUTE);
    expect(bench.books.count('createTimeEntry')).toBeGreaterThan(1);
    bench.books.entries.push(listedEntry(77));
    bench.books.failing.clear();
    await bench.clock.advanceSettling(30 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
    expect(workspace.snapshot().time.entries).toMatchObject([{ id: 77, state: 'saved' }]);
  });

  it('is settled after a kill in the middle of sending', async () => {
    const first = await bench.openSignedIn();
    bench.books.gate = (method) =>
      method === 'createTimeEntry' ? new Promise(() => {}) : Promise.resolve();
    void first.logTime(entry());
    await settle();
    const [sending] = first.snapshot().time.entries;
    bench.books.gate = async () => {};
    bench.books.entries.push(
      entryOf(
        {
          startedAtMs: sending?.startedAtMs ?? 0,
          durationSeconds: 3600,
          timeZone: 'America/Toronto',
          clientId: sending?.clientId ?? null,
          projectId: sending?.projectId ?? null,
          serviceId: sending?.serviceId ?? null,
          internal: false,
          billable: true,
          note: 'Home page layout',
        },
        77,
      ),
    );
    const second = bench.open();
    second.start();
    await settle();
    expect(bench.books.count('createTimeEntry')).toBe(1);
    expect(second.snapshot().time.entries).toMatchObject([{ id: 77, state: 'saved' }]);
  });

  it('is not mistaken for an identical one that was saved before', async () => {
    const workspace = await bench.openSignedIn();
    const yesterday = entry({ day: '2026-11-11' });
    await logAndSettle(workspace, yesterday);
    bench.books.failing.set('createTimeEntry', unknown);
    expect(await logAndSettle(workspace, yesterday)).toMatchObject({
      ok: true,
      value: { state: 'unsure' },
    });
    bench.books.failing.clear();
    await bench.clock.advanceSettling(3 * MINUTE);
    expect(bench.books.entries).toHaveLength(2);
    expect(workspace.snapshot().time.entries).toHaveLength(2);
  });

  it('is not mistaken for an identical one made in the browser before', async () => {
    const workspace = await bench.openSignedIn();
    const yesterday = entry({ day: '2026-11-11' });
    await logAndSettle(workspace, yesterday);
    const [made] = bench.books.entries.splice(0);
    if (made) bench.books.entries.push({ ...made, id: 12 as typeof made.id });
    await workspace.refresh();
    bench.books.failing.set('createTimeEntry', unknown);
    await logAndSettle(workspace, yesterday);
    bench.books.failing.clear();
    await bench.clock.advanceSettling(3 * MINUTE);
    expect(bench.books.entries).toHaveLength(2);
  });

  it.each([
    ['since the last refresh', '2026-11-11'],
    ['in a week that was never listed', '2026-10-07'],
  ])('is not mistaken for an identical one made elsewhere %s', async (_, day) => {
    const workspace = await bench.openSignedIn();
    const past = entry({ day });
    await logAndSettle(workspace, past);
    // As if the first had been made in the browser: nothing here knows its id.
    const other = bench.open();
    const [made] = bench.books.entries.splice(0);
    if (made) bench.books.entries.push({ ...made, id: 12 as typeof made.id });
    bench.books.failing.set('createTimeEntry', unknown);
    expect(await logAndSettle(other, past)).toMatchObject({ ok: true, value: { state: 'unsure' } });
    bench.books.failing.clear();
    other.start();
    await bench.clock.advanceSettling(3 * MINUTE);
    expect(bench.books.entries).toHaveLength(2);
  });

  it('waits, unsent, while nobody can say what FreshBooks has at its start', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('timeEntries', { code: 'offline' });
    expect(await logAndSettle(workspace, entry({ day: '2026-11-11' }))).toMatchObject({
      ok: true,
      value: { state: 'waiting' },
    });
    expect(bench.books.count('createTimeEntry')).toBe(0);
  });

  it('is not sent twice when the same person connects again while it is looked for', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', unknown);
    await logAndSettle(workspace);
    bench.books.failing.clear();
    const releases: (() => void)[] = [];
    bench.books.gate = (method) =>
      method === 'timeEntries'
        ? new Promise((resolve) => releases.push(resolve))
        : Promise.resolve();
    bench.clock.jump(MINUTE);
    void workspace.refresh();
    await settle();
    bench.connections.nextId = 'login-2';
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    bench.books.gate = async () => {};
    for (const release of releases) release();
    await settle();
    await bench.clock.advanceSettling(5 * MINUTE);
    expect(bench.books.entries).toHaveLength(1);
  });

  it('stays two when two identical ones are lost one after the other', async () => {
    const workspace = await bench.openSignedIn();
    const yesterday = entry({ day: '2026-11-11' });
    const listingFails = bench.books.failing.set.bind(bench.books.failing, 'timeEntries');
    bench.books.gate = async (method) => {
      // Listing works until the entry was sent.
      if (method === 'createTimeEntry') listingFails({ code: 'offline' });
    };
    bench.books.loseNextAnswer = unknown;
    await logAndSettle(workspace, yesterday);
    bench.books.failing.clear();
    bench.books.loseNextAnswer = unknown;
    await logAndSettle(workspace, yesterday);
    bench.books.gate = async () => {};
    bench.books.failing.clear();
    await bench.clock.advanceSettling(10 * MINUTE);
    expect(bench.books.entries).toHaveLength(2);
    expect(workspace.snapshot().outbox).toMatchObject({ waiting: 0, unsure: 0, refused: 0 });
  });

  it('stays two when the second was sent while nobody could look for the first', async () => {
    const workspace = await bench.openSignedIn();
    const yesterday = entry({ day: '2026-11-11' });
    // Each asks before it is sent, and the answers to what they ask afterwards are lost, too.
    const lost = [false, true, true, false, true];
    bench.books.gate = async (method) => {
      if (method !== 'timeEntries') return;
      if (lost.shift()) bench.books.failing.set(method, TROUBLE);
      else bench.books.failing.delete(method);
    };
    bench.books.loseNextAnswer = unknown;
    await logAndSettle(workspace, yesterday);
    bench.books.loseNextAnswer = unknown;
    await logAndSettle(workspace, yesterday);
    expect(lost).toEqual([]);
    await bench.clock.advanceSettling(10 * MINUTE);
    expect(bench.books.entries).toHaveLength(2);
    expect(workspace.snapshot().outbox).toMatchObject({ waiting: 0, unsure: 0, conflicts: 0 });
  });

  it('takes none that was saved weeks ago for its own', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', unknown);
    await logAndSettle(workspace, entry({ day: '2026-11-11', note: 'Lost' }));
    bench.books.failing.clear();
    await logAndSettle(workspace, entry({ day: '2026-11-11', note: 'Saved' }));
    bench.kill();
    bench.clock.jump(20 * DAY);
    const later = bench.open();
    later.start();
    await bench.clock.advanceSettling(10 * MINUTE);
    expect(bench.books.entries.map(({ note }) => note).sort()).toEqual(['Lost', 'Saved']);
    expect(later.snapshot().outbox).toMatchObject({ waiting: 0, unsure: 0, conflicts: 0 });
  });
});

describe('an entry FreshBooks refuses', () => {
  const refused: TraybooksError = { code: 'rejected', fields: { service_id: 'field required' } };
  it.each<[TraybooksError, object]>([
    [refused, { service_id: 'field required' }],
    [{ code: 'not-found', thing: 'project' }, { project: 'is no longer in FreshBooks' }],
    [{ code: 'not-allowed', thing: 'time entries' }, { __root__: 'your role does not allow it' }],
  ])('is kept with its reason after $code', async (error, refusal) => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', error);
    await logAndSettle(workspace);
    expect(workspace.snapshot().time.entries).toMatchObject([{ state: 'refused', refusal }]);
    expect(bench.open().snapshot().time.entries).toMatchObject([{ state: 'refused', refusal }]);
  });

  it('waits where only a scope is missing, for a sign-in to bring it', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', {
      code: 'scope-missing',
      scope: 'user:time_entries:write',
    });
    await logAndSettle(workspace);
    expect(workspace.snapshot().time.entries).toMatchObject([{ state: 'waiting' }]);
  });

  it('is not sent again until it was changed', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(workspace);
    bench.books.failing.set('createTimeEntry', refused);
    await workspace.refresh();
    expect(workspace.snapshot().time.entries).toMatchObject([
      { state: 'refused', refusal: { service_id: 'field required' } },
    ]);
    expect(workspace.snapshot().outbox).toMatchObject({ waiting: 0, unsure: 0, refused: 1 });
    await bench.clock.advanceSettling(60 * MINUTE);
    expect(bench.books.count('createTimeEntry')).toBe(2);
  });
});

describe('what is not sent at all', () => {
  it('is an entry without a login', async () => {
    const workspace = bench.open();
    workspace.start();
    expect(await logAndSettle(workspace)).toEqual({
      ok: false,
      error: { code: 'sign-in-needed', reason: 'never-signed-in' },
    });
  });

  it('is an entry of a day to come', async () => {
    const workspace = await bench.openSignedIn();
    const answer = await logAndSettle(workspace, entry({ day: '2026-11-13' }));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'rejected', fields: { day: expect.any(String) } },
    });
    expect(bench.books.count('createTimeEntry')).toBe(0);
  });
});
