// Two FreshBooks logins side by side in the real app: switching, entries that wait for their own
// FreshBooks, and signing out without a network.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freelancer } from '../../../electron/sandbox/seed/freelancer.ts';
import type { SandboxSeed } from '../../../electron/sandbox/seed/sandbox-seed.ts';
import type { SignedOut } from '../../../shared/connection-details.ts';
import type { CommandName } from '../../../shared/ipc.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { Installation } from '../../support/app/installation.ts';
import { button, unpaidInvoices } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';
import { consent, load } from '../../support/followed-browser.ts';
import { keychainEntries } from '../../support/keychain-entries.ts';

const SERVICE = 'Traybooks (development)';
const NOTE = 'Logged for Quayside';

/** Another person in another studio, with the same work to log on. */
const ines: SandboxSeed = (nowMs) => {
  const books = freelancer(nowMs);
  const identity = { ...books.identity, id: 990_017, firstName: 'Ines', lastName: 'Varga' };
  const [studio, ...others] = books.businesses;
  if (!studio) throw new Error('The sample books have a studio');
  return {
    ...books,
    identity,
    businesses: [{ ...studio, name: 'Quayside Texts' }, ...others],
    invoices: books.invoices.slice(0, 40),
  };
};

let home: Installation;

beforeAll(async () => {
  home = await Installation.make({ seed: ines });
  await home.start();
  await home.connect();
});
afterAll(() => home.close());

async function call<Value>(name: CommandName, input?: unknown): Promise<Value> {
  const answer = await home.page.evaluate(
    ([command, payload]) => {
      const anyCall = window.traybooks.call as (...words: unknown[]) => Promise<unknown>;
      return anyCall(command, payload);
    },
    [name, input] as const,
  );
  expect(answer, name).toMatchObject({ ok: true });
  return (answer as { readonly value: Value }).value;
}

const snapshot = () => call<Snapshot>('snapshot.read');

/** The ids of both logins by where they come from. */
async function logins() {
  const { connections } = (await snapshot()).connection;
  const idOf = (source: string) => connections.find((login) => login.source === source)?.id ?? '';
  return { ines: idOf('freshbooks'), maya: idOf('sandbox') };
}

const activeName = async () => {
  const { connections, active } = (await snapshot()).connection;
  return connections.find(({ id }) => id === active)?.identity.name;
};

async function entriesInKeychain(id: string): Promise<number> {
  const all = await keychainEntries(SERVICE);
  return all.filter((account) => account.startsWith(`${id}/`)).length;
}

const business = (name: string) =>
  home.page.getByRole('button', { name: /^Business/ }).filter({ hasText: name });

describe('a second login', () => {
  test('comes beside the first, each with its own secrets and its own lists', async () => {
    const signingIn = call('sign-in.sample-data');
    await load(await consent(await home.addresses.next(), 'authorize'));
    await signingIn;
    await button(home.page, 'Open Traybooks').click();
    await business('Larkfield Studio').waitFor();
    const both = await logins();
    expect(await entriesInKeychain(both.ines)).toBeGreaterThan(2);
    expect(await entriesInKeychain(both.maya)).toBeGreaterThan(2);
    await expect.poll(() => unpaidInvoices(home.page).count()).toBeGreaterThan(0);
  });

  test('gives way to the first at once, without any network, and comes back', async () => {
    const both = await logins();
    await home.goOffline();
    await call('connection.use', { connectionId: both.ines });
    await business('Quayside Texts').waitFor();
    expect(await unpaidInvoices(home.page).count()).toBeGreaterThan(0);
    expect(await activeName()).toBe('Ines Varga');
  });

  test('never gets the entries of the first, which go out once theirs is back', async () => {
    const both = await logins();
    const { catalog, time } = await snapshot();
    const logged = await call('time.log', {
      durationSeconds: 1800,
      clientId: null,
      projectId: catalog.projects[0]?.id ?? null,
      serviceId: null,
      billable: null,
      startedAtMs: null,
      note: NOTE,
      day: time.today,
    });
    expect(logged).toEqual({ key: expect.any(String) });
    await call('connection.use', { connectionId: both.maya });
    await call('sync.refresh');
    expect((await snapshot()).outbox.waiting).toBe(1);
    await home.comeBack();
    await call('network.back');
    const arrived = () =>
      home.sandbox.backstage.timeEntries().filter(({ note }) => note === NOTE).length;
    await expect.poll(arrived, { timeout: 15_000 }).toBe(1);
    expect(await activeName()).toBe('Maya Okafor');
    await call('sync.refresh');
    const mayas = (await snapshot()).time;
    expect(mayas.error).toBeNull();
    expect(mayas.entries.map(({ note }) => note)).not.toContain(NOTE);
  });

  test('is still the one in use after a restart, and both are still signed in', async () => {
    const browsers = await home.addresses.count();
    await home.restart();
    await business('Larkfield Studio').waitFor();
    const both = await logins();
    await call('connection.use', { connectionId: both.ines });
    await call('sync.refresh');
    expect((await snapshot()).time.entries.map(({ note }) => note)).toContain(NOTE);
    expect(await home.addresses.count()).toBe(browsers);
  });

  test('is removed alone: its secrets go, the first goes on', async () => {
    const both = await logins();
    await call('connection.use', { connectionId: both.maya });
    const gone = await call<SignedOut>('connection.sign-out', { connectionId: both.maya });
    expect(gone).toEqual({ revoked: true, accessEndsAtMs: null });
    await business('Quayside Texts').waitFor();
    expect(await entriesInKeychain(both.maya)).toBe(0);
    expect(await entriesInKeychain(both.ines)).toBeGreaterThan(2);
    await call('sync.refresh');
  });
});

describe('signing out without a network', () => {
  test('empties the keychain all the same, and says until when the token lives on', async () => {
    const both = await logins();
    await openPopover(home.app);
    await home.goOffline();
    const signedOut = await call<SignedOut>('connection.sign-out', { connectionId: both.ines });
    expect(signedOut.revoked).toBe(false);
    expect(signedOut.accessEndsAtMs).toBeGreaterThan(Date.now() + 11 * 3_600_000);
    expect(await entriesInKeychain(both.ines)).toBe(0);
    await button(home.page, 'Connect FreshBooks').waitFor();
    await home.comeBack();
    // Nobody told FreshBooks, as was said.
    expect(home.sandbox.backstage.countRefreshTokens()).toBe(1);
  });
});
