// The verdict of `npm test` is only as good as its counting: every way a runner can break must
// show as a failure.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countOfCheck,
  countsOfReport,
  summaryTable,
  total,
  totalLine,
} from '../../../scripts/result-counts.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const report = (...files: object[]) => ({ testResults: files });

describe('countsOfReport', () => {
  it('counts passed, failed and skipped tests over all files', () => {
    const counts = countsOfReport(
      report(
        file('passed', 'passed', 'skipped', 'todo'),
        file('failed', 'passed', 'failed', 'failed'),
      ),
      1,
    );
    expect(counts).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(countsOfReport(report(file('passed', 'passed'), file('failed')), 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('counts such a file beside the failures of other files', () => {
    expect(countsOfReport(report(file('failed', 'failed'), file('failed')), 1).failed).toBe(2);
  });

  it('counts a file whose tests passed but whose clean-up failed as one failure', () => {
    expect(countsOfReport(report(file('failed', 'passed')), 1).failed).toBe(1);
  });

  it('counts a runner that says no although nothing is marked failed', () => {
    expect(countsOfReport(report(file('passed', 'passed')), 1).failed).toBe(1);
  });

  it('counts a missing or damaged report as one failure, whatever the exit code', () => {
    for (const exitCode of [0, 1, 137]) {
      for (const broken of [undefined, null, 'text', {}, { testResults: 'none' }]) {
        expect(countsOfReport(broken, exitCode)).toEqual({ passed: 0, failed: 1, skipped: 0 });
      }
    }
  });

  it('counts a run without a single test as one failure', () => {
    expect(countsOfReport(report(), 0).failed).toBe(1);
  });

  it('never reports success for a runner that failed', () => {
    const anyFile = fc.record({
      status: fc.constantFrom('passed', 'failed'),
      assertionResults: fc.array(
        fc.record({ status: fc.constantFrom('passed', 'failed', 'skipped', 'todo', 'pending') }),
      ),
    });
    fc.assert(
      fc.property(fc.array(anyFile), fc.integer({ min: 1, max: 255 }), (files, exitCode) => {
        expect(countsOfReport({ testResults: files }, exitCode).failed).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the summary', () => {
  const results = [
    { name: 'types', ...countOfCheck(0), seconds: 1.23 },
    { name: 'lint', ...countOfCheck(2), seconds: 0.5 },
    { name: 'unit', passed: 120, failed: 1, skipped: 3, seconds: 10 },
  ];

  it('adds up over all runners, a check counting as one', () => {
    expect(totalLine(total(results))).toBe('121 passed, 2 failed');
  });

  it('marks each runner and mentions skipped tests only where there are any', () => {
    expect(summaryTable(results).split('\n')).toEqual([
      '  ✓ types     1 passed     0 failed  1.2 s',
      '  ✗ lint      0 passed     1 failed  0.5 s',
      '  ✗ unit    120 passed     1 failed, 3 skipped  10.0 s',
    ]);
  });
});
