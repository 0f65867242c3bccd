// A copy of Traybooks whose owner signed in yesterday: its invoices are cached, its tokens are in
// the keychain, and the FreshBooks it is signed in to still answers.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { collectOpenedAddresses } from '../support/app/opened-addresses.ts';
import { ROOT, startApp } from '../support/app/running-app.ts';
import { consent } from '../support/followed-browser.ts';

export interface PreparedProfile {
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

interface Sandbox {
  readonly authBaseUrl: string;
  readonly apiBaseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export async function prepareProfile(): Promise<PreparedProfile> {
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'scripts/sandbox.ts'), '--json'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const profile = await mkdtemp(join(tmpdir(), 'traybooks-bench-'));
  async function close(): Promise<void> {
    await end(server);
    await rm(profile, { recursive: true, force: true });
  }
  try {
    const sandbox = JSON.parse(await firstLine(server)) as Sandbox;
    const env = {
      TRAYBOOKS_AUTH_BASE_URL: sandbox.authBaseUrl,
      TRAYBOOKS_API_BASE_URL: sandbox.apiBaseUrl,
    };
    await signIn(profile, env, sandbox);
    return { env: { ...env, TRAYBOOKS_USER_DATA_DIR: profile }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function signIn(
  profile: string,
  env: Readonly<Record<string, string>>,
  { clientId, clientSecret }: Sandbox,
): Promise<void> {
  const addresses = await collectOpenedAddresses();
  const app = await startApp({ profile, env: { ...env, TRAYBOOKS_BROWSER: addresses.program } });
  try {
    const { page } = app;
    await page.getByRole('button', { name: 'Connect FreshBooks' }).click();
    await page.getByRole('textbox', { name: 'Client ID' }).fill(clientId);
    await page.getByRole('textbox', { name: 'Client secret' }).fill(clientSecret);
    await page.getByRole('button', { name: 'Continue in browser' }).click();
    const sentTo = await consent(await addresses.next(), 'authorize');
    // Pasted, since the page the browser would be sent to has a certificate of our own making.
    await page.getByRole('textbox', { name: 'Paste the address you were sent to' }).fill(sentTo);
    await page.getByRole('button', { name: 'Use this address' }).click();
    await page
      .getByRole('list', { name: 'Unpaid invoices' })
      .getByRole('listitem')
      .first()
      .waitFor({ state: 'attached' });
    await app.quit();
  } finally {
    await app.kill();
    await addresses.close();
  }
}

/** @throws when the program ends without a word */
export async function firstLine(program: ChildProcess): Promise<string> {
  if (!program.stdout) throw new Error('Nobody listens to this program');
  for await (const line of createInterface({ input: program.stdout })) return line;
  throw new Error('The sample FreshBooks did not start');
}

export async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exited = once(program, 'exit');
  program.kill('SIGTERM');
  await exited;
}
