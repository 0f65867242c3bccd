import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TraybooksError } from '../../../../shared/errors.ts';
import type { ConnectionId, IdentityId } from '../../../../shared/ids.ts';
import { LARKFIELD, MAYA, TERN } from '../../../support/larkfield.ts';
import { settle } from '../../../support/manual-clock.ts';
import { invoice, type WorkspaceBench, workspaceBench } from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

const LOGIN = 'login-1' as ConnectionId;

describe('signing in', () => {
  const failures: readonly TraybooksError[] = [
    { code: 'sign-in-needed', reason: 'invalid-client' },
    { code: 'keychain-unavailable', cause: 'missing' },
    { code: 'port-in-use', ports: [47821, 47822, 47823] },
    { code: 'cancelled', by: 'freshbooks' },
    { code: 'cancelled', by: 'time-out' },
    { code: 'offline' },
  ];
  it.each(failures)('shows why it failed: $code $by', async (error) => {
    bench.connections.signInError = error;
    const workspace = bench.open();
    expect(await workspace.signIn({ source: 'sandbox' })).toEqual({ ok: false, error });
    expect(workspace.snapshot().connection).toMatchObject({ signIn: null, problem: error });
    bench.connections.signInError = null;
    await workspace.signIn({ source: 'sandbox' });
    expect(workspace.snapshot().connection.problem).toBeNull();
  });

  it('is not called a problem when the person cancelled it', async () => {
    bench.connections.signInError = { code: 'cancelled', by: 'person' };
    const workspace = bench.open();
    expect(await workspace.signIn({ source: 'sandbox' })).toMatchObject({ ok: false });
    expect(workspace.snapshot().connection.problem).toBeNull();
  });

  it('shows its step while it lasts, and counts as setting up', async () => {
    const workspace = bench.open();
    expect(workspace.isSettingUp()).toBe(true);
    const steps: unknown[] = [];
    workspace.subscribe(({ connection }) => connection && steps.push(connection.signIn?.step));
    let release = () => {};
    const { signIn } = bench.connections;
    bench.connections.signIn = async (request, onStep) => {
      onStep({ source: 'sandbox', step: 'exchanging-code', endsAtMs: 1 });
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return signIn(request, () => {});
    };
    const signingIn = workspace.signIn({ source: 'sandbox' });
    await settle();
    expect(steps).toEqual(['exchanging-code']);
    release();
    await signingIn;
    expect(workspace.isSettingUp()).toBe(false);
  });

  it('begins with the business that has accounting', async () => {
    bench.books.who = { ...MAYA, businesses: [TERN, LARKFIELD] };
    const workspace = await bench.openSignedIn();
    expect(workspace.snapshot().businesses.chosen).toBe(LARKFIELD.id);
  });

  it('again as the same person keeps the business and its lists, and ends the old login', async () => {
    bench.books.invoices = [invoice(1, '2026-10-01')];
    const workspace = await bench.openSignedIn();
    workspace.chooseBusiness(TERN.id);
    await settle();
    bench.connections.nextId = 'login-2';
    bench.books.failing.set('catalog', { code: 'offline' });
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    const { connection, businesses, catalog } = workspace.snapshot();
    expect(connection.connections.map(({ id }) => id)).toEqual(['login-2']);
    expect(businesses.chosen).toBe(TERN.id);
    expect(catalog.clients).not.toEqual([]);
    expect(bench.connections.calls).toContain('signOut login-1');
  });

  it('as another person puts that login beside the first, and in use', async () => {
    const workspace = await bench.openSignedIn();
    bench.connections.nextId = 'login-2';
    bench.books.who = { ...MAYA, id: 5 as IdentityId, name: 'Ines Varga', businesses: [TERN] };
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    const { connection, businesses } = bench.open().snapshot();
    expect(connection.connections.map(({ identity }) => identity.name)).toEqual([
      'Maya Okafor',
      'Ines Varga',
    ]);
    expect(connection.active).toBe('login-2');
    expect(businesses.list).toEqual([TERN]);
  });
});

describe('a sign-in that throws', () => {
  it('is over, said and reported, and the next one works', async () => {
    const workspace = bench.open();
    const { signIn } = bench.connections;
    bench.connections.signIn = async (_, onStep) => {
      onStep({ source: 'sandbox', step: 'starting', endsAtMs: 1 });
      throw new Error('broken');
    };
    expect(await workspace.signIn({ source: 'sandbox' })).toMatchObject({ ok: false });
    expect(workspace.snapshot().connection).toMatchObject({
      signIn: null,
      problem: { code: 'bug' },
    });
    expect(bench.bugs).toHaveLength(1);
    bench.connections.signIn = signIn;
    expect(await workspace.signIn({ source: 'sandbox' })).toMatchObject({ ok: true });
    expect(workspace.snapshot().connection.problem).toBeNull();
  });
});

describe('signing in again as the same person', () => {
  it('does not wait until the old login is revoked', async () => {
    const workspace = await bench.openSignedIn();
    bench.connections.nextId = 'login-2';
    bench.connections.signOut = () => new Promise(() => {});
    expect(await workspace.signIn({ source: 'sandbox' })).toMatchObject({ ok: true });
    expect(workspace.snapshot().connection).toMatchObject({ active: 'login-2', signIn: null });
  });

  it('reports a throw of revoking the old login, and goes on', async () => {
    const workspace = await bench.openSignedIn();
    bench.connections.nextId = 'login-2';
    bench.connections.signOut = () => Promise.reject(new Error('broken'));
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    expect(bench.bugs).toHaveLength(1);
    expect(workspace.snapshot().connection.problem).toBeNull();
  });

  it('ends a refresh under way, whose answers belong to a login that is gone', async () => {
    const workspace = await bench.openSignedIn();
    const releases: (() => void)[] = [];
    bench.books.gate = () => new Promise((resolve) => releases.push(resolve));
    const refreshing = workspace.refresh();
    await settle();
    bench.connections.nextId = 'login-2';
    const { signOut } = bench.connections;
    bench.connections.signOut = async (id, source) => {
      // The old answers come in while FreshBooks is being told.
      for (const release of releases.splice(0)) release();
      await settle();
      return signOut(id, source);
    };
    await workspace.signIn({ source: 'sandbox' });
    bench.books.gate = async () => {};
    await settle();
    for (const release of releases) release();
    expect(await refreshing).toMatchObject({ ok: true });
    expect(bench.bugs).toEqual([]);
    expect(workspace.snapshot().sync.error).toBeNull();
  });
});

describe('the problem of a sign-in that failed', () => {
  async function failedReconnect() {
    const workspace = await bench.openSignedIn();
    bench.connections.signInError = { code: 'cancelled', by: 'time-out' };
    await workspace.signIn({ source: 'sandbox' });
    expect(workspace.snapshot().connection.problem).toMatchObject({ code: 'cancelled' });
    return workspace;
  }

  it('is over with the next refresh that succeeds', async () => {
    const workspace = await failedReconnect();
    await workspace.refresh();
    expect(workspace.snapshot().connection.problem).toBeNull();
  });

  it('stays while refreshing fails, too', async () => {
    const workspace = await failedReconnect();
    bench.books.failing.set('catalog', { code: 'offline' });
    await workspace.refresh();
    expect(workspace.snapshot().connection.problem).not.toBeNull();
  });

  it('is not settled by a refresh that was begun before', async () => {
    const workspace = await bench.openSignedIn();
    const releases: (() => void)[] = [];
    bench.books.gate = () => new Promise((resolve) => releases.push(resolve));
    const refreshing = workspace.refresh();
    await settle();
    bench.clock.jump(1000);
    bench.connections.signInError = { code: 'cancelled', by: 'time-out' };
    await workspace.signIn({ source: 'sandbox' });
    bench.books.gate = async () => {};
    for (const release of releases) release();
    await refreshing;
    expect(workspace.snapshot().connection.problem).not.toBeNull();
  });
});

describe('signing out', () => {
  it('leaves nothing on screen, and nothing for the next start', async () => {
    bench.books.invoices = [invoice(1, '2026-10-01')];
    const workspace = await bench.openSignedIn();
    expect(await workspace.signOut(LOGIN)).toMatchObject({ ok: true, value: { revoked: true } });
    for (const { connection, invoices, catalog } of [
      workspace.snapshot(),
      bench.open().snapshot(),
    ]) {
      expect(connection).toMatchObject({ connections: [], active: null });
      expect(invoices.invoices).toEqual([]);
      expect(catalog.projects).toEqual([]);
    }
    expect(workspace.isSettingUp()).toBe(true);
  });

  it('goes through although FreshBooks cannot be reached', async () => {
    const workspace = await bench.openSignedIn();
    bench.connections.signOutError = { code: 'offline' };
    expect(await workspace.signOut(LOGIN)).toMatchObject({ ok: false, error: { code: 'offline' } });
    expect(workspace.snapshot().connection.connections).toEqual([]);
  });

  it('keeps the login while its secrets cannot be removed', async () => {
    const workspace = await bench.openSignedIn();
    bench.connections.signOutError = { code: 'keychain-unavailable', cause: 'locked' };
    await workspace.signOut(LOGIN);
    expect(workspace.snapshot().connection.connections).toHaveLength(1);
  });
});

describe('what a live connection says about itself', () => {
  it('is shown, and kept over a restart unless it passes by itself', async () => {
    const workspace = await bench.openSignedIn();
    const soft = {
      status: 'needs-sign-in',
      severity: 'soft',
      reason: 'session-ended',
      usableUntilMs: Date.UTC(2026, 10, 12, 18),
    } as const;
    bench.connections.report('login-1', soft);
    bench.connections.report('login-1', { status: 'refreshing' });
    expect(workspace.snapshot().connection.connections[0]?.state).toEqual({ status: 'refreshing' });
    expect(bench.open().snapshot().connection.connections[0]?.state).toEqual(soft);
  });
});
