// The troubles of a keychain as a real keytar and a real libsecret tell them, each in a desktop
// that really has that trouble.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canFollowParent, DesktopProcesses } from '../../../scripts/desktop-processes.mjs';
import { ROOT } from '../../support/app/running-app.ts';

const run = promisify(execFile);

const KEYTAR = join(dirname(createRequire(import.meta.url).resolve('keytar')), '..');
const ADDON = `prebuilds/${process.platform}-${process.arch}/keytar.node`;

/** A bus that can start no programs: no Secret Service, now or when asked for one. */
const BARE_BUS = `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;

let folder: string;
let processes: DesktopProcesses;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traybooks-keychain-'));
  processes = new DesktopProcesses(await canFollowParent());
});

afterEach(async () => {
  await processes.endAll();
  await rm(folder, { recursive: true, force: true });
});

async function ask(change: Record<string, string | undefined>, keytar = KEYTAR): Promise<unknown> {
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'tests/support/ask-keychain.ts'), keytar],
    { env: { ...process.env, ...change }, cwd: ROOT },
  );
  return JSON.parse(stdout);
}

function everything(cause: string) {
  return { write: cause, read: cause, erase: cause };
}

describe('a desktop', () => {
  it('with a good keychain has no trouble', async () => {
    expect(await ask({})).toEqual({ write: 'ok', read: 'secret', erase: 'ok' });
  });

  it.each([
    ['whose session bus is gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
    ['whose session bus has no address', { DBUS_SESSION_BUS_ADDRESS: '' }],
    ['with an address that is none', { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }],
    [
      'that never had a session bus',
      { DBUS_SESSION_BUS_ADDRESS: undefined, DISPLAY: undefined, XDG_RUNTIME_DIR: '/nonexistent' },
    ],
  ])('%s has no keychain', async (_name, change) => {
    expect(await ask(change)).toEqual(everything('missing'));
  });

  it('with a bus and no Secret Service on it has no keychain', async () => {
    const config = join(folder, 'bus.conf');
    await writeFile(config, BARE_BUS);
    const part = processes.start(
      'dbus-daemon',
      [`--config-file=${config}`, '--nofork', '--print-address=3'],
      { env: process.env, report: true },
    );
    let reported = '';
    part.child.stdio[3]?.on('data', (chunk: Buffer) => {
      reported += chunk;
    });
    const address = await processes.ready(part, async () =>
      reported.endsWith('\n') ? reported.trim() : undefined,
    );
    expect(await ask({ DBUS_SESSION_BUS_ADDRESS: address })).toEqual(everything('missing'));
  });

  it('without libsecret lacks a library, and says so rather than ending the program', async () => {
    const keytar = join(folder, 'keytar');
    await cp(KEYTAR, keytar, { recursive: true, dereference: true });
    await rm(join(keytar, 'build'), { recursive: true, force: true });
    // The same module, asking for a library that no system has.
    const addon = await readFile(join(keytar, ADDON), 'latin1');
    expect(addon).toContain('libsecret-1.so.0');
    const asking = addon.replaceAll('libsecret-1.so.0', 'libsecret-9.so.0');
    await writeFile(join(keytar, ADDON), asking, 'latin1');
    expect(await ask({}, keytar)).toEqual(everything('library-missing'));
    // Installed meanwhile: the next one finds it.
    await writeFile(join(keytar, ADDON), addon, 'latin1');
    expect(await ask({}, keytar)).toEqual({ write: 'ok', read: 'secret', erase: 'ok' });
  });
});
