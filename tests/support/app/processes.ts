// Which processes an app has left behind, read from /proc where there is one.
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Chromium's helpers end a moment after the process they belong to. */
const LONGEST_END_MS = 5_000;
const LOOK_AGAIN_MS = 50;

/**
 * @param pid of the app's main process
 * @returns its and its children's ids that are still alive; empty on systems without /proc
 */
export async function processesOf(pid: number): Promise<readonly number[]> {
  const all = await readdir('/proc').catch(() => []);
  const alive = await Promise.all(all.filter((name) => /^\d+$/.test(name)).map(describe));
  return alive
    .filter((process) => process !== null)
    .filter((process) => process.pid === pid || process.group === pid || process.parent === pid)
    .map((process) => process.pid);
}

/**
 * For after the app has ended.
 * @param pid of the app's main process
 * @returns what is still alive when everything had time to end; empty when all is well
 */
export async function leftBehind(pid: number): Promise<readonly number[]> {
  const until = performance.now() + LONGEST_END_MS;
  let left = await processesOf(pid);
  while (left.length > 0 && performance.now() < until) {
    await pause(LOOK_AGAIN_MS);
    left = await processesOf(pid);
  }
  return left;
}

async function describe(name: string) {
  const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name in brackets may hold spaces; what follows it never does.
  const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z') return null;
  return { pid: Number(name), parent: Number(parent), group: Number(group) };
}
