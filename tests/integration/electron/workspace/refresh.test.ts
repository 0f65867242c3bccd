import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import type { TraybooksError } from '../../../../shared/errors.ts';
import type { Snapshot } from '../../../../shared/snapshot.ts';
import type { BooksMethod } from '../../../support/books-double.ts';
import { day } from '../../../support/day.ts';
import { CATALOG, LARKFIELD, MAYA, TERN } from '../../../support/larkfield.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  invoice,
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
const HOUR = 60 * MINUTE;

const EVERY_ERROR: {
  readonly [Code in TraybooksError['code']]: TraybooksError & { readonly code: Code };
} = {
  offline: { code: 'offline' },
  'rate-limited': { code: 'rate-limited', retryAfterSeconds: 30 },
  'sign-in-needed': { code: 'sign-in-needed', reason: 'session-ended' },
  'code-refused': { code: 'code-refused', came: 'redirect', redirectUri: '' },
  'not-allowed': { code: 'not-allowed', thing: 'time entries' },
  'scope-missing': { code: 'scope-missing', scope: 'user:invoices:read' },
  'not-found': { code: 'not-found', thing: 'invoice' },
  rejected: { code: 'rejected', fields: { page: 'not a number' } },
  'keychain-unavailable': { code: 'keychain-unavailable', cause: 'locked' },
  'port-in-use': { code: 'port-in-use', ports: [47821] },
  cancelled: { code: 'cancelled', by: 'time-out' },
  'outcome-unknown': { code: 'outcome-unknown' },
  'server-trouble': { code: 'server-trouble', status: 502, detail: 'not JSON' },
  'storage-full': { code: 'storage-full' },
  'storage-unusable': { code: 'storage-unusable', cause: 'damaged' },
  bug: { code: 'bug', detail: 'x' },
};

describe('the first refresh after signing in', () => {
  it('shows every list, oldest due first, in its own currency', async () => {
    bench.books.invoices = [
      invoice(3, null),
      invoice(10, '2026-11-20'),
      invoice(9, '2026-11-20', { outstanding: { minor: 1200, currency: 'JPY' } }),
      invoice(2, '2026-10-01'),
    ];
    const workspace = await bench.openSignedIn();
    const { invoices, catalog, businesses, connection, sync } = workspace.snapshot();
    expect(invoices.invoices.map(({ number }) => number)).toEqual(['FB2', 'FB9', 'FB10', 'FB3']);
    expect(invoices.invoices[1]?.outstanding).toEqual({ minor: 1200, currency: 'JPY' });
    expect(catalog).toMatchObject({ ...CATALOG, loading: false, error: null });
    expect(businesses).toEqual({ list: MAYA.businesses, chosen: LARKFIELD.id });
    expect(connection).toMatchObject({ active: 'login-1', signIn: null, problem: null });
    expect(sync).toEqual({ refreshing: false, refreshedAtMs: bench.clock.now(), error: null });
  });

  it('does not ask who it is again: the sign-in just said so', async () => {
    await bench.openSignedIn();
    expect(bench.books.count('identity')).toBe(0);
  });
});

describe('after a restart', () => {
  it('everything is there before the keychain or the network was asked', async () => {
    bench.books.invoices = [invoice(1, '2026-10-01')];
    const first = await bench.openSignedIn();
    bench.connections.calls.length = 0;
    bench.books.calls.length = 0;
    const second = bench.open();
    expect(second.snapshot()).toEqual(first.snapshot());
    await settle();
    expect([...bench.connections.calls, ...bench.books.calls]).toEqual([]);
    expect(bench.clock.pending).toHaveLength(1);
  });

  it('asks for the identity again only after half a day', async () => {
    await bench.openSignedIn();
    const soon = bench.open();
    soon.start();
    await settle();
    expect(bench.books.count('identity')).toBe(0);
    bench.clock.jump(12 * HOUR);
    await soon.refresh();
    await soon.refresh();
    expect(bench.books.count('identity')).toBe(1);
  });

  it('says that the keychain cannot be asked, and keeps the lists', async () => {
    bench.books.invoices = [invoice(1, '2026-10-01')];
    await bench.openSignedIn();
    bench.connections.resumeError = { code: 'keychain-unavailable', cause: 'locked' };
    const workspace = bench.open();
    workspace.start();
    await settle();
    expect(workspace.snapshot().connection.problem).toEqual(bench.connections.resumeError);
    expect(workspace.snapshot().sync.error).toEqual(bench.connections.resumeError);
    expect(workspace.snapshot().invoices.invoices).toHaveLength(1);
    bench.connections.resumeError = null;
    await workspace.refresh();
    expect(workspace.snapshot().connection.problem).toBeNull();
  });

  it('does not ask a keychain that stayed shut again at a mere look at the popover', async () => {
    await bench.openSignedIn();
    bench.connections.resumeError = { code: 'keychain-unavailable', cause: 'locked' };
    const workspace = bench.open();
    workspace.start();
    await settle();
    bench.connections.calls.length = 0;
    workspace.setVisible(true);
    await settle();
    expect(bench.connections.calls).toEqual([]);
    await workspace.refresh();
    expect(bench.connections.calls).toEqual(['resume login-1']);
  });

  it('needs a sign-in when the stored login is dead, and then asks nothing by itself', async () => {
    await bench.openSignedIn();
    bench.connections.resumeError = { code: 'sign-in-needed', reason: 'session-ended' };
    const workspace = bench.open();
    workspace.start();
    await settle();
    expect(workspace.snapshot().connection.connections[0]?.state).toEqual({
      status: 'needs-sign-in',
      severity: 'hard',
      reason: 'session-ended',
    });
    bench.connections.calls.length = 0;
    await bench.clock.advanceSettling(4 * HOUR);
    expect(bench.connections.calls.filter((call) => call.startsWith('resume'))).toEqual([]);
    expect(bench.open().snapshot().connection.connections[0]?.state.status).toBe('needs-sign-in');
  });
});

describe('a list that fails', () => {
  const lists: readonly (readonly [BooksMethod, 'invoices' | 'catalog' | 'time'])[] = [
    ['unpaidInvoices', 'invoices'],
    ['catalog', 'catalog'],
    ['timeEntries', 'time'],
  ];
  const cases = Object.values(EVERY_ERROR).flatMap((error) =>
    lists.map(([method, slice]) => ({ code: error.code, error, method, slice })),
  );
  it.each(cases)('keeps its last good copy: $method, $code', async ({ error, method, slice }) => {
    bench.books.invoices = [invoice(1, '2026-10-01')];
    const workspace = await bench.openSignedIn();
    const before = workspace.snapshot();
    bench.clock.jump(MINUTE);
    bench.books.failing.set(method, error);
    const answer = await workspace.refresh();
    const after = workspace.snapshot();
    expect(after[slice]).toEqual({ ...before[slice], error });
    if (/^(scope-missing|not-allowed)$/.test(error.code)) {
      // FreshBooks answered: that list is off, and the refresh did what it could.
      expect(answer).toEqual({ ok: true, value: undefined });
      expect(after.sync).toMatchObject({ error: null, refreshedAtMs: bench.clock.now() });
    } else {
      expect(answer).toEqual({ ok: false, error });
      expect(after.sync).toMatchObject({ error, refreshedAtMs: before.sync.refreshedAtMs });
    }
    for (const [, other] of lists.filter(([, name]) => name !== slice)) {
      expect(after[other].error).toBeNull();
      expect(after[other].refreshedAtMs).toBe(bench.clock.now());
    }
    bench.books.failing.clear();
    await bench.clock.advanceSettling(MINUTE);
    await workspace.refresh();
    expect(workspace.snapshot()[slice].error).toBeNull();
    expect(workspace.snapshot().sync.error).toBeNull();
  });
});

describe('a list that FreshBooks refuses', () => {
  const refusals = [
    { code: 'scope-missing', scope: 'user:invoices:read' },
    { code: 'not-allowed', thing: 'invoices' },
  ] as const;

  it.each(refusals)('is said to be off where nothing was ever read: $code', async (error) => {
    bench.books.failing.set('unpaidInvoices', error);
    const workspace = await bench.openSignedIn();
    for (const { invoices, sync } of [workspace.snapshot(), bench.open().snapshot()]) {
      expect(invoices).toMatchObject({ unavailable: error.code, invoices: [], error: null });
      expect(sync.error).toBeNull();
    }
  });

  it.each(refusals)('shows what was read before, over a restart too: $code', async (error) => {
    bench.books.invoices = [invoice(1, '2026-10-01')];
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('unpaidInvoices', error);
    await workspace.refresh();
    await workspace.refresh();
    expect(workspace.snapshot().invoices).toMatchObject({ unavailable: null, error });
    for (const { invoices } of [workspace.snapshot(), bench.open().snapshot()]) {
      expect(invoices.invoices.map(({ id }) => id)).toEqual([1]);
    }
    bench.books.failing.clear();
    await workspace.refresh();
    expect(workspace.snapshot().invoices.error).toBeNull();
  });

  it('names the part of the catalog that is off, and keeps the others in use', async () => {
    bench.books.what = { ...CATALOG, clients: [], missing: ['user:clients:read'] };
    const workspace = await bench.openSignedIn();
    for (const { catalog, sync } of [workspace.snapshot(), bench.open().snapshot()]) {
      expect(catalog).toMatchObject({
        clients: [],
        projects: CATALOG.projects,
        error: { code: 'scope-missing', scope: 'user:clients:read' },
      });
      expect(sync.error).toBeNull();
    }
  });

  it('does not hide that another list could not be read', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('unpaidInvoices', refusals[0]);
    bench.books.failing.set('catalog', { code: 'offline' });
    expect(await workspace.refresh()).toEqual({ ok: false, error: { code: 'offline' } });
    expect(workspace.snapshot().sync.error).toEqual({ code: 'offline' });
  });
});

describe('asking too often', () => {
  it('is not done before the time FreshBooks named, not even by hand', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('catalog', { code: 'rate-limited', retryAfterSeconds: 40 });
    await workspace.refresh();
    bench.books.failing.clear();
    bench.books.calls.length = 0;
    await bench.clock.advanceSettling(10_000);
    expect(await workspace.refresh()).toEqual({
      ok: false,
      error: { code: 'rate-limited', retryAfterSeconds: 30 },
    });
    expect(bench.books.calls).toEqual([]);
    await bench.clock.advanceSettling(30_000);
    expect(await workspace.refresh()).toMatchObject({ ok: true });
  });

  it('ends by itself at the moment the person was told', async () => {
    const workspace = await bench.openSignedIn();
    workspace.setVisible(true);
    bench.books.failing.set('catalog', { code: 'rate-limited', retryAfterSeconds: 40 });
    await workspace.refresh();
    bench.books.failing.clear();
    bench.books.calls.length = 0;
    await bench.clock.advanceSettling(39_000);
    expect(bench.books.calls).toEqual([]);
    await bench.clock.advanceSettling(1_000);
    expect(bench.books.count('catalog')).toBe(1);
    expect(workspace.snapshot().sync.error).toBeNull();
  });

  it('is avoided by joining the refresh under way', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.calls.length = 0;
    await Promise.all([workspace.refresh(), workspace.refresh(), workspace.refresh()]);
    expect(bench.books.count('unpaidInvoices')).toBe(1);
  });
});

describe('choosing another business', () => {
  it('is kept over a restart, and shows time only where there is no accounting', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.calls.length = 0;
    expect(workspace.chooseBusiness(TERN.id)).toEqual({ ok: true, value: undefined });
    await settle();
    expect(workspace.snapshot().invoices).toMatchObject({
      unavailable: 'no-accounting',
      invoices: [],
    });
    expect(workspace.snapshot().time.timeZone).toBe('Europe/Berlin');
    expect(bench.books.count('unpaidInvoices')).toBe(0);
    expect(bench.open().snapshot().businesses.chosen).toBe(TERN.id);
  });

  it('never mixes what was asked for the one before', async () => {
    const workspace = await bench.openSignedIn();
    const releases: (() => void)[] = [];
    bench.books.gate = (_, business) =>
      business?.id === LARKFIELD.id
        ? new Promise((resolve) => releases.push(resolve))
        : Promise.resolve();
    bench.books.invoices = [invoice(1, '2026-10-01')];
    bench.books.what = { ...CATALOG, clients: [] };
    const refreshing = workspace.refresh();
    await settle();
    bench.books.what = { ...CATALOG, services: [] };
    workspace.chooseBusiness(TERN.id);
    await settle();
    const shown = workspace.snapshot();
    bench.books.what = { clients: [], projects: [], services: [] };
    for (const release of releases) release();
    expect(await refreshing).toMatchObject({ ok: true });
    await settle();
    expect(workspace.snapshot()).toEqual(shown);
    expect(shown.catalog.clients).toEqual(CATALOG.clients);
    expect(shown.sync.refreshing).toBe(false);
  });

  it('that is not one of this login’s is refused', async () => {
    const workspace = await bench.openSignedIn();
    expect(workspace.chooseBusiness(1 as typeof TERN.id)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('happens by itself when the membership of the chosen one ended', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.who = { ...MAYA, businesses: [TERN] };
    bench.clock.jump(13 * HOUR);
    await workspace.refresh();
    expect(workspace.snapshot().businesses).toEqual({ list: [TERN], chosen: TERN.id });
    expect(workspace.snapshot().time.timeZone).toBe('Europe/Berlin');
  });
});

describe('what is published', () => {
  function follow(workspace: Workspace): Partial<Snapshot>[] {
    const changes: Partial<Snapshot>[] = [];
    workspace.subscribe((changed) => changes.push(changed));
    return changes;
  }

  it('is only what changed', async () => {
    const workspace = await bench.openSignedIn();
    const changes = follow(workspace);
    workspace.addNotice({ id: 'a', text: 'A' });
    workspace.addNotice({ id: 'a', text: 'A' });
    await settle();
    expect(changes).toEqual([{ notices: [{ id: 'a', text: 'A' }] }]);
  });

  it('is nothing when a refresh at the same instant brings the same lists', async () => {
    bench.books.invoices = [invoice(1, '2026-10-01')];
    const workspace = await bench.openSignedIn();
    const changes = follow(workspace);
    bench.books.invoices = [invoice(1, '2026-10-01')];
    await workspace.refresh();
    await settle();
    expect(new Set(changes.flatMap((changed) => Object.keys(changed)))).toEqual(new Set(['sync']));
  });

  it('ends when the subscription ends', async () => {
    const workspace = await bench.openSignedIn();
    const changes: unknown[] = [];
    workspace.subscribe((changed) => changes.push(changed))();
    workspace.addNotice({ id: 'a', text: 'A' });
    await settle();
    expect(changes).toEqual([]);
  });
});

describe('time passing', () => {
  it('refreshes as often as the settings say, with one timer', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.calls.length = 0;
    await bench.clock.advanceSettling(14 * MINUTE);
    expect(bench.books.count('unpaidInvoices')).toBe(0);
    await bench.clock.advanceSettling(MINUTE);
    expect(bench.books.count('unpaidInvoices')).toBe(1);
    workspace.changeSettings({ refreshEveryMinutes: 60 });
    await bench.clock.advanceSettling(59 * MINUTE);
    expect(bench.books.count('unpaidInvoices')).toBe(1);
    expect(bench.clock.pending).toHaveLength(1);
  });

  it('never wakes the computer without a login', async () => {
    const workspace = bench.open();
    workspace.start();
    expect(bench.clock.pending).toEqual([]);
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    await workspace.signOut(workspace.snapshot().connection.active ?? ('' as never));
    expect(bench.clock.pending).toEqual([]);
  });

  it('fires no more than once a minute while hidden, whatever is due', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('timeEntries', { code: 'rate-limited', retryAfterSeconds: 1 });
    bench.books.failing.set('createTimeEntry', { code: 'rate-limited', retryAfterSeconds: 1 });
    workspace.setVisible(false);
    await logAndSettle(workspace);
    for (let minute = 1; minute <= 60; minute += 1) {
      await bench.clock.advanceSettling(MINUTE);
      expect(bench.clock.fired).toBeLessThanOrEqual(minute);
    }
    expect(bench.clock.fired).toBeGreaterThan(3);
  });

  it('turns the day at midnight of the business, without asking FreshBooks', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.failing.set('unpaidInvoices', { code: 'offline' });
    const changes: Partial<Snapshot>[] = [];
    workspace.subscribe((changed) => changes.push(changed));
    workspace.changeSettings({ refreshEveryMinutes: 240 });
    // 10:00 in Toronto; the day ends in fourteen hours.
    await bench.clock.advanceSettling(14 * HOUR - MINUTE);
    expect(workspace.snapshot().invoices.today).toBe('2026-11-12');
    await bench.clock.advanceSettling(2 * MINUTE);
    expect(workspace.snapshot().invoices.today).toBe(day('2026-11-13'));
    expect(workspace.snapshot().time.today).toBe(day('2026-11-13'));
    expect(changes.some(({ time }) => time?.today === '2026-11-13')).toBe(true);
  });

  it('is caught up with when the computer wakes, or someone looks', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.calls.length = 0;
    bench.clock.jump(20 * HOUR);
    workspace.wokeUp();
    await settle();
    expect(workspace.snapshot().invoices.today).toBe(day('2026-11-13'));
    expect(bench.books.count('unpaidInvoices')).toBe(1);
    bench.clock.jump(20 * HOUR);
    workspace.setVisible(true);
    await settle();
    expect(bench.books.count('unpaidInvoices')).toBe(2);
  });

  it('renews logins at wake-up and when the network is back, if they are in use', async () => {
    const workspace = bench.open();
    workspace.wokeUp();
    await settle();
    expect(bench.connections.calls).toEqual([]);
    workspace.start();
    await workspace.signIn({ source: 'sandbox' });
    bench.connections.calls.length = 0;
    workspace.wokeUp();
    workspace.networkBack();
    await settle();
    expect(bench.connections.calls).toEqual(['catchUp', 'catchUp']);
  });

  it('is not left to a timer that stood still while the computer slept', async () => {
    const workspace = await bench.openSignedIn();
    const delays: number[] = [];
    const { set } = bench.clock.timers;
    bench.clock.timers.set = (callback, ms) => {
      delays.push(ms);
      return set(callback, ms);
    };
    bench.clock.jump(10 * MINUTE);
    workspace.wokeUp();
    // Five minutes are left of fifteen; the timer that slept would still count fifteen.
    expect(delays).toEqual([5 * MINUTE]);
    expect(bench.clock.pending).toHaveLength(1);
  });

  it('lets go of what was saved two weeks ago, without a restart', async () => {
    const workspace = await bench.openSignedIn();
    await logAndSettle(workspace);
    const keys = () => new Database(bench.databasePath).prepare('SELECT key FROM outbox').all([]);
    expect(keys()).toHaveLength(1);
    for (let day = 0; day < 15; day += 1) {
      bench.clock.jump(24 * HOUR);
      workspace.wokeUp();
    }
    await settle();
    expect(keys()).toEqual([]);
  });

  it('is used when the network is back after a failed refresh, and only then', async () => {
    const workspace = await bench.openSignedIn();
    bench.books.calls.length = 0;
    workspace.networkBack();
    await settle();
    expect(bench.books.calls).toEqual([]);
    bench.books.failing.set('catalog', { code: 'offline' });
    await workspace.refresh();
    bench.books.failing.clear();
    workspace.networkBack();
    await settle();
    expect(workspace.snapshot().sync.error).toBeNull();
  });
});
