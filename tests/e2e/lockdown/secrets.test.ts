// A whole signed-in session, and afterwards a search for its secrets everywhere they must not be:
// in what crosses to the page, in the files of the profile, in what other programs can see of ours.
import { readFile } from 'node:fs/promises';
import keytar from 'keytar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesHolding } from '../../support/app/files-holding.ts';
import { Installation } from '../../support/app/installation.ts';
import { processesOf } from '../../support/app/processes.ts';
import { unpaidInvoices } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';
import { consent, load } from '../../support/followed-browser.ts';
import { keychainEntries } from '../../support/keychain-entries.ts';

const SERVICE = 'Traybooks (development)';

let installation: Installation;
const secrets = new Set<string>();
/** Everything that crossed the bridge, as JSON. */
const crossed: string[] = [];

async function call(name: string, input?: unknown): Promise<void> {
  const answer = await installation.page.evaluate(
    ([command, payload]) => {
      const anyCall = window.traybooks.call as (...words: unknown[]) => Promise<unknown>;
      return anyCall(command, payload).then((value) => JSON.stringify(value));
    },
    [name, input],
  );
  expect(answer, name).toContain('"ok":true');
  crossed.push(answer);
}

/** What the keychain holds now: tokens in entries of their own, or as members of JSON. */
async function noteTokens(): Promise<void> {
  for (const account of await keychainEntries(SERVICE)) {
    const password = await keytar.getPassword(SERVICE, account);
    if (password === null) continue;
    if (account.endsWith('/access-token')) secrets.add(password);
    if (account.endsWith('/grant')) secrets.add(String(JSON.parse(password).refreshToken));
  }
}

beforeAll(async () => {
  for (const account of await keychainEntries(SERVICE)) {
    await keytar.deletePassword(SERVICE, account);
  }
  installation = await Installation.make();
  const { page } = await installation.start();
  await page.exposeFunction('noteEvent', (event: string) => crossed.push(event));
  await page.evaluate(() => {
    window.traybooks.subscribe((event) => {
      const note: unknown = Reflect.get(window, 'noteEvent');
      if (typeof note === 'function') note(JSON.stringify(event));
    });
  });

  const { clientId, clientSecret } = installation.credentials;
  secrets.add(clientSecret);
  const signedIn = call('sign-in.freshbooks', { clientId, clientSecret });
  const authorize = new URL(await installation.addresses.next());
  const back = await consent(authorize.href, 'authorize');
  secrets.add(new URL(back).searchParams.get('code') ?? '');
  secrets.add(authorize.searchParams.get('state') ?? '');
  await load(back);
  await signedIn;
  await noteTokens();

  await call('sync.refresh');
  await unpaidInvoicesAreListed();
  const today = await page.evaluate(async () => {
    const answer = await window.traybooks.call('snapshot.read');
    return answer.ok ? answer.value.time.today : '';
  });
  await call('time.log', {
    durationSeconds: 900,
    clientId: null,
    projectId: null,
    serviceId: null,
    billable: null,
    startedAtMs: null,
    note: 'Searched for secrets',
    day: today,
  });
  // A refresh: a new pair, and the old one in memory no longer.
  installation.sandbox.backstage.expireAccessTokens();
  await call('sync.refresh');
  await noteTokens();
  await call('settings.change', { appearance: 'dark' });
  const connectionId = await page.evaluate(async () => {
    const answer = await window.traybooks.call('snapshot.read');
    return answer.ok ? answer.value.connection.active : null;
  });
  await call('connection.details', { connectionId });
  await call('connection.test', { connectionId });
  await call('connection.copy-diagnostics', { connectionId });
  await call('snapshot.read');
});

afterAll(() => installation.close());

async function unpaidInvoicesAreListed(): Promise<void> {
  await openPopover(installation.app);
  await installation.page.getByRole('button', { name: 'Open Traybooks' }).click();
  await unpaidInvoices(installation.page).first().waitFor();
}

describe('the secrets of a session', () => {
  it('are two pairs of tokens, a code, a state and the client’s secret', () => {
    // What the other tests look for; finding fewer would make them say nothing.
    expect(secrets.size).toBe(7);
    expect([...secrets].every((secret) => secret.length >= 16)).toBe(true);
  });

  it('never cross to the page', () => {
    expect(crossed.length).toBeGreaterThan(6);
    expect(crossed.join('')).toContain('maya@larkfield.example');
    expect([...secrets].filter((secret) => crossed.some((text) => text.includes(secret)))).toEqual(
      [],
    );
  });

  it('are not in the text for support, and neither is anybody’s name', async () => {
    const text = await installation.app.electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(text).toContain('  Time entries: ok, ');
    expect([...secrets].filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/Maya|Okafor|maya@|Larkfield|Northgate|Searched for/);
    expect(text).not.toContain(installation.credentials.clientId);
  });

  it('are in no file of the profile, while it runs and after it quit', async () => {
    expect(await filesHolding(installation.profile, ['Searched for secrets'])).not.toEqual([]);
    expect(await filesHolding(installation.profile, [...secrets])).toEqual([]);
    const { pid } = installation.app;
    await Promise.all(
      (await processesOf(pid)).map(async (id) => {
        const seen = `${await readFile(`/proc/${id}/cmdline`)}${await readFile(`/proc/${id}/environ`)}`;
        expect([...secrets].filter((secret) => seen.includes(secret))).toEqual([]);
      }),
    );
    await installation.quit();
    expect(await filesHolding(installation.profile, [...secrets])).toEqual([]);
  });
});
