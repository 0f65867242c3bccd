// The door behind every `npm run …`. On a fresh clone there is nothing but Node, so this file and
// what it imports at the top use Node alone; each command then gets exactly what it needs.
// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runHere } from './child-process.mjs';
import { environmentFor, obtainElectron } from './electron-runtime.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';
import { SetupProblem, say } from './setup-problem.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { canMakeVirtualDesktop, runInVirtualDesktop } from './virtual-desktop.mjs';

/** @typedef {import('./system-packages.mjs').PackageGroup} PackageGroup */

/**
 * @typedef {object} Command
 * @property {string} script what runs in the end
 * @property {readonly PackageGroup[]} [groups] system packages it cannot do without
 * @property {readonly PackageGroup[]} [welcome] system packages it can do without
 * @property {boolean} [electron] wants an Electron
 * @property {boolean} [build] wants dist/
 * @property {'own' | 'virtual'} [screen] runs on the person's screen, or always on one of its own
 */

/** @type {Readonly<Record<string, Command>>} */
const COMMANDS = {
  check: { script: 'scripts/check.ts' },
  sandbox: { script: 'scripts/sandbox.ts' },
  reading: { script: 'scripts/reading.ts' },
  test: {
    script: 'scripts/test.ts',
    groups: ['libraries', 'hands', 'desktop', 'browser'],
    electron: true,
    build: true,
  },
  bench: {
    script: 'scripts/bench.ts',
    groups: ['libraries', 'hands', 'desktop'],
    electron: true,
    build: true,
    screen: 'virtual',
  },
  prove: {
    script: 'scripts/prove.ts',
    groups: ['libraries', 'hands', 'desktop', 'browser'],
    electron: true,
    build: true,
    screen: 'virtual',
  },
  demo: {
    script: 'scripts/demo.ts',
    groups: ['libraries', 'hands'],
    welcome: ['browser'],
    electron: true,
    build: true,
    screen: 'own',
  },
  start: {
    script: 'scripts/start.ts',
    groups: ['libraries'],
    electron: true,
    build: true,
    screen: 'own',
  },
  package: { script: 'scripts/package.ts', electron: true, build: true },
};

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
async function run(name, args) {
  const command = COMMANDS[name];
  if (!command)
    throw new SetupProblem(
      `There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`,
    );
  checkNodeVersion();
  await ensureNpmPackages(ROOT);

  const screenless =
    process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (name === 'start' && screenless) {
    say(
      'There is no screen here to show the app on: running the guided tour on a virtual one instead.',
    );
    return await run('demo', args);
  }
  const ownDesktop = command.screen === 'own' && screenless;
  if (command.groups) {
    await ensureSystemPackages({
      groups: ownDesktop ? [...command.groups, 'desktop'] : command.groups,
      ...(command.welcome ? { welcome: command.welcome } : {}),
    });
  }
  const env = command.electron ? environmentFor(await obtainElectron(ROOT)) : process.env;
  if (command.build) await build(env);

  const words = ['--import', 'tsx', command.script, ...args];
  const virtual = ownDesktop || (command.screen === 'virtual' && (await canMakeVirtualDesktop()));
  if (virtual) return await runInVirtualDesktop(process.execPath, words, { env, cwd: ROOT });
  return await runHere(process.execPath, words, { env, cwd: ROOT });
}

function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupProblem(`Traybooks needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/** @param {NodeJS.ProcessEnv} env */
async function build(env) {
  say('Building.');
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const code = await runHere(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    env,
    cwd: ROOT,
  });
  if (code !== 0) throw new SetupProblem('The app could not be built; the reasons are above.');
}

const [name = '', ...args] = process.argv.slice(2);
try {
  process.exitCode = await run(name, args);
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`\n✗ ${error.message}\n`);
  process.exitCode = 1;
}
