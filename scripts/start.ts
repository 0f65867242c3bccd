// `npm start`: the app, on the desktop of whoever typed it, with that person's own keychain.
import { runHere } from './child-process.mjs';
import { obtainElectron, sandboxSwitches } from './electron-runtime.mjs';

const root = process.cwd();
const electron = await obtainElectron(root);
const switches = await sandboxSwitches();
process.exitCode = await runHere(electron.executable, [
  ...switches,
  root,
  ...process.argv.slice(2),
]);
