// Starts the real app in real Electron with a profile of its own, and ends it again.
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

export const ROOT = join(import.meta.dirname, '../../..');

interface AppOptions {
  /** The user data folder; reuse it to restart the same installation. */
  readonly profile: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Chromium's switches. */
  readonly switches?: readonly string[];
}

export interface RunningApp {
  readonly page: Page;
  readonly electron: ElectronApplication;
  readonly pid: number;
  /** Leaves through the app's own quit, as the tray menu does. */
  quit(): Promise<void>;
  /** Ends it as a crash or a power cut would. */
  kill(): Promise<void>;
}

/** The Electron that `npm run …` found: the `electron` package knows where. */
export function electronExecutable(): string {
  return createRequire(import.meta.url)('electron') as string;
}

/** Chromium refuses its sandbox to root; everyone else gets it. */
export const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export async function startApp({ profile, env, switches = [] }: AppOptions): Promise<RunningApp> {
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...AS_ROOT, ...switches, ROOT],
    // Without this the driver switches it off for everyone.
    chromiumSandbox: AS_ROOT.length === 0,
    cwd: ROOT,
    env: { ...plainEnvironment(), ...env, TRAYBOOKS_USER_DATA_DIR: profile },
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  const child = electron.process();
  return {
    page,
    electron,
    pid: child.pid ?? 0,
    async quit() {
      const exited = once(child, 'exit');
      // The answer to this call is lost with the process, as it should be.
      await electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
      await exited;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function plainEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const { TRAYBOOKS_AUTH_BASE_URL, TRAYBOOKS_API_BASE_URL, ...rest } = Object.fromEntries(entries);
  return rest;
}
