// An Electron distribution taken from elsewhere lacks the little app that makes `electron FOLDER`
// load a project. This one gives it back. It runs inside Electron, for development and tests only.
const { app } = require('electron');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');

// argv: electron [switches] [-r FILE]... FOLDER [the app's own arguments]
const preloads = [];
let folder;
for (let index = 1; index < process.argv.length && folder === undefined; index++) {
  const word = process.argv[index];
  if (word === '-r' || word === '--require') preloads.push(process.argv[++index]);
  else if (!word.startsWith('-')) folder = path.resolve(word);
}

// Electron's own default app sets this; apps look at it to tell development from a package.
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

// Test drivers hook in through `-r` and must be there before the app's first line.
for (const file of preloads) require(path.resolve(file));

if (folder === undefined || !existsSync(path.join(folder, 'package.json'))) {
  process.stderr.write('Usage: electron [switches] FOLDER, where FOLDER has a package.json.\n');
  app.exit(1);
} else {
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name);
  if (about.version) app.setVersion(about.version);
  app.setAppPath(folder);
  require(path.join(folder, about.main ?? 'index.js'));
}
