// The app's own program, asked something on the command line as a script would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AS_ROOT, electronExecutable, ROOT } from './running-app.ts';

export interface CallEnd {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Without what Chromium itself has to say about the desktop. */
  readonly stderr: string;
}

interface Call {
  readonly profile: string;
  readonly env: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

export async function callApp({ profile, env, words }: Call): Promise<CallEnd> {
  const caller = spawn(electronExecutable(), [...AS_ROOT, ROOT, ...words], {
    env: { ...process.env, ...env, TRAYBOOKS_USER_DATA_DIR: profile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(caller.stdout),
    text(caller.stderr),
    once(caller, 'exit'),
  ]);
  const ours = stderr.split('\n').filter((line) => !/^\[\d+:\d+\/.*\]/.test(line));
  return { exitCode, stdout: stdout.trimEnd(), stderr: ours.join('\n').trimEnd() };
}

/**
 * The process that has the profile; Chromium writes it into its lock, a link to `HOST-PID`.
 * @returns null when none has
 */
export function ownerOf(profile: string): number | null {
  try {
    return Number(readlinkSync(join(profile, 'SingletonLock')).replace(/^.*-/, ''));
  } catch {
    return null;
  }
}
