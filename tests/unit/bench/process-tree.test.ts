import { describe, expect, it } from 'vitest';
import { parsePss, parseStat, treeOf } from '../../bench/process-tree.ts';

/** As the kernel writes it: pid (name) state parent … utime stime at fields 14 and 15. */
function statLine(pid: number, name: string, parent: number, utime: number, stime: number): string {
  return `${pid} (${name}) S ${parent} 1 1 0 -1 4194304 0 0 0 0 ${utime} ${stime} 7 8 20 0 1 0 99`;
}

describe('parseStat', () => {
  it('reads who started a process and how long it computed', () => {
    expect(parseStat(statLine(42, 'electron', 7, 30, 12))).toEqual({
      pid: 42,
      parent: 7,
      cpuTicks: 42,
    });
  });

  it('is not misled by brackets and spaces in a name', () => {
    expect(parseStat(statLine(5, 'odd) name (x', 1, 2, 3))).toEqual({
      pid: 5,
      parent: 1,
      cpuTicks: 5,
    });
  });
});

describe('parsePss', () => {
  const rollup = [
    '55d0-7ffe ---p 00000000 00:00 0 [rollup]',
    'Rss:              131072 kB',
    'Pss:               20480 kB',
    'Pss_Anon:          10240 kB',
    'Pss_File:          10240 kB',
  ].join('\n');

  it('takes the whole share, not one of its parts', () => {
    expect(parsePss(rollup)).toBe(20_480);
  });

  it('does not take a missing share for none', () => {
    expect(() => parsePss('Rss: 1 kB')).toThrow('no Pss line');
  });
});

describe('treeOf', () => {
  const process = (pid: number, parent: number) => ({ pid, parent, cpuTicks: 0 });

  it('finds children of children, wherever they stand in the list', () => {
    const all = [process(30, 20), process(20, 10), process(99, 1), process(10, 1), process(21, 10)];
    expect(
      treeOf(10, all)
        .map(({ pid }) => pid)
        .sort(),
    ).toEqual([10, 20, 21, 30]);
  });

  it('is empty once the root is gone', () => {
    expect(treeOf(10, [process(20, 1)])).toEqual([]);
  });
});
