// Somebody else's program beside the app: see another-program/main.cjs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickAt } from './hands.ts';
import { AS_ROOT, electronExecutable } from './running-app.ts';

export const ANOTHER_PROGRAM = 'Another program';

export interface AnotherProgram {
  /** Gives its window the keyboard. */
  click(): Promise<void>;
  close(): Promise<void>;
}

/** @param shortcuts it takes for itself, in Electron's notation */
export async function startAnotherProgram(
  shortcuts: readonly string[] = [],
): Promise<AnotherProgram> {
  const profile = await mkdtemp(join(tmpdir(), 'another-program-'));
  const child = spawn(
    electronExecutable(),
    [
      ...AS_ROOT,
      `--user-data-dir=${profile}`,
      join(import.meta.dirname, 'another-program'),
      ...shortcuts.map((accelerator) => `--hold=${accelerator}`),
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [said] = await once(child.stdout, 'data');
  if (!String(said).startsWith('ready')) throw new Error('Another program had them already');
  return {
    click: () => clickAt(160, 590),
    async close() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
