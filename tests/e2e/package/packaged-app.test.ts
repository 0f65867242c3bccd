// The packaged program, started as a person starts it: the first minute on sample data, and the
// fuses that keep it from being used for anything else.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import keytar from 'keytar';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  collectOpenedAddresses,
  type OpenedAddresses,
} from '../../support/app/opened-addresses.ts';
import { packagedExecutable } from '../../support/app/packaged-app.ts';
import { leftBehind } from '../../support/app/processes.ts';
import { AS_ROOT, ROOT } from '../../support/app/running-app.ts';
import { signInWithSampleData } from '../../support/app/sample-sign-in.ts';
import { button, unpaidInvoices } from '../../support/app/screens.ts';
import { freePorts } from '../../support/free-ports.ts';
import { keychainEntries } from '../../support/keychain-entries.ts';
import { listeningAddresses } from '../../support/listening-sockets.ts';

const SERVICE = 'Traybooks';
/** A fuse that is on, as the wire in the executable spells it. */
const ENABLED = '1'.charCodeAt(0);

let folder: string;
let executable: string;
let inspectPort: number;
let env: NodeJS.ProcessEnv;
let program: ChildProcess;
let said = '';
let browser: Browser;
let page: Page;
let addresses: OpenedAddresses;
let accountsBefore: readonly string[];

const accounts = () => keychainEntries(SERVICE);

beforeAll(async () => {
  executable = await packagedExecutable();
  folder = await mkdtemp(join(tmpdir(), 'traybooks-packaged-'));
  addresses = await collectOpenedAddresses();
  accountsBefore = await accounts();
  const [debugPort = 0, nodePort = 0] = await freePorts(2);
  inspectPort = nodePort;
  const preload = join(folder, 'preload.cjs');
  await writeFile(
    preload,
    `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'preloaded'))}, '')`,
  );
  const { TRAYBOOKS_USER_DATA_DIR, ...outer } = process.env;
  env = {
    ...outer,
    XDG_CONFIG_HOME: folder,
    TRAYBOOKS_BROWSER: addresses.program,
    NODE_OPTIONS: `--require ${preload}`,
  };
  program = spawn(
    executable,
    [...AS_ROOT, `--remote-debugging-port=${debugPort}`, `--inspect=127.0.0.1:${inspectPort}`],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  for (const output of [program.stdout, program.stderr]) {
    output?.on('data', (chunk) => {
      said += chunk;
    });
  }
  await vi.waitUntil(() => said.includes('DevTools listening on'), { timeout: 20_000 });
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`, { noDefaults: true });
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  await vi.waitUntil(() => pages().length > 0, { timeout: 20_000 });
  const [only] = pages();
  if (!only) throw new Error('The packaged app shows no page');
  page = only;
});

afterAll(async () => {
  if (program.exitCode === null && program.signalCode === null) {
    const exited = once(program, 'exit');
    program.kill('SIGKILL');
    await exited;
  }
  for (const account of await accounts()) {
    if (!accountsBefore.includes(account)) await keytar.deletePassword(SERVICE, account);
  }
  await addresses.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

describe.runIf(process.platform === 'linux')('the packaged app', () => {
  it('greets, signs in with sample data and lists who owes', async () => {
    await button(page, 'Connect FreshBooks').waitFor();
    await signInWithSampleData(page, addresses);
    expect(await unpaidInvoices(page).count()).toBeGreaterThan(3);
    expect(await unpaidInvoices(page).first().textContent()).toContain('overdue');
  });

  it('keeps its data and its secrets under its own name, apart from development builds', async () => {
    expect((await stat(join(folder, 'Traybooks/traybooks.db'))).size).toBeGreaterThan(0);
    expect((await accounts()).length).toBeGreaterThan(accountsBefore.length);
  });

  it('has every fuse as configured', async () => {
    const configured = await fusesInConfiguration();
    const wire = await getCurrentFuseWire(executable);
    const found = Object.fromEntries(
      Object.keys(configured).map((name) => [name, wire[fuseNamed(name)] === ENABLED]),
    );
    expect(Object.keys(configured).length).toBeGreaterThanOrEqual(7);
    expect(found).toEqual(configured);
  });

  it('is no Node interpreter and opens to no debugger', async () => {
    expect(said).not.toContain('Debugger listening');
    expect(listeningAddresses(inspectPort)).toEqual([]);
    await expect(stat(join(folder, 'preloaded'))).rejects.toThrow('ENOENT');
    const asNode = spawn(executable, [...AS_ROOT, '-e', 'console.log("an interpreter")'], {
      env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let printed = '';
    asNode.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    // It is a second launch of the app instead, which ends itself.
    expect(await once(asNode, 'exit')).toEqual([0, null]);
    expect(printed).not.toContain('an interpreter');
  });

  it('leaves no process behind', async () => {
    const exited = once(program, 'exit');
    program.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(await leftBehind(program.pid ?? 0)).toEqual([]);
  });
});

/** The settings the package was made with; fuses newer than its Electron are left out there. */
async function fusesInConfiguration(): Promise<Readonly<Record<string, boolean>>> {
  const text = await readFile(join(ROOT, 'release/electron-builder-settings.yml'), 'utf8');
  const fuses = [...text.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(
    ([, name = '', state]) => [name, state === 'true'] as const,
  );
  return Object.fromEntries(fuses.filter(([name]) => fuseNamed(name) !== undefined));
}

/** `runAsNode` in the configuration is `RunAsNode` on the wire. */
function fuseNamed(name: string): FuseV1Options {
  const wireName = name.charAt(0).toUpperCase() + name.slice(1);
  return FuseV1Options[wireName as keyof typeof FuseV1Options];
}
