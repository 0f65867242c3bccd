// A binary fetched from a public place is run only if it is, byte for byte, the one we looked at.
// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { SetupProblem } from './setup-problem.mjs';

/**
 * @param {string} path
 * @returns {Promise<string>} Subresource Integrity form, `sha512-` and base64
 */
export async function integrityOfFile(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * @param {string} path deleted when refused, so that nothing picks it up later
 * @param {string} found
 * @param {string} expected
 * @throws {SetupProblem}
 */
export async function refuseUnlessIntact(path, found, expected) {
  if (found === expected) return;
  await rm(path, { force: true });
  throw new SetupProblem(
    `The downloaded file is not the expected one and was deleted.\n  expected ${expected}\n  received ${found}`,
  );
}
