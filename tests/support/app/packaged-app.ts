// The app as users get it, in its own folder with its own executable, made by the same script.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { ROOT } from './running-app.ts';

const FOLDER = join(ROOT, 'release/linux-unpacked');
const ARCHIVE = join(FOLDER, 'resources/app.asar');
/** What decides about the package besides dist/. */
const RECIPE = ['electron-builder.yml', 'package.json', 'scripts/package.ts'];

/** Packages what is in dist/ unless that was done before. @returns the executable */
export async function packagedExecutable(): Promise<string> {
  if (!(await isCurrent())) {
    const packaging = spawn(
      process.execPath,
      ['--import', 'tsx', join('scripts', 'package.ts'), '--dir'],
      { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const [code] = await once(packaging, 'exit');
    if (code !== 0) throw new Error(`Packaging ended with ${code}`);
  }
  return join(FOLDER, 'traybooks');
}

async function isCurrent(): Promise<boolean> {
  const made = await stat(ARCHIVE).catch(() => null);
  if (!made) return false;
  const recipes = await Promise.all(RECIPE.map((file) => stat(join(ROOT, file))));
  if (recipes.some(({ mtimeMs }) => mtimeMs > made.mtimeMs)) return false;

  const entries = await readdir(join(ROOT, 'dist'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
  const packaged = new Set(listPackage(ARCHIVE, { isPack: false }).map((path) => path.slice(1)));
  const alike = await Promise.all(
    files.map(
      async (file) =>
        packaged.has(file) && (await readFile(join(ROOT, file))).equals(extractFile(ARCHIVE, file)),
    ),
  );
  return alike.every(Boolean);
}
