// `npm test`: everything that must hold before a change is handed over.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { summaryTable, total, totalLine } from './result-counts.ts';
import { desktopTests, lint, OUTPUT, plainTests, typeCheck } from './test-runners.ts';

// Read by whoever wants the verdict without reading the log.
const totalFile = join(OUTPUT, 'total.txt');
await mkdir(OUTPUT, { recursive: true });
await rm(totalFile, { force: true });

const results = [
  await typeCheck(),
  await lint(),
  await plainTests('unit'),
  await plainTests('integration'),
  await desktopTests('e2e'),
  await desktopTests('proofs'),
];
const line = totalLine(total(results));
await writeFile(totalFile, `${line}\n`);
console.log(`\n${summaryTable(results)}\n\n${line}`);
process.exitCode = total(results).failed === 0 ? 0 : 1;
