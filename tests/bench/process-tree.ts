// What a program and everything it started use, by Linux's own books in /proc.
import { readdir, readFile } from 'node:fs/promises';

/** Of one process, from `/proc/PID/stat`; see proc(5) for the fields. */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** User and system time together. */
  readonly cpuTicks: number;
}

/** USER_HZ, which Linux has fixed at 100 for everything it tells programs. */
export const MS_PER_TICK = 10;

export function parseStat(line: string): ProcessStat {
  // The name in brackets may hold spaces and brackets; what follows its last one never does.
  const after = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return {
    pid: Number.parseInt(line, 10),
    parent: Number(after[1]),
    cpuTicks: Number(after[11]) + Number(after[12]),
  };
}

/** @returns kilobytes, each shared page counted in equal parts for those who share it */
export function parsePss(smapsRollup: string): number {
  const pss = /^Pss:\s+(\d+) kB$/m.exec(smapsRollup)?.[1];
  if (pss === undefined) throw new Error('smaps_rollup has no Pss line');
  return Number(pss);
}

/** @returns the root and all its descendants */
export function treeOf(root: number, all: readonly ProcessStat[]): readonly ProcessStat[] {
  const found = all.filter(({ pid }) => pid === root);
  // A child may be listed before its parent, so each generation is looked up in the whole list.
  for (let generation = found; generation.length > 0; ) {
    const parents = new Set(generation.map(({ pid }) => pid));
    generation = all.filter(({ parent }) => parents.has(parent));
    found.push(...generation);
  }
  return found;
}

export async function readTree(root: number): Promise<readonly ProcessStat[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    // Processes end while we look.
    names.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => null)),
  );
  return treeOf(root, lines.filter((line) => line !== null).map(parseStat));
}

export async function cpuMsOf(root: number): Promise<number> {
  const tree = await readTree(root);
  return tree.reduce((sum, { cpuTicks }) => sum + cpuTicks, 0) * MS_PER_TICK;
}

export async function pssMbOf(root: number): Promise<number> {
  const tree = await readTree(root);
  const each = await Promise.all(
    tree.map(async ({ pid }) => parsePss(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8'))),
  );
  return each.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024;
}
