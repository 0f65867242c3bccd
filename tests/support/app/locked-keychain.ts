// A session bus with a real Secret Service on it whose keychain is locked, as when a person has
// not typed its password yet.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startBus, startKeychain } from '../../../scripts/desktop-parts.mjs';
import { canFollowParent, DesktopProcesses } from '../../../scripts/desktop-processes.mjs';

const run = promisify(execFile);

interface LockedKeychain {
  /** For the app's environment. */
  readonly env: Readonly<Record<string, string>>;
  lock(): Promise<void>;
  close(): Promise<void>;
}

/** @param now how it is when this answers */
export async function startLockedKeychain(
  now: 'locked' | 'unlocked' = 'locked',
): Promise<LockedKeychain> {
  const folder = await mkdtemp(join(tmpdir(), 'traybooks-locked-'));
  const processes = new DesktopProcesses(await canFollowParent());
  const own = { ...process.env, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  const bus = await startBus(processes, own);
  const env = { ...own, ...bus };
  await startKeychain(processes, env);
  async function lock(): Promise<void> {
    await run(
      'dbus-send',
      [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.secrets',
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        'array:objpath:/org/freedesktop/secrets/collection/login',
      ],
      { env },
    );
  }

  if (now === 'locked') await lock();
  return {
    env: bus,
    lock,
    async close() {
      await processes.endAll();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
