// Which processes an app has left behind, read from /proc where there is one.
import { readdir, readFile } from 'node:fs/promises';

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

async function describe(name: string) {
  const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name in brackets may hold spaces; what follows it never does.
  const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z') return null;
  return { pid: Number(name), parent: Number(parent), group: Number(group) };
}
