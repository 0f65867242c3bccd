// `npm run check`: what is worth waiting for before every commit, in under a minute and without
// Electron or a desktop.
import { summaryTable, total, totalLine } from './result-counts.ts';
import { lint, plainTests, typeCheck } from './test-runners.ts';

const startedMs = performance.now();
const results = [await typeCheck(), await lint(), await plainTests('unit')];
const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
console.log(
  `\n${summaryTable(results)}\n\n  checked in ${seconds} s\n${totalLine(total(results))}`,
);
process.exitCode = total(results).failed === 0 ? 0 : 1;
