import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TimeEntryDraft } from '../../../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId } from '../../../../shared/ids.ts';
import { entryOf } from '../../../support/books-double.ts';
import { CATALOG, LARKFIELD, TERN } from '../../../support/larkfield.ts';
import { settle } from '../../../support/manual-clock.ts';
import { NOW, type WorkspaceBench, workspaceBench } from '../../../support/workspace-bench.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
  bench.books.what = {
    ...CATALOG,
    clients: [{ id: 30411 as ClientId, name: 'Northgate Dental', currency: 'CAD' }],
  };
  bench.books.rated = {
    projects: [{ id: 7004518 as ProjectId, basis: 'project', rate: '100.00' }],
    services: [],
    teamMembers: [],
  };
  unbilled(1, 2 * 3600);
});
afterEach(() => bench.remove());

function unbilled(id: number, durationSeconds: number, change: Partial<TimeEntryDraft> = {}) {
  const draft: TimeEntryDraft = {
    startedAtMs: NOW - 40 * 24 * HOUR,
    durationSeconds,
    timeZone: 'America/Toronto',
    clientId: 30411 as ClientId,
    projectId: 7004518 as ProjectId,
    serviceId: 4810022 as ServiceId,
    internal: false,
    billable: true,
    note: '',
    ...change,
  };
  bench.books.entries.push(entryOf(draft, id));
}

const TWO_HOURS = {
  clientId: 30411,
  clientName: 'Northgate Dental',
  seconds: 7200,
  amount: { minor: 20_000, currency: 'CAD' },
  unknownRateSeconds: 0,
};

const asked = () => [bench.books.count('unbilledTime'), bench.books.count('rates')];

describe('unbilled time', () => {
  it('is worth what its rate says, by client', async () => {
    unbilled(2, 1800, { projectId: null });
    const workspace = await bench.openSignedIn();
    expect(workspace.snapshot().unbilled).toEqual({
      refreshedAtMs: NOW,
      loading: false,
      error: null,
      clients: [{ ...TWO_HOURS, seconds: 9000, unknownRateSeconds: 1800 }],
    });
  });

  it('is there after a restart, before anything was asked', async () => {
    const { unbilled: before } = (await bench.openSignedIn()).snapshot();
    expect(bench.open().snapshot().unbilled).toEqual(before);
  });

  it('is read behind the refresh, which does not wait for it', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    bench.books.gate = (method) => (method === 'unbilledTime' ? held : Promise.resolve());
    const workspace = await bench.openSignedIn();
    expect(workspace.snapshot().sync).toMatchObject({ refreshing: false, refreshedAtMs: NOW });
    expect(workspace.snapshot().unbilled).toMatchObject({ loading: true, clients: [] });
    release();
    await settle();
    expect(workspace.snapshot().unbilled).toMatchObject({ loading: false, clients: [TWO_HOURS] });
  });

  it('is asked for once an hour, however often the rest is refreshed', async () => {
    await bench.openSignedIn();
    expect(asked()).toEqual([1, 1]);
    await bench.clock.advanceSettling(59 * MINUTE);
    expect(bench.books.count('catalog')).toBeGreaterThan(1);
    expect(asked()).toEqual([1, 1]);
    await bench.clock.advanceSettling(31 * MINUTE);
    expect(asked()).toEqual([2, 2]);
  });

  it('is asked for at once when a person refreshes', async () => {
    const workspace = await bench.openSignedIn();
    unbilled(2, 3600);
    await workspace.refresh();
    await settle();
    expect(workspace.snapshot().unbilled.clients).toEqual([
      { ...TWO_HOURS, seconds: 10_800, amount: { minor: 30_000, currency: 'CAD' } },
    ]);
  });

  it('keeps the last figures where it cannot be read, says why, and tries again', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('rates', { code: 'server-trouble', status: 502, detail: 'x' });
    bench.clock.jump(HOUR);
    await workspace.refresh();
    await settle();
    expect(workspace.snapshot().unbilled).toMatchObject({
      refreshedAtMs: NOW,
      error: { code: 'server-trouble' },
      clients: [TWO_HOURS],
    });
    bench.books.failing.clear();
    await bench.clock.advanceSettling(15 * MINUTE);
    expect(workspace.snapshot().unbilled).toMatchObject({ error: null, clients: [TWO_HOURS] });
  });

  it.each([
    { code: 'scope-missing', scope: 'user:billable_items:read' } as const,
    { code: 'not-allowed', thing: 'services' } as const,
  ])(
    'is off with a reason after %o, and is not asked for again at every refresh',
    async (error) => {
      bench.books.failing.set('rates', error);
      const workspace = await bench.openSignedIn();
      expect(workspace.snapshot().unbilled).toMatchObject({ loading: false, error, clients: [] });
      expect(workspace.snapshot().sync.error).toBeNull();
      const before = asked();
      await bench.clock.advanceSettling(50 * MINUTE);
      expect(asked()).toEqual(before);
    },
  );

  it('waits as long as FreshBooks wants a pause', async () => {
    bench.books.failing.set('unbilledTime', { code: 'rate-limited', retryAfterSeconds: 90 });
    const workspace = await bench.openSignedIn();
    expect(await workspace.refresh()).toMatchObject({ error: { code: 'rate-limited' } });
    await settle();
    expect(asked()).toEqual([1, 0]);
  });

  it('is never shown for another business than its own', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    bench.books.gate = (method, business) =>
      method === 'unbilledTime' && business?.id === LARKFIELD.id ? held : Promise.resolve();
    const workspace = await bench.openSignedIn();
    workspace.chooseBusiness(TERN.id);
    bench.books.entries.length = 0;
    await settle();
    release();
    await settle();
    expect(workspace.snapshot().unbilled).toMatchObject({ clients: [], error: null });
    expect(workspace.snapshot().businesses.chosen).toBe(TERN.id);
  });
});
