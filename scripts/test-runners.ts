// The runners behind `npm test` and `npm run check`: each runs to its end whatever the one before
// it said, so that one call shows everything that is wrong.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runHere } from './child-process.mjs';
import { countOfCheck, countsOfReport, type RunnerResult } from './result-counts.ts';
import { canMakeVirtualDesktop, runInVirtualDesktop } from './virtual-desktop.mjs';

export const OUTPUT = 'test-output';

export function typeCheck(): Promise<RunnerResult> {
  return check('types', [join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit']);
}

export function lint(): Promise<RunnerResult> {
  const biome = join('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  return check('lint', [biome, 'check', '--error-on-warnings', '.']);
}

/** @param project a project of vitest.config.ts */
export function plainTests(project: string, args: readonly string[] = []): Promise<RunnerResult> {
  return vitest(project, args, (words) => runHere(process.execPath, words));
}

/**
 * Tests that open windows and press keys: always on a desktop of their own where one can be made,
 * so that a person's screen and keychain are left alone.
 */
export function desktopTests(project: string, args: readonly string[] = []): Promise<RunnerResult> {
  return vitest(project, args, async (words) =>
    (await canMakeVirtualDesktop())
      ? await runInVirtualDesktop(process.execPath, words)
      : await runHere(process.execPath, words),
  );
}

async function check(name: string, words: readonly string[]): Promise<RunnerResult> {
  announce(name);
  const startedMs = performance.now();
  const code = await runHere(process.execPath, words);
  return { name, ...countOfCheck(code), seconds: secondsSince(startedMs) };
}

async function vitest(
  project: string,
  args: readonly string[],
  run: (words: readonly string[]) => Promise<number>,
): Promise<RunnerResult> {
  announce(project);
  const startedMs = performance.now();
  const reportFile = join(OUTPUT, `${project}.json`);
  await mkdir(OUTPUT, { recursive: true });
  // An old report must not stand in for a run that breaks before writing its own.
  await rm(reportFile, { force: true });
  const code = await run([
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...args,
  ]);
  return {
    name: project,
    ...countsOfReport(await readReport(reportFile), code),
    seconds: secondsSince(startedMs),
  };
}

async function readReport(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // Counted as a failure by whoever asked.
    return undefined;
  }
}

function announce(name: string): void {
  process.stderr.write(`\n── ${name} ──\n`);
}

function secondsSince(startedMs: number): number {
  return (performance.now() - startedMs) / 1_000;
}
