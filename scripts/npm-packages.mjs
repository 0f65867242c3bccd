// A fresh clone has no node_modules, and a pull can leave them behind the lock file. Every command
// looks first and installs only then, so that nobody has to remember `npm install`.
// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runHere } from './child-process.mjs';
import { holding } from './folder-lock.mjs';
import { SetupProblem, say } from './setup-problem.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: readonly string[], link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Compares what should be there with npm's own note of what it installed
 * (node_modules/.package-lock.json, written last, hence absent after an install that was cut off).
 * A person who ran `npm install` by hand is therefore not made to wait for a second install.
 * Packages marked optional may be absent (they belong to other systems), but not in another version,
 * and none may belong to another system than this one (a node_modules folder copied across).
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @param {NodeJS.Platform} platform
 */
export function packagesAreStale(wanted, installed, platform) {
  if (!installed?.packages || !wanted.packages) return true;
  const there = installed.packages;
  const wrongSystem = Object.values(there).some(
    (entry) =>
      entry.os && !entry.os.includes(platform) && !entry.os.some((os) => os.startsWith('!')),
  );
  if (wrongSystem) return true;
  return Object.entries(wanted.packages).some(([path, entry]) => {
    if (path === '') return false;
    const found = there[path];
    if (!found) return entry.optional !== true;
    return found.version !== entry.version || found.integrity !== entry.integrity;
  });
}

/** @param {string} root the project folder, absolute */
export async function ensureNpmPackages(root) {
  if (!(await areStale(root))) return;
  await holding(join(root, '.npm-install.lock'), 'installing npm packages', async () => {
    if (!(await areStale(root))) return;
    say('Installing npm packages (once, and again when package-lock.json changes).');
    // Install scripts stay off: everything native here ships its binaries inside the package,
    // so running them could only add downloads, compilers and other people's code.
    const npm = npmCommand();
    const code = await runHere(
      npm.command,
      [
        ...npm.args,
        'ci',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--no-update-notifier',
        '--loglevel=error',
      ],
      // What npm tells goes where our own words go: a command's output may be read by a program.
      { cwd: root, shell: npm.shell, stdio: ['inherit', process.stderr, 'inherit'] },
    );
    if (code !== 0)
      throw new SetupProblem('npm could not install the packages; its own words are above.');
  });
}

/** The npm that started us if it was npm, else the one on the path (a .cmd file on Windows, which needs a shell). */
export function npmCommand() {
  const startedBy = process.env.npm_execpath;
  if (startedBy?.endsWith('npm-cli.js'))
    return { command: process.execPath, args: [startedBy], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** @param {string} root */
async function areStale(root) {
  const wanted = await readLock(join(root, 'package-lock.json'));
  if (!wanted)
    throw new SetupProblem(
      'package-lock.json is missing or damaged: get it back from the repository.',
    );
  return packagesAreStale(
    wanted,
    await readLock(join(root, 'node_modules', '.package-lock.json')),
    process.platform,
  );
}

/**
 * @param {string} path
 * @returns {Promise<Lock | undefined>}
 */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
