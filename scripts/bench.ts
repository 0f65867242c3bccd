/**
 * Measures Traybooks against an empty Electron window with a tray icon, on the same runtime, in
 * turns. Exits 1 when a bar is missed.
 *
 *   npm run bench -- [--runs N] [--only launch|typing|idle|loading]
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Contestant } from '../tests/bench/contestant.ts';
import { FIGURES, type Figure, judge } from '../tests/bench/figures.ts';
import { type IdleFigures, measureIdle } from '../tests/bench/idle-runs.ts';
import { type LaunchFigures, measureLaunch } from '../tests/bench/launch-runs.ts';
import { measureLoading } from '../tests/bench/loading-runs.ts';
import { prepareProfile } from '../tests/bench/prepared-profile.ts';
import { table } from '../tests/bench/report.ts';
import { measureTyping, type TypingFigures } from '../tests/bench/typing-runs.ts';
import { ROOT } from '../tests/support/app/running-app.ts';

const PARTS = ['launch', 'typing', 'idle', 'loading'];

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } },
});
const runs = Number(values.runs);
const parts = values.only === undefined ? PARTS : PARTS.filter((part) => part === values.only);
if (!Number.isInteger(runs) || runs < 1 || parts.length === 0) {
  console.error(`--runs takes a whole number from 1, --only one of ${PARTS.join(', ')}.`);
  process.exit(2);
}

const figures: Figure[] = [];
if (parts.includes('loading')) {
  // First, because what drives the apps afterwards makes every promise of this process slower.
  say('Loading 2,000 invoices.');
  figures.push(judge(FIGURES.loading, await measureLoading(runs)));
}
if (parts.some((part) => part !== 'loading')) {
  figures.push(...(await withContestants(measureApps)));
}

const output = join(ROOT, 'bench-output');
await mkdir(output, { recursive: true });
await writeFile(join(output, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
const missed = figures.filter(({ pass }) => !pass);
console.log(`\nMedians of ${runs} (least–most)\n\n${table(figures)}\n`);
console.log(
  missed.length === 0 ? 'All bars hold.' : `Missed: ${missed.map(({ name }) => name).join(', ')}.`,
);
process.exitCode = missed.length === 0 ? 0 : 1;

async function withContestants(
  measure: (ours: Contestant, yardstick: Contestant) => Promise<Figure[]>,
): Promise<Figure[]> {
  say('Preparing a profile: signing in, caching invoices.');
  const profile = await prepareProfile();
  const emptyProfile = await mkdtemp(join(tmpdir(), 'traybooks-bench-empty-'));
  try {
    return await measure(
      {
        name: 'ours',
        folder: ROOT,
        switches: [],
        env: {
          ...profile.env,
          BENCH_CONTENT: '[aria-label="Unpaid invoices"] li',
          BENCH_FIELD: 'input.line-input',
          BENCH_READ: '.line-marks-text',
          BENCH_SAVED: '.line-said strong',
        },
        shortcut: 'ctrl+shift+t',
      },
      {
        name: 'yardstick',
        folder: join(ROOT, 'tests/bench/empty-app'),
        switches: [`--user-data-dir=${emptyProfile}`],
        env: {},
        shortcut: 'ctrl+shift+y',
      },
    );
  } finally {
    await profile.close();
    await rm(emptyProfile, { recursive: true, force: true });
  }
}

async function measureApps(ours: Contestant, yardstick: Contestant): Promise<Figure[]> {
  const found: Figure[] = [];
  if (parts.includes('launch')) {
    // Once each for nothing: the first start of an installation fills its caches.
    await measureLaunch(yardstick);
    await measureLaunch(ours);
    found.push(...(await measureLaunches(ours, yardstick)));
  }
  if (parts.includes('typing')) found.push(...(await measureTypings(ours, yardstick)));
  if (parts.includes('idle')) found.push(...(await measureIdles(ours, yardstick)));
  return found;
}

async function measureLaunches(ours: Contestant, yardstick: Contestant): Promise<Figure[]> {
  const taken = { ours: [] as LaunchFigures[], yardstick: [] as LaunchFigures[] };
  for (let run = 1; run <= runs; run += 1) {
    say(`Launch ${run} of ${runs}.`);
    // Neither always goes first, so that neither always finds the other's pages in the cache.
    const order = run % 2 === 1 ? [ours, yardstick] : [yardstick, ours];
    for (const contestant of order) {
      taken[contestant.name].push(await measureLaunch(contestant));
    }
  }
  const of = (member: keyof LaunchFigures) => ({
    ours: taken.ours.map((figures) => figures[member]),
    yardstick: taken.yardstick.map((figures) => figures[member]),
  });
  return [
    judge(FIGURES.trayReady, of('trayReadyMs')),
    judge(FIGURES.painted, of('paintedMs')),
    judge(FIGURES.shortcut, of('shortcutMs')),
    judge(FIGURES.memory, of('memoryMb')),
  ];
}

async function measureTypings(ours: Contestant, yardstick: Contestant): Promise<Figure[]> {
  const taken = { ours: [] as TypingFigures[], yardstick: [] as TypingFigures[] };
  for (let run = 1; run <= runs; run += 1) {
    say(`Typing ${run} of ${runs}.`);
    for (const contestant of run % 2 === 1 ? [ours, yardstick] : [yardstick, ours]) {
      taken[contestant.name].push(await measureTyping(contestant));
    }
  }
  const of = (member: keyof TypingFigures) => ({
    ours: taken.ours.map((figures) => figures[member]),
    yardstick: taken.yardstick.map((figures) => figures[member]),
  });
  return [judge(FIGURES.keystroke, of('keystrokeMs')), judge(FIGURES.saved, of('enterMs'))];
}

async function measureIdles(ours: Contestant, yardstick: Contestant): Promise<Figure[]> {
  const minutes: IdleFigures[][] = [];
  for (let run = 1; run <= runs; run += 1) {
    say(`Idle minute ${run} of ${runs}.`);
    minutes.push([...(await measureIdle([ours, yardstick]))]);
    for (const fired of minutes.at(-1)?.[0]?.fired ?? []) say(`  fired: ${fired}`);
  }
  const cpu = (which: number) => minutes.map((pair) => pair[which]?.cpuMs ?? Number.NaN);
  return [
    judge(FIGURES.idleCpu, { ours: cpu(0), yardstick: cpu(1) }),
    judge(FIGURES.idleTimers, {
      ours: minutes.map((pair) => pair[0]?.fired.length ?? Number.NaN),
      yardstick: minutes.map(() => 1),
    }),
  ];
}

function say(sentence: string): void {
  process.stderr.write(`· ${sentence}\n`);
}
