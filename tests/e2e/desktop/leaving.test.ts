// One instance only, and nothing left when it ends, however it is asked to.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { isOnScreen, pressKeys } from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import { startLockedKeychain } from '../../support/app/locked-keychain.ts';
import { startPassingOwner } from '../../support/app/passing-owner.ts';
import { leftBehind } from '../../support/app/processes.ts';
import { AS_ROOT, electronExecutable, ROOT } from '../../support/app/running-app.ts';
import { button } from '../../support/app/screens.ts';
import { trayIconOf } from '../../support/app/tray.ts';
import { windowIs } from '../../support/app/window.ts';
import { listeningAddresses } from '../../support/listening-sockets.ts';

let installation: Installation;

afterEach(() => installation.close());

/** The port of the loopback listener, which is open while a sign-in waits for the browser. */
async function portOfSignInUnderWay(): Promise<number> {
  await installation.askToConnect();
  const authorize = new URL(await installation.addresses.next());
  const port = Number(new URL(authorize.searchParams.get('redirect_uri') ?? '').port);
  expect(listeningAddresses(port)).toContain('127.0.0.1');
  return port;
}

async function nothingIsLeft(pid: number, port: number): Promise<void> {
  expect(await leftBehind(pid)).toEqual([]);
  expect(listeningAddresses(port)).toEqual([]);
}

describe('one instance', () => {
  it('is kept by a second launch, which opens the first one’s popover and ends', async () => {
    installation = await Installation.make();
    const app = await installation.start();
    await button(app.page, 'Connect FreshBooks').waitFor();
    await pressKeys('Escape');
    await windowIs(app, 'hidden');
    const second = spawn(electronExecutable(), [...AS_ROOT, ROOT], {
      cwd: ROOT,
      env: { ...process.env, TRAYBOOKS_USER_DATA_DIR: installation.profile },
      stdio: 'ignore',
    });
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    await windowIs(app, 'shown');
    await button(app.page, 'Connect FreshBooks').waitFor();
    expect(await leftBehind(second.pid ?? 0)).toEqual([]);
  });

  it('comes up also when it was refused by one that had the lock for a moment', async () => {
    installation = await Installation.make();
    const owner = await startPassingOwner(installation.profile);
    const app = await installation.start();
    await button(app.page, 'Connect FreshBooks').waitFor();
    expect(owner.exitCode).toBe(0);
  });
});

describe('leaving', () => {
  it('by Quit in the tray’s menu leaves no process and no listener', async () => {
    installation = await Installation.make();
    const app = await installation.start();
    const port = await portOfSignInUnderWay();
    const exited = once(app.electron.process(), 'exit');
    const icon = await trayIconOf(app);
    await icon.choose(-1);
    expect(await exited).toEqual([0, null]);
    await nothingIsLeft(app.pid, port);
  });

  it('by SIGTERM, as at the end of a desktop session, leaves none either', async () => {
    installation = await Installation.make();
    const app = await installation.start();
    const port = await portOfSignInUnderWay();
    const exited = once(app.electron.process(), 'exit');
    app.electron.process().kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    await nothingIsLeft(app.pid, port);
  });

  it('leaves none while the keychain waits for its password, and starts again', async () => {
    const keychain = await startLockedKeychain();
    installation = await Installation.make();
    const app = await installation.start(keychain.env);
    await installation.askToConnect();
    await expect.poll(() => isOnScreen('Unlock Login Keyring'), { timeout: 10_000 }).toBe(true);
    const exited = once(app.electron.process(), 'exit');
    app.electron.process().kill('SIGTERM');
    await exited;
    expect(await leftBehind(app.pid)).toEqual([]);
    await keychain.close();

    const again = await installation.start();
    await button(again.page, 'Connect FreshBooks').waitFor();
  });
});
