// A minute in which nobody does anything, for both at the same time: the processor time they
// take, and the timers of their own that fire.
import { setTimeout as pause } from 'node:timers/promises';
import { type Contestant, type Mark, type RunningContestant, start } from './contestant.ts';
import { cpuMsOf } from './process-tree.ts';

export interface IdleFigures {
  readonly cpuMs: number;
  /** What fired, in main and in the page, named by the function that set it and its delay. */
  readonly fired: readonly string[];
}

const SETTLE_MS = 6_000;
const IDLE_MS = 60_000;

/** @returns in the order of the contestants */
export async function measureIdle(
  contestants: readonly Contestant[],
): Promise<readonly IdleFigures[]> {
  const apps = contestants.map(start);
  try {
    await Promise.all(apps.map(ready));
    await pause(SETTLE_MS);
    await Promise.all(apps.map(firings));
    const before = await Promise.all(apps.map(({ pid }) => cpuMsOf(pid)));
    await pause(IDLE_MS);
    // Read before the page is asked anything: answering costs it processor time.
    const after = await Promise.all(apps.map(({ pid }) => cpuMsOf(pid)));
    const fired = await Promise.all(apps.map(firings));
    return apps.map((_, index) => ({
      cpuMs: (after[index] ?? Number.NaN) - (before[index] ?? Number.NaN),
      fired: fired[index] ?? [],
    }));
  } finally {
    await Promise.all(apps.map((app) => app.quit()));
  }
}

async function ready(app: RunningContestant): Promise<void> {
  await app.mark('drawn');
  await app.mark('shortcut-registered');
  app.order('count-page-timers');
  await app.mark('drawn');
}

async function firings(app: RunningContestant): Promise<readonly string[]> {
  app.order('tell-firings');
  const mark = (await app.mark('firings')) as Mark & {
    readonly inMain: readonly string[];
    readonly inPage: readonly string[];
  };
  return [
    ...mark.inMain.map((what) => `main: ${what}`),
    ...mark.inPage.map((what) => `page: ${what}`),
  ];
}
