// Electron's own installer says nothing for half a minute and then shows a bar only on a terminal
// of its own; where the network is closed it ends in a stack trace. So the download is done here,
// by the same package, into the cache where the installer then finds it.
// @ts-check
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listenTo } from './child-process.mjs';
import { progressBar } from './progress-bar.mjs';
import { say } from './setup-problem.mjs';

/** @typedef {{ transferred: number, total: number | null }} Progress bytes; total null when unknown */

const LONGEST_DOWNLOAD_MS = 10 * 60_000;

/**
 * Into node_modules, as `npm install` would have done.
 * @param {string} root the project folder, with npm packages installed
 * @returns {Promise<boolean>} false when that did not work, which has been said
 */
export async function installOfficialElectron(root) {
  say('Fetching Electron.');
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  try {
    await download(installer);
  } catch (error) {
    say(`Electron could not be downloaded (${reasonOf(error)}).`);
    return false;
  }
  const installed = await listenTo(process.execPath, [installer], {
    cwd: root,
    timeoutMs: LONGEST_DOWNLOAD_MS,
  });
  if (installed.code !== 0) say(`Electron's own installer ended with ${installed.code}.`);
  return installed.code === 0;
}

/** @param {string} installer for whose version, and with whose packages */
async function download(installer) {
  const own = createRequire(installer);
  const { downloadArtifact } = await import(pathToFileURL(own.resolve('@electron/get')).href);
  const { version } = JSON.parse(await readFile(own.resolve('./package.json'), 'utf8'));
  /** @type {ReturnType<typeof progressBar> | undefined} */
  let bar;
  let doneBytes = 0;
  const downloading = downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: JSON.parse(await readFile(own.resolve('./checksums.json'), 'utf8')),
    downloadOptions: {
      quiet: true,
      signal: AbortSignal.timeout(LONGEST_DOWNLOAD_MS),
      getProgressCallback: async (/** @type {Progress} */ { transferred, total }) => {
        bar ??= progressBar(total ?? 0);
        doneBytes = transferred;
        bar.advance(doneBytes);
      },
    },
  });
  try {
    await downloading;
  } finally {
    bar?.finish(doneBytes);
  }
}

/** @param {unknown} error fetch keeps what went wrong in its cause */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
