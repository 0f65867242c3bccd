import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import type { ConnectionId, IdentityId } from '../../../../shared/ids.ts';
import { type BooksDouble, booksDouble } from '../../../support/books-double.ts';
import { CATALOG, MAYA, TERN } from '../../../support/larkfield.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  invoice,
  logAndSettle,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

const MAYAS = 'login-1' as ConnectionId;
const INESS = 'login-2' as ConnectionId;
const INES = { ...MAYA, id: 5 as IdentityId, name: 'Ines Varga', businesses: [TERN] };

let bench: WorkspaceBench;
let inesBooks: BooksDouble;
beforeEach(() => {
  bench = workspaceBench();
  inesBooks = booksDouble(INES, CATALOG);
  bench.connections.booksOf.set(INESS, inesBooks);
});
afterEach(() => bench.remove());

async function bothSignedIn(): Promise<Workspace> {
  bench.books.invoices = [invoice(1, '2026-10-01')];
  const workspace = await bench.openSignedIn();
  bench.connections.nextId = INESS;
  await workspace.signIn({ source: 'sandbox' });
  await settle();
  return workspace;
}

function mayaCannotSend(): void {
  bench.books.failing.set('createTimeEntry', { code: 'offline' });
  bench.books.failing.set('timeEntries', { code: 'offline' });
}

function names(workspace: Workspace): readonly string[] {
  return workspace.snapshot().connection.connections.map(({ identity }) => identity.name);
}

describe('switching to another login', () => {
  it('shows its own lists at once, from the last copies, and then refreshes them', async () => {
    const workspace = await bothSignedIn();
    bench.books.invoices = [invoice(1, '2026-10-01'), invoice(2, '2026-10-02')];
    const read = bench.books.count('unpaidInvoices');
    expect(workspace.useLogin(MAYAS)).toEqual({ ok: true, value: undefined });
    const { connection, businesses, invoices } = workspace.snapshot();
    expect(connection.active).toBe(MAYAS);
    expect(businesses.list).toEqual(MAYA.businesses);
    expect(invoices.invoices.map(({ id }) => id)).toEqual([1]);
    await settle();
    expect(bench.books.count('unpaidInvoices')).toBe(read + 1);
    expect(workspace.snapshot().invoices.invoices).toHaveLength(2);
  });

  it('is what the next start goes on with', async () => {
    const workspace = await bothSignedIn();
    workspace.useLogin(MAYAS);
    expect(bench.open().snapshot().connection.active).toBe(MAYAS);
  });

  it('throws the answers away that were still under way for the other', async () => {
    const workspace = await bothSignedIn();
    const releases: (() => void)[] = [];
    inesBooks.gate = () => new Promise((resolve) => releases.push(resolve));
    inesBooks.what = { ...CATALOG, projects: [] };
    void workspace.refresh();
    await settle();
    workspace.useLogin(MAYAS);
    for (const release of releases) release();
    await settle();
    expect(workspace.snapshot().catalog.projects).toEqual(CATALOG.projects);
    expect(bench.bugs).toEqual([]);
  });

  it('does nothing for the one in use, and refuses one that is not there', async () => {
    const workspace = await bothSignedIn();
    const read = inesBooks.count('catalog');
    expect(workspace.useLogin(INESS)).toMatchObject({ ok: true });
    await settle();
    expect(inesBooks.count('catalog')).toBe(read);
    expect(workspace.useLogin('gone' as ConnectionId)).toMatchObject({
      error: { code: 'not-found', thing: 'connection' },
    });
  });
});

describe('entries of a login that is not in use', () => {
  it('are delivered through that login only, while the other is in use', async () => {
    const workspace = await bothSignedIn();
    workspace.useLogin(MAYAS);
    await settle();
    mayaCannotSend();
    expect(await logAndSettle(workspace)).toMatchObject({ value: { state: 'waiting' } });
    workspace.useLogin(INESS);
    await settle();
    expect(workspace.snapshot().time.entries).toEqual([]);
    expect(workspace.snapshot().outbox.waiting).toBe(1);

    bench.books.failing.clear();
    await bench.clock.advanceSettling(5 * 60_000);
    expect(workspace.snapshot().connection.active).toBe(INESS);
    expect(workspace.snapshot().outbox.waiting).toBe(0);
    expect(bench.books.entries).toHaveLength(1);
    expect(inesBooks.calls).not.toContain('createTimeEntry');
    expect(inesBooks.entries).toEqual([]);
  });

  it('go out through it when the network is back', async () => {
    const workspace = await bothSignedIn();
    workspace.useLogin(MAYAS);
    await settle();
    mayaCannotSend();
    expect(await logAndSettle(workspace)).toMatchObject({ value: { state: 'waiting' } });
    workspace.useLogin(INESS);
    await settle();
    bench.books.failing.clear();
    workspace.networkBack();
    await settle();
    expect(bench.books.entries).toHaveLength(1);
    expect(inesBooks.entries).toEqual([]);
  });

  it('wait, and hold nobody up, while that login needs a sign-in', async () => {
    const workspace = await bothSignedIn();
    workspace.useLogin(MAYAS);
    await settle();
    mayaCannotSend();
    expect(await logAndSettle(workspace)).toMatchObject({ value: { state: 'waiting' } });
    workspace.useLogin(INESS);
    await settle();
    bench.connections.report(MAYAS, {
      status: 'needs-sign-in',
      severity: 'hard',
      reason: 'session-ended',
    });
    bench.books.failing.clear();
    await bench.clock.advanceSettling(30 * 60_000);
    expect(bench.books.entries).toEqual([]);
    expect(workspace.snapshot().outbox.waiting).toBe(1);
    expect(await logAndSettle(workspace)).toMatchObject({ value: { state: 'saved' } });
    expect(inesBooks.entries).toHaveLength(1);
  });
});

describe('removing one of two logins', () => {
  it('leaves the one in use as it is', async () => {
    const workspace = await bothSignedIn();
    const lists = workspace.snapshot().catalog;
    await workspace.signOut(MAYAS);
    expect(names(workspace)).toEqual(['Ines Varga']);
    expect(workspace.snapshot().connection.active).toBe(INESS);
    expect(workspace.snapshot().catalog.projects).toEqual(lists.projects);
    expect(bench.connections.calls).toContain('signOut login-1');
    expect(bench.connections.calls).not.toContain('signOut login-2');
  });

  it('puts the other in use, with its lists', async () => {
    const workspace = await bothSignedIn();
    await workspace.signOut(INESS);
    const { connection, invoices } = workspace.snapshot();
    expect(connection.active).toBe(MAYAS);
    expect(invoices.invoices).toHaveLength(1);
  });
});

describe('a login that was just made', () => {
  it('is not kept until the person says that it is theirs, restart or not', async () => {
    await bench.openSignedIn();
    const workspace = bench.open();
    expect(workspace.snapshot().connection.connections).toMatchObject([{ kept: false }]);
    expect(workspace.keepLogin(MAYAS)).toMatchObject({ ok: true });
    expect(workspace.snapshot().connection.connections).toMatchObject([{ kept: true }]);
    expect(bench.open().snapshot().connection.connections).toMatchObject([{ kept: true }]);
  });

  it('can be undone: revoked, erased with its lists, and the one before is in use again', async () => {
    const workspace = await bothSignedIn();
    workspace.keepLogin(MAYAS);
    const zoe = 'login-3' as ConnectionId;
    const zoeBooks = booksDouble({ ...INES, id: 6 as IdentityId, name: 'Zoë Marsh' }, CATALOG);
    bench.connections.booksOf.set(zoe, zoeBooks);
    bench.connections.nextId = zoe;
    await workspace.signIn({ source: 'freshbooks', credentials });
    await settle();
    expect(await workspace.undoLogin(zoe)).toEqual({
      ok: true,
      value: { revoked: true, accessEndsAtMs: null },
    });
    expect(bench.connections.calls).toContain('signOut login-3');
    expect(names(workspace)).toEqual(['Maya Okafor', 'Ines Varga']);
    // Not simply the first one.
    expect(workspace.snapshot().connection.active).toBe(INESS);
    expect(names(bench.open())).toEqual(['Maya Okafor', 'Ines Varga']);
  });

  it('is not undone once it is kept', async () => {
    const workspace = await bench.openSignedIn();
    workspace.keepLogin(MAYAS);
    expect(await workspace.undoLogin(MAYAS)).toMatchObject({ error: { code: 'not-found' } });
    expect(names(workspace)).toEqual(['Maya Okafor']);
  });

  it('needs no second yes when the same person connects again', async () => {
    const workspace = await bench.openSignedIn();
    workspace.keepLogin(MAYAS);
    bench.connections.nextId = 'login-9';
    await workspace.signIn({ source: 'sandbox' });
    expect(workspace.snapshot().connection.connections).toMatchObject([
      { id: 'login-9', kept: true },
    ]);
  });
});

describe('signing in again', () => {
  it('renews the same login: its lists and what waits stay, and nothing is asked for', async () => {
    const workspace = await bothSignedIn();
    workspace.useLogin(MAYAS);
    await settle();
    mayaCannotSend();
    expect(await logAndSettle(workspace)).toMatchObject({ value: { state: 'waiting' } });
    bench.books.failing.set('unpaidInvoices', { code: 'offline' });
    bench.connections.nextId = 'login-7';
    bench.connections.booksOf.set('login-7', bench.books);
    expect(await workspace.signInAgain(MAYAS)).toMatchObject({ ok: true });
    await settle();
    expect(bench.connections.calls).toContain('signIn as login-1');
    const { connection, invoices, outbox, notices } = workspace.snapshot();
    expect(connection.connections.map(({ id }) => id).sort()).toEqual(['login-2', 'login-7']);
    expect(connection.active).toBe('login-7');
    expect(invoices.invoices).toHaveLength(1);
    expect(outbox.waiting).toBe(1);
    expect(notices).toEqual([]);
  });

  it('by another person makes a login of their own, and says so', async () => {
    const workspace = await bench.openSignedIn();
    workspace.keepLogin(MAYAS);
    bench.connections.nextId = INESS;
    expect(await workspace.signInAgain(MAYAS)).toMatchObject({ ok: true });
    expect(workspace.snapshot().connection.connections).toMatchObject([
      { id: MAYAS, kept: true },
      { id: INESS, kept: false },
    ]);
    expect(workspace.snapshot().notices).toMatchObject([{ id: 'another-person-connected' }]);
    expect(workspace.snapshot().notices[0]?.text).toMatch(/Ines Varga.*beside Maya Okafor/);
    expect(bench.connections.calls).not.toContain('signOut login-1');
    await workspace.undoLogin(INESS);
    expect(workspace.snapshot().connection.active).toBe(MAYAS);
    expect(workspace.snapshot().notices).toEqual([]);
  });

  it('refuses a login that is not there', async () => {
    const workspace = await bench.openSignedIn();
    expect(await workspace.signInAgain('gone' as ConnectionId)).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(bench.connections.calls.filter((call) => call.startsWith('signIn'))).toEqual(['signIn']);
  });
});

const credentials = { clientId: 'the-id', clientSecret: 'the-secret' };
