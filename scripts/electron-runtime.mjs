// Finds or fetches the Electron that development, tests and the tour run on: the official one
// when it can be downloaded, else the stand-in.
// @ts-check
import { existsSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { listenTo } from './child-process.mjs';
import {
  makeStandIn,
  STAND_IN_VERSION,
  standInFitsHere,
  standInFolder,
} from './electron-stand-in.mjs';
import { holding } from './folder-lock.mjs';
import { installOfficialElectron } from './official-electron.mjs';
import { SetupProblem, say } from './setup-problem.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} dist absolute folder; what ELECTRON_OVERRIDE_DIST_PATH should name
 * @property {string} executable absolute
 * @property {string} version
 * @property {boolean} official false for the stand-in, which must never be packaged for users
 */

const REMEMBER_FAILURE_MS = 24 * 60 * 60_000;

/**
 * @param {string} root the project folder, with npm packages installed
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetupProblem} when no Electron can be had
 */
export async function obtainElectron(root) {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (chosen) return await runtimeIn(chosen, chosen.startsWith(join(root, 'node_modules')));
  const official = join(root, 'node_modules', 'electron', 'dist');
  if (existsSync(join(root, 'node_modules', 'electron', 'path.txt')))
    return await runtimeIn(official, true);

  const cache = cacheFolder();
  const standIn = standInFitsHere() ? await standInFolder(cache) : undefined;
  const failureNote = join(cache, 'official-electron-out-of-reach');
  if (standIn && existsSync(standIn) && (await failedLately(failureNote)))
    return await runtimeIn(standIn, false);

  return await holding(join(cache, 'electron.lock'), 'fetching Electron', async () => {
    if (!standIn || !(await failedLately(failureNote))) {
      if (await installOfficialElectron(root)) {
        await rm(failureNote, { force: true });
        return await runtimeIn(official, true);
      }
      await writeFile(failureNote, 'Tried again a day after this file was written.\n');
    }
    if (!standIn)
      throw new SetupProblem(
        'Electron could not be downloaded, and there is no stand-in for this system. Check the network, then try again.',
      );
    if (!existsSync(standIn)) await makeStandIn(standIn);
    say(
      `Using Electron ${STAND_IN_VERSION} from the npm registry: for development and tests only.`,
    );
    return await runtimeIn(standIn, false);
  });
}

/**
 * Electron's own launcher reads this variable; so do our scripts and tests. ELECTRON_RUN_AS_NODE
 * is set by terminals inside other Electron programs and would turn ours into plain Node.
 * @param {ElectronRuntime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(runtime) {
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...rest } = process.env;
  return { ...rest, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist };
}

/**
 * Switches Electron and Chromium need to start here: root may not use their sandbox, and neither
 * may anyone where the kernel denies user namespaces (most containers).
 * @returns {Promise<readonly string[]>}
 */
export async function sandboxSwitches() {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const namespaces = await listenTo('unshare', ['--user', '--map-root-user', 'true']);
  return namespaces.code === 0 ? [] : ['--no-sandbox'];
}

/** Outside node_modules, so that a reinstall does not fetch a hundred megabytes again. */
function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME;
  return join(base?.startsWith('/') ? base : join(homedir(), '.cache'), 'traybooks');
}

/**
 * @param {string} dist
 * @param {boolean} official
 * @returns {Promise<ElectronRuntime>}
 */
async function runtimeIn(dist, official) {
  const binary = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const executable = join(
    dist,
    process.platform === 'darwin' || process.platform === 'win32'
      ? binary[process.platform]
      : 'electron',
  );
  if (!existsSync(executable)) throw new SetupProblem(`There is no Electron in ${dist}.`);
  const version = (await readFile(join(dist, 'version'), 'utf8')).trim().replace(/^v/, '');
  return { dist, executable, version, official };
}

/** @param {string} note */
async function failedLately(note) {
  const written = await stat(note).catch(() => undefined);
  return written !== undefined && Date.now() - written.mtimeMs < REMEMBER_FAILURE_MS;
}
