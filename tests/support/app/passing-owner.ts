// A caller on the command line in the moment it has the lock: see passing-owner/main.cjs.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { AS_ROOT, electronExecutable } from './running-app.ts';

/** @returns the process, once it has the lock; it ends as soon as a launch was refused for it */
export async function startPassingOwner(profile: string): Promise<ChildProcess> {
  const owner = spawn(
    electronExecutable(),
    [...AS_ROOT, `--user-data-dir=${profile}`, join(import.meta.dirname, 'passing-owner')],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [said] = await once(owner.stdout, 'data');
  if (!String(said).startsWith('ready')) throw new Error('Another has the lock');
  return owner;
}
