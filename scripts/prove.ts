/**
 * The long form of a proof. Its last line says what was counted and whether the rule holds.
 *
 *   npm run prove -- rotation|loopback|secrets|shapes|outbox|timer|grammar [--seed N] [--rounds N]
 */
import { parseArgs } from 'node:util';
import { lastLine, PROOFS, type ProofName, type Prove } from '../tests/proofs/proof.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, rounds: { type: 'string' } },
});
const name = PROOFS.find((known) => known === positionals[0]);
const seed = wholeNumber(values.seed) ?? Math.floor(Math.random() * 2 ** 31);
const rounds = wholeNumber(values.rounds);
if (!name || Number.isNaN(seed) || Number.isNaN(rounds)) {
  console.error(`Name one of ${PROOFS.join(', ')}; --seed and --rounds take whole numbers.`);
  process.exit(2);
}

console.log(`· seed ${seed}`);
const { prove } = (await import(proofFile(name))) as { readonly prove: Prove };
const verdict = await prove({ seed, rounds, say: (sentence) => console.log(`· ${sentence}`) });
console.log(lastLine(name, verdict));
// What a proof leaves running must not keep it from ending.
process.exit(verdict.holds ? 0 : 1);

function proofFile(of: ProofName): string {
  return `../tests/proofs/${of}/prove.ts`;
}

/** @returns null when there is none, NaN when it is none */
function wholeNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
}
