// `npm run package`: installers, or with `-- --dir` the unpacked app, from what is in dist/.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runHere } from './child-process.mjs';
import { obtainElectron } from './electron-runtime.mjs';
import { settingsFor } from './package-settings.ts';

const electron = await obtainElectron(process.cwd());
const settings = join('release', 'electron-builder-settings.yml');
await mkdir('release', { recursive: true });
await writeFile(settings, settingsFor(await readFile('electron-builder.yml', 'utf8'), electron));
if (!electron.official) {
  console.log(
    `Packaging the stand-in Electron ${electron.version}: good for testing, never for users.`,
  );
}
process.exitCode = await runHere(process.execPath, [
  join('node_modules', 'electron-builder', 'cli.js'),
  ...process.argv.slice(2),
  `--config=${settings}`,
  '--publish=never',
]);
