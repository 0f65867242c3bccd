import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installOfficialElectron } from '../../../scripts/official-electron.mjs';

let root: string;
let told: string[];

/** @param download the body of what fetches, with `details` at hand */
async function packages(download: string, installer: string): Promise<void> {
  const files = {
    'electron/package.json': '{ "version": "45.4.1" }',
    'electron/checksums.json': '{ "electron.zip": "0f" }',
    'electron/install.js': installer,
    '@electron/get/package.json': '{ "main": "get.mjs" }',
    '@electron/get/get.mjs': `export async function downloadArtifact(details) { ${download} }`,
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(root, 'node_modules', name, '..'), { recursive: true });
    await writeFile(join(root, 'node_modules', name), text);
  }
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'traybooks-electron-'));
  told = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told.push(String(text));
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

it('shows how far the download is, checks it, and leaves the rest to Electron’s installer', async () => {
  await packages(
    `if (details.version !== '45.4.1' || details.checksums['electron.zip'] !== '0f') throw new Error();
     await details.downloadOptions.getProgressCallback({ transferred: 60e6, total: 100e6 });`,
    `require('node:fs').writeFileSync('installed', '');`,
  );
  expect(await installOfficialElectron(root)).toBe(true);
  expect(told.join('')).toContain('60.0 of 100.0 MB');
  expect(await readFile(join(root, 'installed'), 'utf8')).toBe('');
});

it('says in one line why the download failed, and installs nothing', async () => {
  await packages(
    `throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });`,
    `require('node:fs').writeFileSync('installed', '');`,
  );
  expect(await installOfficialElectron(root)).toBe(false);
  expect(told).toEqual([
    '· Fetching Electron.\n',
    '· Electron could not be downloaded (connect ECONNREFUSED).\n',
  ]);
  await expect(readFile(join(root, 'installed'))).rejects.toThrow('ENOENT');
});

it('says so when the installer fails', async () => {
  await packages('', 'process.exit(3);');
  expect(await installOfficialElectron(root)).toBe(false);
  expect(told.at(-1)).toContain('ended with 3');
});
