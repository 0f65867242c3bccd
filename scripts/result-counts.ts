// What a run of several runners amounts to, counted from what each really reported. A runner that
// broke before it could report must never look like one without failures.

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface RunnerResult extends Counts {
  readonly name: string;
  readonly seconds: number;
}

/** A type check or a lint has no tests inside: it counts as one. */
export function countOfCheck(exitCode: number): Counts {
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Counts from Vitest's JSON report.
 *
 * @param report the parsed file, or undefined when none was written
 * @param exitCode the runner's own verdict. Failing with nothing marked failed (an unhandled error,
 *   a crash, no test found) counts as one failure.
 */
export function countsOfReport(report: unknown, exitCode: number): Counts {
  const files = filesOf(report);
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const file of files) {
    for (const test of file.tests) {
      if (test === 'passed') passed++;
      else if (test === 'failed') failed++;
      else skipped++;
    }
    // A file that could not even be loaded has no tests to mark.
    if (file.failed && !file.tests.includes('failed')) failed++;
  }
  if (failed === 0 && (exitCode !== 0 || passed + skipped === 0)) failed = 1;
  return { passed, failed, skipped };
}

export function total(results: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number) =>
    results.reduce((all, counts) => all + pick(counts), 0);
  return {
    passed: sum((counts) => counts.passed),
    failed: sum((counts) => counts.failed),
    skipped: sum((counts) => counts.skipped),
  };
}

export function totalLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed`;
}

/** One line a runner, columns aligned, ready to print. */
export function summaryTable(results: readonly RunnerResult[]): string {
  const width = Math.max(...results.map((result) => result.name.length));
  const number = (value: number) => String(value).padStart(5);
  return results
    .map((result) => {
      const mark = result.failed === 0 ? '✓' : '✗';
      const skipped = result.skipped === 0 ? '' : `, ${result.skipped} skipped`;
      const counts = `${number(result.passed)} passed ${number(result.failed)} failed${skipped}`;
      return `  ${mark} ${result.name.padEnd(width)} ${counts}  ${result.seconds.toFixed(1)} s`;
    })
    .join('\n');
}

interface TestFile {
  readonly failed: boolean;
  readonly tests: readonly string[];
}

function filesOf(report: unknown): readonly TestFile[] {
  if (!isRecord(report) || !Array.isArray(report.testResults)) return [];
  return report.testResults.filter(isRecord).map((file) => ({
    failed: file.status === 'failed',
    tests: Array.isArray(file.assertionResults)
      ? file.assertionResults.filter(isRecord).map((test) => String(test.status))
      : [],
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
