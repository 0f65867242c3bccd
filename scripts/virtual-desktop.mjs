// Tests and the tour need a screen, a session bus, an unlocked keychain, a window manager and a
// tray. On a machine without them, or on one whose owner is working, this makes a desktop of its
// own in a temporary folder, runs one command in it, and leaves nothing behind.
// Use: node scripts/virtual-desktop.mjs -- COMMAND [ARGUMENTS]
// @ts-check
import { pathToFileURL } from 'node:url';
import { passSignalsOn, shellExitCode } from './child-process.mjs';
import { desktopEnvironment, makeDesktopFolder, removeDesktopFolder } from './desktop-folder.mjs';
import {
  paintBackground,
  startBus,
  startKeychain,
  startScreen,
  startTray,
  startWindowManager,
} from './desktop-parts.mjs';
import { canFollowParent, DesktopProcesses } from './desktop-processes.mjs';
import { isOnPath } from './system-packages.mjs';

/** Whether this machine can make a virtual desktop at all. */
export async function canMakeVirtualDesktop() {
  return process.platform === 'linux' && (await isOnPath('Xvfb'));
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env] for the command; the desktop's own variables are added
 * @param {string} [options.cwd]
 * @returns {Promise<number>} the command's exit code, 128 + n when a signal ended it
 */
export async function runInVirtualDesktop(
  command,
  args,
  { env = process.env, cwd = process.cwd() } = {},
) {
  const folder = await makeDesktopFolder();
  const processes = new DesktopProcesses(await canFollowParent());
  /** @type {NodeJS.Signals | undefined} */
  let interrupted;
  const release = passSignalsOn((signal) => {
    interrupted = signal;
    processes.signalCommand(signal);
  });
  try {
    const bare = desktopEnvironment(env, folder);
    const screen = await startScreen(processes, bare, folder);
    const seat = { ...bare, ...screen };
    const session = { ...seat, ...(await startBus(processes, seat)) };
    // The keychain before anything that might ask for it: the bus would start a locked one.
    await startKeychain(processes, session);
    await startWindowManager(processes, session);
    await paintBackground(session);
    await startTray(processes, session);
    if (interrupted) return shellExitCode(null, interrupted);
    return await processes.runCommand(command, args, { env: session, cwd });
  } finally {
    await processes.endAll();
    await removeDesktopFolder(folder);
    // Last: a signal during the tidying must not cut it short.
    release();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const words = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
  const [command, ...args] = words;
  if (command === undefined) {
    process.stderr.write('Usage: node scripts/virtual-desktop.mjs -- COMMAND [ARGUMENTS]\n');
    process.exitCode = 2;
  } else {
    process.exitCode = await runInVirtualDesktop(command, args);
  }
}
