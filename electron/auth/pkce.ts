// Proof Key for Code Exchange (RFC 7636): a code caught on its way through the browser is
// worthless without the verifier, which never leaves this process but for the token endpoint.
import { createHash } from 'node:crypto';
import type { RandomBytes } from './outside-world.ts';

export interface PkcePair {
  /** 43 characters, 256 bits. A secret until the code is exchanged. */
  readonly verifier: string;
  /** SHA-256 of the verifier, for `code_challenge` with method S256. */
  readonly challenge: string;
}

/** One pair is for one sign-in only (RFC 9700 §2.1.1). */
export function createPkcePair(randomBytes: RandomBytes): PkcePair {
  const verifier = Buffer.from(randomBytes(32)).toString('base64url');
  return { verifier, challenge: challengeOf(verifier) };
}

/** RFC 7636 §4.2: BASE64URL(SHA256(ASCII(verifier))), without padding. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
