import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  logAndSettle,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;

beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

function keepInMemory(): void {
  const keychain = { name: 'this computer’s memory', kept: 'until-quit' } as const;
  bench.connections.details = { ...bench.connections.details, keychain };
}

function keepForGood(): void {
  const keychain = { name: 'GNOME Keyring', kept: 'for-good' } as const;
  bench.connections.details = { ...bench.connections.details, keychain };
}

async function restart() {
  bench.kill();
  bench.connections.calls.length = 0;
  const workspace = bench.open();
  workspace.start();
  await settle();
  return workspace;
}

const GONE = { status: 'needs-sign-in', severity: 'hard', reason: 'kept-until-quit' };

describe('a login kept until Traybooks quits', () => {
  it('is chosen by the person', async () => {
    const workspace = bench.open();
    await workspace.keepSecretsUntilQuit();
    expect(bench.connections.calls).toEqual(['keepUntilQuit']);
  });

  it('works like any other until then', async () => {
    keepInMemory();
    const workspace = await bench.openSignedIn();
    const { connections } = workspace.snapshot().connection;
    expect(connections.map(({ state }) => state)).toEqual([{ status: 'connected' }]);
    expect((await workspace.refresh()).ok).toBe(true);
  });

  it('is gone after a kill, says why, and keeps lists and unsent entries', async () => {
    keepInMemory();
    const before = await bench.openSignedIn();
    bench.books.failing.set('createTimeEntry', { code: 'offline' });
    await logAndSettle(before);
    const workspace = await restart();
    const { connection, invoices, outbox } = workspace.snapshot();
    expect(connection.connections.map(({ state }) => state)).toEqual([GONE]);
    expect(connection.problem).toBeNull();
    expect(invoices.invoices).toEqual(before.snapshot().invoices.invoices);
    expect(outbox.waiting).toBe(1);
  });

  it('has nothing in the keychain to ask for after the next start', async () => {
    keepInMemory();
    const { active } = (await bench.openSignedIn()).snapshot().connection;
    const workspace = await restart();
    await workspace.refresh();
    expect((await workspace.connectionDetails(active as ConnectionId)).ok).toBe(false);
    expect(await workspace.signOut(active as ConnectionId)).toMatchObject({ ok: true });
    expect(workspace.snapshot().connection.connections).toEqual([]);
    expect(bench.connections.calls).toEqual([]);
  });

  it('is kept for good once connected again with a keychain', async () => {
    keepInMemory();
    await bench.openSignedIn();
    keepForGood();
    const workspace = await restart();
    bench.connections.nextId = 'login-2';
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    const again = await restart();
    expect(again.snapshot().connection.connections.map(({ state }) => state)).toEqual([
      { status: 'connected' },
    ]);
  });

  it('leaves the earlier login in the keychain alone until the next start', async () => {
    keepForGood();
    const workspace = await bench.openSignedIn();
    keepInMemory();
    bench.connections.nextId = 'login-2';
    bench.connections.calls.length = 0;
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    expect(bench.connections.calls).toEqual(['signIn']);
    await restart();
    expect(bench.connections.calls).toEqual(['signOut login-1']);
  });
});

describe('secrets without a login', () => {
  const lost = 'lost' as ConnectionId;

  it('of a sign-in killed half-way are erased at the next start', async () => {
    const workspace = bench.open();
    expect(workspace.unfinishedSignIns.begin(lost, 'freshbooks')).toMatchObject({ ok: true });
    await restart();
    expect(bench.connections.calls).toEqual(['signOut lost']);
    await restart();
    expect(bench.connections.calls).toEqual([]);
  });

  it('are tried again at every start until the keychain lets them go', async () => {
    bench.open().unfinishedSignIns.begin(lost, 'freshbooks');
    bench.connections.signOutError = { code: 'keychain-unavailable', cause: 'locked' };
    await restart();
    await restart();
    expect(bench.connections.calls).toEqual(['signOut lost']);
  });

  it('are none once the sign-in ended, well or badly', async () => {
    const workspace = bench.open();
    workspace.unfinishedSignIns.begin(bench.connections.nextId as ConnectionId, 'sandbox');
    await workspace.signIn({ source: 'sandbox' });
    workspace.unfinishedSignIns.begin(lost, 'sandbox');
    workspace.unfinishedSignIns.end(lost);
    await settle();
    await restart();
    expect(bench.connections.calls.filter((call) => call.startsWith('signOut'))).toEqual([]);
  });
});
