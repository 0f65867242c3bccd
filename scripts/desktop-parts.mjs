// The parts of a virtual desktop, each started and waited for until it really answers, so that
// nothing run in it has to guess.
// @ts-check
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listenTo } from './child-process.mjs';

/** @typedef {import('./desktop-processes.mjs').DesktopProcesses} DesktopProcesses */
/** @typedef {NodeJS.ProcessEnv} Env */

const SCREEN = '1280x800x24';
const PANEL_HEIGHT = 30;

/**
 * @param {DesktopProcesses} processes
 * @param {Env} env
 * @param {string} folder
 */
export async function startScreen(processes, env, folder) {
  const authority = join(folder, 'run', 'Xauthority');
  await writeFile(authority, magicCookie(), { mode: 0o600 });
  // The server picks a free display number itself and reports it once it listens: no race for one.
  const part = processes.start(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', SCREEN, '-auth', authority, '-nolisten', 'tcp', '-noreset'],
    { env, report: true },
  );
  let reported = '';
  part.child.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
    reported += chunk;
  });
  const display = await processes.ready(part, async () =>
    reported.endsWith('\n') ? `:${reported.trim()}` : undefined,
  );
  return { DISPLAY: display, XAUTHORITY: authority };
}

/**
 * @param {DesktopProcesses} processes
 * @param {Env} env
 */
export async function startBus(processes, env) {
  const part = processes.start(
    'dbus-daemon',
    ['--session', '--nofork', '--nopidfile', '--print-address=3'],
    { env, report: true },
  );
  let reported = '';
  part.child.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
    reported += chunk;
  });
  const address = await processes.ready(part, async () =>
    reported.endsWith('\n') ? reported.trim() : undefined,
  );
  return { DBUS_SESSION_BUS_ADDRESS: address };
}

/**
 * A new, empty keyring, unlocked with a password nobody needs again.
 * @param {DesktopProcesses} processes
 * @param {Env} env
 */
export async function startKeychain(processes, env) {
  const part = processes.start(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    { env, input: randomBytes(16).toString('hex') },
  );
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ];
  await processes.ready(part, async () =>
    (await listenTo('dbus-send', question, { env })).stdout.includes('true') ? true : undefined,
  );
}

/**
 * @param {DesktopProcesses} processes
 * @param {Env} env
 */
export async function startWindowManager(processes, env) {
  const part = processes.start('openbox', ['--sm-disable'], { env });
  await processes.ready(part, async () =>
    (await listenTo('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env })).stdout.includes(
      'window id',
    )
      ? true
      : undefined,
  );
}

/**
 * @param {DesktopProcesses} processes
 * @param {Env} env
 */
export async function startTray(processes, env) {
  const look = [
    '--transparent',
    'true',
    '--alpha',
    '0',
    '--tint',
    '0x20302c',
    '--height',
    String(PANEL_HEIGHT),
  ];
  const place = [
    '--edge',
    'top',
    '--align',
    'right',
    '--widthtype',
    'percent',
    '--width',
    '100',
    '--SetDockType',
    'true',
    '--SetPartialStrut',
    'true',
    '--padding',
    '8',
    '--iconspacing',
    '6',
    '--expand',
    'false',
  ];
  const part = processes.start('trayer', [...place, ...look], { env });
  await processes.ready(part, async () =>
    (await listenTo('xdotool', ['search', '--class', 'trayer'], { env })).code === 0
      ? true
      : undefined,
  );
}

/**
 * A quiet ground for the pictures. A desktop without it works just as well, so nothing waits on
 * its success.
 * @param {Env} env
 */
export async function paintBackground(env) {
  await listenTo('display', ['-size', '1280x800', '-window', 'root', 'gradient:#dfe7e3-#b3c4bd'], {
    env,
    timeoutMs: 10_000,
  });
}

/**
 * An X authority file with one entry that fits every display on this machine (family 0xFFFF):
 * the display's number is not known yet. Layout: Xau(3), big-endian counted strings.
 */
function magicCookie() {
  const counted = (/** @type {Buffer} */ bytes) =>
    Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const empty = Buffer.alloc(0);
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    counted(empty),
    counted(empty),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(randomBytes(16)),
  ]);
}
