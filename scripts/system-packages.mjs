// Electron, a keychain and a desktop without a screen lean on system libraries and programs.
// On Debian and its relatives we know their names: root gets them installed, anyone else is
// handed the one command to run. Other systems are told, not stopped: they may have them anyway.
// @ts-check
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { listenTo, runHere } from './child-process.mjs';
import { SetupProblem, say } from './setup-problem.mjs';

/**
 * Each entry is one package, or its names in different releases (Debian 13 and Ubuntu 24.04
 * renamed libraries for 64-bit time).
 * @typedef {readonly string[]} Names
 * @typedef {'libraries' | 'hands' | 'desktop' | 'browser'} PackageGroup
 */

/** @type {Readonly<Record<PackageGroup, readonly Names[]>>} */
export const PACKAGE_GROUPS = {
  // What Electron and the keychain module load.
  libraries: [
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libasound2', 'libasound2t64'],
    ['libgbm1'],
    ['libnotify4'],
    ['libxss1'],
    ['libsecret-1-0'],
  ],
  // What presses keys and takes pictures.
  hands: [['xdotool'], ['imagemagick'], ['x11-utils']],
  // What makes a desktop where there is no screen.
  desktop: [['xvfb'], ['dbus'], ['gnome-keyring'], ['openbox'], ['trayer'], ['fonts-dejavu']],
  // The person's browser in sign-in tests.
  browser: [['chromium', 'chromium-browser']],
};

/**
 * @param {readonly Names[]} needed
 * @param {ReadonlySet<string>} installed
 * @returns {readonly Names[]}
 */
export function missingPackages(needed, installed) {
  return needed.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * Sees to it that the groups are there.
 * @param {object} wish
 * @param {readonly PackageGroup[]} wish.groups without these the command cannot run
 * @param {readonly PackageGroup[]} [wish.welcome] installed when we may, done without otherwise
 * @throws {SetupProblem} with the command to run, when this user may not install
 */
export async function ensureSystemPackages({ groups, welcome = [] }) {
  if (process.platform !== 'linux') return;
  if (!existsSync('/usr/bin/dpkg-query')) {
    await tellWhatSeemsMissing(groups);
    return;
  }
  const installed = await installedPackages();
  const missingIn = (/** @type {readonly PackageGroup[]} */ some) =>
    missingPackages(
      some.flatMap((group) => PACKAGE_GROUPS[group]),
      installed,
    );
  const needed = missingIn(groups);
  const nice = missingIn(welcome);
  if (needed.length + nice.length === 0) return;

  if (process.getuid?.() !== 0) {
    const list = (await inThisRelease([...needed, ...nice])).join(' ');
    const command = `sudo apt-get install -y --no-install-recommends ${list}`;
    if (needed.length > 0)
      throw new SetupProblem(
        `Some system packages are missing. Please run this once, then try again:\n\n  ${command}\n`,
      );
    say(`Going on without ${list} (to have it: ${command}).`);
    return;
  }
  await updateLists();
  const list = await inThisRelease([...needed, ...nice]);
  say(`Installing system packages: ${list.join(' ')}`);
  if ((await aptInstall(list)) === 0) return;
  // One unavailable extra must not keep the needed ones away.
  if (nice.length > 0 && (await aptInstall(await inThisRelease(needed))) === 0) return;
  throw new SetupProblem('apt-get could not install the system packages; its own words are above.');
}

/** @returns {Promise<ReadonlySet<string>>} */
async function installedPackages() {
  const names = Object.values(PACKAGE_GROUPS).flat(2);
  // Exits 1 when it knows none of some name; what it prints about the others still counts.
  const answer = await listenTo('dpkg-query', [
    '-W',
    '-f',
    `\${Package} \${db:Status-Status}\n`,
    ...names,
  ]);
  return new Set(
    answer.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.slice(0, line.indexOf(' '))),
  );
}

/**
 * The name this release offers for each package: the last known one that apt can really install
 * (the old name of a renamed library lives on as an alias that apt refuses to choose for).
 * @param {readonly Names[]} packages
 */
async function inThisRelease(packages) {
  const chosen = [];
  for (const names of packages) {
    let choice = names[0];
    for (const name of names.length > 1 ? names : []) {
      const shown = await listenTo('apt-cache', ['policy', name]);
      if (/Candidate: (?!\(none\))/.test(shown.stdout)) choice = name;
    }
    if (choice) chosen.push(choice);
  }
  return chosen;
}

async function updateLists() {
  say('Refreshing the list of system packages.');
  for (let attempt = 1; attempt <= 24; attempt++) {
    const answer = await listenTo('apt-get', ['update', '-q']);
    if (answer.code === 0) return;
    if (!/lock/i.test(answer.stderr)) {
      // Old lists may do; if they do not, the install says so.
      process.stderr.write(answer.stderr);
      return;
    }
    if (attempt === 1) say('Another program is using apt; waiting for it.');
    await pause(5_000);
  }
}

/** @param {readonly string[]} packages */
function aptInstall(packages) {
  return runHere(
    'apt-get',
    [
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      '-o',
      'DPkg::Lock::Timeout=180',
      '-o',
      'Dpkg::Use-Pty=0',
      ...packages,
    ],
    {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      // apt's progress belongs on stderr: stdout is for the command that was asked for.
      stdio: ['ignore', 2, 2],
    },
  );
}

/** @param {readonly PackageGroup[]} groups */
async function tellWhatSeemsMissing(groups) {
  /** @type {Readonly<Record<PackageGroup, readonly string[]>>} */
  const programs = {
    libraries: [],
    hands: ['xdotool', 'import', 'xprop'],
    desktop: ['Xvfb', 'dbus-daemon', 'gnome-keyring-daemon', 'openbox', 'trayer'],
    browser: ['chromium'],
  };
  const missing = [];
  for (const program of groups.flatMap((group) => programs[group])) {
    if (!(await isOnPath(program))) missing.push(program);
  }
  if (missing.length > 0)
    say(
      `This system has no ${missing.join(', ')}; if something fails below, install them with its package manager.`,
    );
}

/** @param {string} program */
export async function isOnPath(program) {
  return (await listenTo('sh', ['-c', `command -v -- "$1"`, 'sh', program])).code === 0;
}
