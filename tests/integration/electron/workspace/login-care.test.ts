import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceCheck } from '../../../../shared/connection-details.ts';
import type { LiveConnection } from '../../../../shared/connections.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { failed, ok } from '../../../../shared/result.ts';
import { TERN } from '../../../support/larkfield.ts';
import { settle } from '../../../support/manual-clock.ts';
import {
  invoice,
  logAndSettle,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

const LOGIN = 'login-1' as ConnectionId;
const GONE = 'gone' as ConnectionId;

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

describe('what Settings tell of a login', () => {
  it('comes from the live login, which is brought to life for it after a restart', async () => {
    await bench.openSignedIn();
    const workspace = bench.open();
    expect(await workspace.connectionDetails(LOGIN)).toEqual(ok(bench.connections.details));
    expect(bench.connections.calls).toContain('resume login-1');
  });

  it('is why the keychain cannot be asked, when it cannot', async () => {
    await bench.openSignedIn();
    bench.connections.resumeError = { code: 'keychain-unavailable', cause: 'locked' };
    expect(await bench.open().connectionDetails(LOGIN)).toEqual(
      failed({ code: 'keychain-unavailable', cause: 'locked' }),
    );
  });

  it('is refused for a login that is not there', async () => {
    const workspace = await bench.openSignedIn();
    const refused = failed({ code: 'not-found', thing: 'connection' });
    expect(await workspace.connectionDetails(GONE)).toEqual(refused);
    expect(await workspace.renewLogin(GONE)).toEqual(refused);
    expect(await workspace.testLogin(GONE)).toEqual(refused);
    expect(await workspace.diagnostics(GONE)).toEqual(refused);
    expect(workspace.keepLogin(GONE)).toEqual(refused);
    expect(await workspace.undoLogin(GONE)).toEqual(refused);
  });
});

describe('renewing by hand', () => {
  it('is done by the login itself', async () => {
    const workspace = await bench.openSignedIn();
    expect(await workspace.renewLogin(LOGIN)).toEqual(ok());
    expect(bench.connections.calls).toContain('renew login-1');
  });
});

describe('testing a connection', () => {
  it('asks the services of the business that is shown', async () => {
    const workspace = await bench.openSignedIn();
    workspace.chooseBusiness(TERN.id);
    expect(await workspace.testLogin(LOGIN)).toMatchObject({ value: [{ service: 'Who you are' }] });
    expect(bench.connections.calls).toContain(`check login-1 ${TERN.name}`);
  });

  it('keeps the pause FreshBooks asks for, and asks for one itself', async () => {
    const workspace = await bench.openSignedIn();
    bench.connections.checkError = { code: 'rate-limited', retryAfterSeconds: 40 };
    expect(await workspace.testLogin(LOGIN)).toMatchObject({ ok: true });
    bench.clock.jump(10_000);
    const pause = failed({ code: 'rate-limited', retryAfterSeconds: 30 });
    expect(await workspace.testLogin(LOGIN)).toEqual(pause);
    expect(await workspace.refresh()).toEqual(pause);
    expect(bench.connections.calls.filter((call) => call.startsWith('check'))).toHaveLength(1);
    bench.clock.jump(30_000);
    bench.connections.checkError = null;
    expect(await workspace.testLogin(LOGIN)).toMatchObject({ value: [{ error: null }] });
  });

  /** Tests that wait until they are called off. */
  async function endlessTests() {
    const begun: AbortSignal[] = [];
    const { resume } = bench.connections;
    bench.connections.resume = async (id, source) => {
      const live = await resume(id, source);
      if (!live.ok) return live;
      const checkServices: LiveConnection['checkServices'] = (_business, signal) =>
        new Promise<readonly ServiceCheck[]>((resolve) => {
          if (!signal) throw new Error('a test must be one that can be ended');
          begun.push(signal);
          signal.addEventListener('abort', () => resolve([]));
        });
      return ok({ ...live.value, checkServices });
    };
    await bench.openSignedIn();
    return { workspace: bench.open(), begun };
  }

  it('is ended by the next test', async () => {
    const { workspace, begun } = await endlessTests();
    const first = workspace.testLogin(LOGIN);
    await settle();
    void workspace.testLogin(LOGIN);
    expect(await first).toEqual(failed({ code: 'cancelled', by: 'person' }));
    await settle();
    expect(begun.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('is ended when its login is signed out', async () => {
    const { workspace } = await endlessTests();
    const testing = workspace.testLogin(LOGIN);
    await settle();
    await workspace.signOut(LOGIN);
    expect(await testing).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('is ended when the app ends', async () => {
    const { workspace } = await endlessTests();
    const testing = workspace.testLogin(LOGIN);
    await settle();
    await workspace.close();
    expect(await testing).toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('the text for support', () => {
  const secretOrPrivate = [
    /Maya|Okafor|maya@/,
    /Larkfield|Tern/,
    /Northgate|Clinic|FB1\b|124050|1,?240/,
    /Home page layout/,
    /880214|5120447|q7RtZ2|30411/,
  ];

  it('tells versions, states, times in UTC and counts, and names nobody', async () => {
    bench.books.invoices = [invoice(1, '2026-10-01')];
    bench.connections.details = {
      ...bench.connections.details,
      accessEndsAtMs: Date.UTC(2026, 10, 12, 20),
      renewsAtMs: Date.UTC(2026, 10, 12, 16),
      lastRenewal: { atMs: Date.UTC(2026, 10, 12, 8), error: { code: 'offline' } },
      missingScopes: ['user:clients:read'],
    };
    const workspace = await bench.openSignedIn();
    await logAndSettle(workspace);
    await workspace.testLogin(LOGIN);
    const text = await workspace.diagnostics(LOGIN);
    if (!text.ok) throw new Error(text.error.code);
    expect(text.value.split('\n')).toEqual(
      expect.arrayContaining([
        'Traybooks 0.1.0 on linux',
        'Electron 25.1.1',
        'now: 2026-11-12 15:00:00Z',
        'login: sandbox, connected, not confirmed yet',
        'logins: 1, this one in use',
        'identity: known',
        'businesses: 2, with accounting: 1',
        'access token until: 2026-11-12 20:00:00Z',
        'renewal due: 2026-11-12 16:00:00Z',
        'last renewal: 2026-11-12 08:00:00Z offline',
        'keychain: GNOME Keyring, for-good',
        'scopes missing: user:clients:read',
        'connection test: 2026-11-12 15:00:00Z',
        '  Who you are: ok, 12 ms',
        'invoices: 1, read 2026-11-12 15:00:00Z',
        'outbox: waiting 0, unsure 0, refused 0',
        'last errors:',
        '  none',
      ]),
    );
    for (const pattern of secretOrPrivate) expect(text.value).not.toMatch(pattern);
  });

  it('tells the last errors by code, without what FreshBooks said', async () => {
    const workspace = await bench.openSignedIn();
    const said = 'Northgate Dental is gone';
    bench.books.failing.set('catalog', { code: 'server-trouble', status: 502, detail: said });
    await workspace.refresh();
    bench.clock.jump(60_000);
    bench.books.failing.set('catalog', { code: 'rejected', fields: { client: said } });
    await workspace.refresh();
    await workspace.refresh();
    const text = await workspace.diagnostics(LOGIN);
    if (!text.ok) throw new Error(text.error.code);
    const told = text.value.slice(text.value.indexOf('last errors:')).split('\n');
    expect(told.filter((line) => line.includes('catalog'))).toEqual([
      '  2026-11-12 15:00:00Z catalog: server-trouble 502',
      '  2026-11-12 15:01:00Z catalog: rejected',
    ]);
    expect(text.value).not.toContain(said);
  });

  it('is there although the keychain is not', async () => {
    await bench.openSignedIn();
    bench.connections.resumeError = { code: 'keychain-unavailable', cause: 'locked' };
    expect(await bench.open().diagnostics(LOGIN)).toMatchObject({
      value: expect.stringContaining('tokens: keychain-unavailable locked'),
    });
  });
});
